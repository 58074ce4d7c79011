import { Module } from '@nestjs/common';
import { SupportCenterController } from './support-center.controller.ts';

@Module({ controllers: [SupportCenterController] })
export class SupportCenterModule {}
