import path from 'node:path';
import { Module, type DynamicModule, type FactoryProvider, type ModuleMetadata } from '@nestjs/common';
import { BlobStorage } from './blob-storage.ts';
import { DiskBlobStorage } from './disk-blob-storage.ts';
import { S3BlobStorage, type S3Options } from './s3-blob-storage.ts';

export interface StorageOptions {
  dataDir: string;
  /** With it blobs go to an S3-compatible store, without it to `dataDir/blobs`. */
  s3?: Omit<S3Options, 'spoolFolder'> | undefined;
}

export function createBlobStorage({ dataDir, s3 }: StorageOptions): BlobStorage {
  const folder = path.join(dataDir, 'blobs');
  if (s3) return new S3BlobStorage({ ...s3, spoolFolder: path.join(folder, 'incoming') });
  return new DiskBlobStorage(folder);
}

/** Provides `BlobStorage` everywhere. */
@Module({})
export class StorageModule {
  static forRootAsync(options: {
    imports?: ModuleMetadata['imports'];
    inject?: FactoryProvider['inject'];
    useFactory: FactoryProvider<StorageOptions>['useFactory'];
  }): DynamicModule {
    const storageOptions = Symbol('storage-options');
    return {
      module: StorageModule,
      global: true,
      imports: options.imports ?? [],
      providers: [
        { provide: storageOptions, inject: options.inject ?? [], useFactory: options.useFactory },
        { provide: BlobStorage, inject: [storageOptions], useFactory: createBlobStorage },
      ],
      exports: [BlobStorage],
    };
  }
}
