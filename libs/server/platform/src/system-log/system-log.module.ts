import { Global, Module } from '@nestjs/common';
import { SystemLogController } from './system-log.controller.ts';
import { SystemLogQueries } from './system-log.queries.ts';
import { SystemLogSeen } from './system-log-seen.ts';
import { SystemLog } from './system-log.ts';

@Global()
@Module({
  controllers: [SystemLogController],
  providers: [SystemLog, SystemLogQueries, SystemLogSeen],
  exports: [SystemLog],
})
export class SystemLogModule {}
