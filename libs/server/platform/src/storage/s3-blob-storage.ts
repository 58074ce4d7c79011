import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import {
  BlobMissing,
  BlobStorage,
  pathOfBlob,
  StorageUnavailable,
  type StorageHealth,
  type StoredBlob,
} from './blob-storage.ts';
import { asSource, asUnavailable, spool, type Spooled } from './spool.ts';

export interface S3Options {
  /** For stores other than Amazon's; their buckets are addressed by path. */
  endpoint?: string | undefined;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Content is hashed in a local file before it travels, because its hash is its name. */
  spoolFolder: string;
}

/** The SDK repeats a failed request only when its body is in memory. */
const RETRIABLE_BYTES = 8 * 1024 * 1024;

type Sdk = typeof import('@aws-sdk/client-s3');

/** Blobs in an S3-compatible store. The SDK is loaded with the first call, so that nobody else pays for it. */
export class S3BlobStorage extends BlobStorage {
  private connecting: Promise<{ sdk: Sdk; client: S3Client }> | undefined;

  constructor(private readonly options: S3Options) {
    super();
  }

  async put(content: Readable | Uint8Array): Promise<StoredBlob> {
    const { sha256, size, file } = await this.spool(content);
    try {
      const Key = pathOfBlob(sha256);
      const { sdk, client } = await this.connect();
      const Body = size <= RETRIABLE_BYTES ? await readFile(file) : createReadStream(file);
      await this.asking(client.send(new sdk.PutObjectCommand({ ...this.bucket, Key, Body, ContentLength: size })));
      return { sha256, size };
    } finally {
      await rm(file, { force: true });
    }
  }

  async read(sha256: string): Promise<Readable> {
    const Key = pathOfBlob(sha256);
    const { sdk, client } = await this.connect();
    const { Body } = await this.asking(client.send(new sdk.GetObjectCommand({ ...this.bucket, Key })));
    if (Body instanceof Readable) return Body;
    throw new StorageUnavailable(`The store answered without content for blob ${sha256}`);
  }

  async has(sha256: string): Promise<boolean> {
    const Key = pathOfBlob(sha256);
    const { sdk, client } = await this.connect();
    return this.asking(client.send(new sdk.HeadObjectCommand({ ...this.bucket, Key }))).then(
      () => true,
      (error: unknown) => {
        if (error instanceof BlobMissing) return false;
        throw error;
      },
    );
  }

  async delete(sha256: string): Promise<void> {
    const Key = pathOfBlob(sha256);
    const { sdk, client } = await this.connect();
    await this.asking(client.send(new sdk.DeleteObjectCommand({ ...this.bucket, Key })));
  }

  async probe(): Promise<StorageHealth> {
    try {
      const { sdk, client } = await this.connect();
      const probe = { ...this.bucket, Key: 'probe' };
      await this.asking(client.send(new sdk.PutObjectCommand({ ...probe, Body: 'probe' })));
      await this.asking(client.send(new sdk.DeleteObjectCommand(probe)));
      return { writable: true, freeBytes: null, problem: null };
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      return { writable: false, freeBytes: null, problem };
    }
  }

  private get bucket(): { Bucket: string } {
    return { Bucket: this.options.bucket };
  }

  private async spool(content: Readable | Uint8Array): Promise<Spooled> {
    const { spoolFolder } = this.options;
    const source = asSource(content);
    try {
      await mkdir(spoolFolder, { recursive: true });
      return await spool(source, spoolFolder);
    } catch (error) {
      throw asUnavailable(error, spoolFolder);
    }
  }

  private connect(): Promise<{ sdk: Sdk; client: S3Client }> {
    const { endpoint, region, accessKeyId, secretAccessKey } = this.options;
    this.connecting ??= import('@aws-sdk/client-s3').then((sdk) => {
      const client = new sdk.S3Client({
        region,
        credentials: { accessKeyId, secretAccessKey },
        ...(endpoint && { endpoint, forcePathStyle: true }),
        // Many compatible stores refuse the trailing checksums that newer SDKs add by themselves.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      });
      return { sdk, client };
    });
    return this.connecting;
  }

  /** 404 means missing; anything else that goes wrong is the store's trouble. */
  private async asking<Answer>(request: Promise<Answer>): Promise<Answer> {
    try {
      return await request;
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      if (name === 'NoSuchKey' || name === 'NotFound') throw new BlobMissing('no such blob', { cause: error });
      const store = this.options.endpoint ?? 'S3';
      throw new StorageUnavailable(`${store} does not store or serve: ${name} ${message}`, { cause: error });
    }
  }
}
