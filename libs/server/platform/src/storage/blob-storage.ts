import type { Readable } from 'node:stream';

export interface StoredBlob {
  /** Lower-case hex of the content; the blob's only name. */
  sha256: string;
  /** Bytes. */
  size: number;
}

export interface StorageHealth {
  writable: boolean;
  /** Bytes left; null where the store does not tell. */
  freeBytes: number | null;
  /** For people, when it is not writable. */
  problem: string | null;
}

/** Full, read-only, gone or not answering. Whoever receives mail answers 4xx and the sender tries again. */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable';
}

/** No blob has this name. */
export class BlobMissing extends Error {
  override name = 'BlobMissing';
}

/** Bytes by their SHA-256: mails as received, attachments, pictures. The same content is stored once. */
export abstract class BlobStorage {
  /**
   * Durable before it resolves; nothing of it remains when it rejects. An error of the source itself is passed on as it is.
   * @throws StorageUnavailable
   */
  abstract put(content: Readable | Uint8Array): Promise<StoredBlob>;

  /** @throws BlobMissing | StorageUnavailable */
  abstract read(sha256: string): Promise<Readable>;

  /** The whole content, for what is known to be small. @throws BlobMissing | StorageUnavailable */
  async readBuffer(sha256: string): Promise<Buffer> {
    const stream = await this.read(sha256);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }

  abstract has(sha256: string): Promise<boolean>;

  /** Does nothing when it is not there. */
  abstract delete(sha256: string): Promise<void>;

  /** Writes and removes a little file. Never rejects. */
  abstract probe(): Promise<StorageHealth>;
}

/** `ab/cd/abcd…`: no folder grows too large. @throws BlobMissing for what cannot be a SHA-256, such as a path. */
export function pathOfBlob(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new BlobMissing('a blob is named by 64 hex digits');
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}
