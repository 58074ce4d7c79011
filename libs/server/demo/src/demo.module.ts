import { Module } from '@nestjs/common';
import { DemoRepository } from './demo.repository.ts';
import { RemoveDemo } from './remove-demo.ts';
import { SeedDemo } from './seed-demo.ts';
import { TidyDemo } from './tidy-demo.ts';

@Module({ providers: [DemoRepository, RemoveDemo, SeedDemo, TidyDemo], exports: [RemoveDemo, SeedDemo] })
export class DemoModule {}
