import { Injectable } from '@nestjs/common';
import { BlobStorage, Every } from '@bureau/platform';
import { ErasureRepository } from './erasure.repository.ts';

/** Deletes erased bytes from the storage, once nothing else in the desk holds the same ones. */
@Injectable()
export class RemoveErasedBlobs {
  constructor(
    private readonly erasures: ErasureRepository,
    private readonly storage: BlobStorage,
  ) {}

  /** Noted until the storage has done it: a storage that is away is asked again. */
  @Every('1m', 'erased-blobs.remove')
  async run(): Promise<void> {
    for (const sha256 of await this.erasures.findErasedBlobs()) {
      if (await this.erasures.forgetBlob(sha256)) await this.storage.delete(sha256);
      await this.erasures.settleBlob(sha256);
    }
  }
}
