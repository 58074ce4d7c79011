import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { ClsPluginTransactional } from '@nestjs-cls/transactional';
import { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { ClsModule } from 'nestjs-cls';
import { DataSource } from 'typeorm';
import { ChangeReader } from './change-reader.ts';
import { openDataSource } from './data-source.ts';
import { Database } from './database.ts';
import { HeldLocks } from './held-locks.ts';
import { Horizon } from './horizon.ts';
import { SettledIds } from './settled-ids.ts';

@Global()
@Module({})
export class DataSourceModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  static forRoot(url: string, poolSize: number): DynamicModule {
    return {
      module: DataSourceModule,
      providers: [{ provide: DataSource, useFactory: () => openDataSource(url, poolSize) }],
      exports: [DataSource],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

@Global()
@Module({})
export class DatabaseModule {
  static forRoot(url: string, poolSize: number): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        DataSourceModule.forRoot(url, poolSize),
        ClsModule.forRoot({
          global: true,
          plugins: [
            new ClsPluginTransactional({
              adapter: new TransactionalAdapterTypeOrm({ dataSourceToken: DataSource }),
            }),
          ],
        }),
      ],
      providers: [
        ChangeReader,
        Database,
        Horizon,
        SettledIds,
        { provide: HeldLocks, useFactory: () => new HeldLocks(url) },
      ],
      exports: [ChangeReader, Database, Horizon, HeldLocks, SettledIds],
    };
  }
}
