export { BlobMissing, BlobStorage, StorageUnavailable, type StorageHealth, type StoredBlob } from './blob-storage.ts';
export { StorageModule, createBlobStorage, type StorageOptions } from './storage.module.ts';
export { pictureTypeOf } from './picture-type.ts';
