import { Module } from '@nestjs/common';
import { DemoRepository } from './demo.repository.ts';
import { RemoveDemo } from './remove-demo.ts';
import { SeedDemo } from './seed-demo.ts';

@Module({ providers: [DemoRepository, RemoveDemo, SeedDemo], exports: [RemoveDemo, SeedDemo] })
export class DemoModule {}
