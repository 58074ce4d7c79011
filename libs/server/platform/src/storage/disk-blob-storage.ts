import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import {
  BlobMissing,
  BlobStorage,
  pathOfBlob,
  StorageUnavailable,
  type StorageHealth,
  type StoredBlob,
} from './blob-storage.ts';
import { asSource, asUnavailable, sha256Of, spool, sweepSpool } from './spool.ts';

/** Blobs as files under `folder/ab/cd/`, written aside and moved into place. */
export class DiskBlobStorage extends BlobStorage {
  private readonly incoming: string;
  private prepared: Promise<void> | undefined;
  private readonly making = new Map<string, Promise<void>>();

  constructor(private readonly folder: string) {
    super();
    this.incoming = path.join(folder, 'incoming');
  }

  async put(content: Readable | Uint8Array): Promise<StoredBlob> {
    const source = asSource(content);
    try {
      await this.prepare();
      if (!(source instanceof Readable)) this.beginFolder(sha256Of(source));
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
      const { file } = await spool(Buffer.from('probe'), this.incoming);
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

  /** What is in memory has its name already: its folder is made while it is written. */
  private beginFolder(sha256: string): void {
    // Whoever moves the file there waits for it, and reports what went wrong.
    this.folderThatIsThere(path.dirname(this.fileOf(sha256))).catch(() => undefined);
  }

  /** A rename is on the disk only when the folder is. */
  private async moveIntoPlace(file: string, sha256: string): Promise<void> {
    const target = this.fileOf(sha256);
    const folder = path.dirname(target);
    await this.folderThatIsThere(folder);
    await rename(file, target);
    await flush(folder);
  }

  /** A new folder is on the disk only when its parent is; whoever needs it meanwhile waits for that as well. */
  private folderThatIsThere(folder: string): Promise<void> {
    const making = this.making.get(folder) ?? this.make(folder).finally(() => this.making.delete(folder));
    this.making.set(folder, making);
    return making;
  }

  private async make(folder: string): Promise<void> {
    const created = await mkdir(folder, { recursive: true });
    if (created !== undefined) await Promise.all([flush(path.dirname(folder)), flush(this.folder)]);
  }
}

async function flush(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
