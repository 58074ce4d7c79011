import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import {
  BlobMissing,
  BlobStorage,
  pathOfBlob,
  StorageUnavailable,
  type StorageHealth,
  type StoredBlob,
} from './blob-storage.ts';
import { asSource, asUnavailable, spool, sweepSpool } from './spool.ts';

/** Blobs as files under `folder/ab/cd/`, written aside and moved into place. */
export class DiskBlobStorage extends BlobStorage {
  private readonly incoming: string;
  private prepared: Promise<void> | undefined;

  constructor(private readonly folder: string) {
    super();
    this.incoming = path.join(folder, 'incoming');
  }

  async put(content: Readable | Uint8Array): Promise<StoredBlob> {
    const source = asSource(content);
    try {
      await this.prepare();
      const { file, sha256, size } = await spool(source, this.incoming);
      await this.moveIntoPlace(file, sha256).catch(async (error: unknown) => {
        await rm(file, { force: true });
        throw error;
      });
      return { sha256, size };
    } catch (error) {
      throw asUnavailable(error, this.folder);
    }
  }

  async read(sha256: string): Promise<Readable> {
    const file = this.fileOf(sha256);
    try {
      const handle = await open(file);
      return createReadStream(file, { fd: handle });
    } catch (error) {
      throw isMissing(error) ? await this.absence(sha256) : asUnavailable(error, this.folder);
    }
  }

  has(sha256: string): Promise<boolean> {
    return access(this.fileOf(sha256)).then(
      () => true,
      (error: unknown) => {
        if (isMissing(error)) return false;
        throw asUnavailable(error, this.folder);
      },
    );
  }

  async delete(sha256: string): Promise<void> {
    await rm(this.fileOf(sha256), { force: true }).catch((error: unknown) => {
      throw asUnavailable(error, this.folder);
    });
  }

  async probe(): Promise<StorageHealth> {
    try {
      await this.prepare();
      const { file } = await spool(asSource(Buffer.from('probe')), this.incoming);
      await rm(file);
      const { bavail, bsize } = await statfs(this.folder);
      return { writable: true, freeBytes: bavail * bsize, problem: null };
    } catch (error) {
      const cause = asUnavailable(error, this.folder);
      const problem = cause instanceof StorageUnavailable ? cause.message : String(cause);
      return { writable: false, freeBytes: null, problem };
    }
  }

  /** A blob is missing only where the store itself is there: a disk that was unmounted has lost nothing. */
  private async absence(sha256: string): Promise<unknown> {
    try {
      await this.prepare();
      await access(this.incoming);
      return new BlobMissing(`blob ${sha256} is not in ${this.folder}`);
    } catch (error) {
      return asUnavailable(error, this.folder);
    }
  }

  private fileOf(sha256: string): string {
    return path.join(this.folder, pathOfBlob(sha256));
  }

  /** Once per process, and again as long as it fails. */
  private prepare(): Promise<void> {
    this.prepared ??= mkdir(this.incoming, { recursive: true })
      .then(() => sweepSpool(this.incoming, Date.now()))
      .catch((error: unknown) => {
        this.prepared = undefined;
        throw error;
      });
    return this.prepared;
  }

  /** A rename is on the disk only when the folder is, and a new folder only when its parent is. */
  private async moveIntoPlace(file: string, sha256: string): Promise<void> {
    const target = this.fileOf(sha256);
    const folder = path.dirname(target);
    const created = await mkdir(folder, { recursive: true });
    await rename(file, target);
    await flush(folder);
    if (created === undefined) return;
    await flush(path.dirname(folder));
    await flush(this.folder);
  }
}

async function flush(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
