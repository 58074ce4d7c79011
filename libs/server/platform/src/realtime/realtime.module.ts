import {
  Inject,
  Logger,
  Module,
  type DynamicModule,
  type FactoryProvider,
  type ModuleMetadata,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Database } from '../database/index.ts';
import { dampen } from '../redis/dampen.ts';
import { REALTIME_OPTIONS, type RealtimeOptions } from './realtime-options.ts';
import { RealtimePublisher } from './realtime-publisher.ts';
import { openRealtimeWires, RealtimeWires } from './realtime-wires.ts';
import { RoomRules } from './room-rules.ts';
import { RoomSequences } from './room-sequences.ts';

/**
 * Provides `RealtimePublisher` everywhere. The api role adds `RealtimeServer` and a `RealtimeGate` to its own providers
 * and calls `attach` with its HTTP server.
 */
@Module({})
export class RealtimeModule implements OnApplicationShutdown {
  constructor(@Inject(RealtimeWires) private readonly wires: RealtimeWires) {}

  static forRootAsync(options: {
    imports?: ModuleMetadata['imports'];
    inject?: FactoryProvider['inject'];
    useFactory: FactoryProvider<RealtimeOptions>['useFactory'];
  }): DynamicModule {
    const log = new Logger('realtime');
    const onError = dampen((error) => log.error(error));
    return {
      module: RealtimeModule,
      global: true,
      imports: options.imports ?? [],
      providers: [
        { provide: REALTIME_OPTIONS, inject: options.inject ?? [], useFactory: options.useFactory },
        {
          provide: RealtimeWires,
          inject: [REALTIME_OPTIONS],
          useFactory: (realtimeOptions: RealtimeOptions) => openRealtimeWires(realtimeOptions, onError),
        },
        {
          provide: RoomSequences,
          inject: [Database],
          useFactory: (database: Database) => new RoomSequences(database),
        },
        RealtimePublisher,
        RoomRules,
      ],
      exports: [REALTIME_OPTIONS, RealtimeWires, RoomSequences, RealtimePublisher, RoomRules],
    };
  }

  onApplicationShutdown(): void {
    this.wires.close();
  }
}
