import { Module } from '@nestjs/common';
import { ConnectDemo } from './connect-demo.ts';
import { DemoRepository } from './demo.repository.ts';
import { RemoveDemo } from './remove-demo.ts';
import { SeedDemo } from './seed-demo.ts';
import { TidyDemo } from './tidy-demo.ts';

@Module({ providers: [ConnectDemo, DemoRepository, RemoveDemo, SeedDemo, TidyDemo], exports: [RemoveDemo, SeedDemo] })
export class DemoModule {}
