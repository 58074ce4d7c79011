import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Clock, SystemClock } from './clock/index.ts';
import { ConfigModule, type Config } from './config/index.ts';
import { DatabaseModule } from './database/index.ts';
import { EventsModule } from './events/index.ts';
import { LOG, type Log } from './logging/index.ts';

export interface PlatformOptions {
  config: Config;
  log: Log;
  databaseUrl: string;
  clock?: Clock;
}

/** The kernel, as every role needs it. Jobs, storage and realtime join through their own modules. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({ config, log, databaseUrl, clock = new SystemClock() }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      imports: [ConfigModule.forRoot(config), DatabaseModule.forRoot(databaseUrl, config.databasePool), EventsModule],
      providers: [
        { provide: LOG, useValue: log },
        { provide: Clock, useValue: clock },
      ],
      exports: [LOG, Clock],
    };
  }
}
