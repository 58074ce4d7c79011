import { Injectable } from '@nestjs/common';
import { BlobStorage, Database } from '@bureau/platform';
import { DemoRepository } from './demo.repository.ts';

/** Takes everything demo away in one transaction, then the bytes that nothing names any more. */
@Injectable()
export class RemoveDemo {
  constructor(
    private readonly demo: DemoRepository,
    private readonly storage: BlobStorage,
    private readonly database: Database,
  ) {}

  /** How many rows of each kind went, by name; all zero when there was nothing. */
  async run(): Promise<Record<string, number>> {
    const { counts, blobs } = await this.database.transaction(async () => {
      await this.demo.lock();
      return this.demo.remove();
    });
    for (const sha256 of blobs) {
      // The same bytes may have come again meanwhile; then they are somebody's.
      if (!(await this.demo.isNeeded(sha256))) await this.storage.delete(sha256);
    }
    return { ...counts, blobs: blobs.length };
  }
}
