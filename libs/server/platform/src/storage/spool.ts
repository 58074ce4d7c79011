import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StorageUnavailable, type StoredBlob } from './blob-storage.ts';

const DAY_MS = 86_400_000;
const DISK_PROBLEMS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'the folder may not be written',
  EPERM: 'the folder may not be written',
  EIO: 'the disk reports errors',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOENT: 'the folder is gone',
  ENOTDIR: 'the folder is not a folder',
};

/** A file on its way into the store: complete, hashed and on the disk. */
export interface Spooled extends StoredBlob {
  file: string;
}

/** Call it before the first `await`: a sender that hangs up meanwhile must not bring the process down. */
export function asSource(content: Readable | Uint8Array): Readable | Uint8Array {
  if (content instanceof Readable) content.on('error', () => undefined); // `spool` reports it
  return content;
}

/** Writes the source into a new file of this folder and flushes it to the disk. The caller moves or removes it. */
export async function spool(source: Readable | Uint8Array, folder: string): Promise<Spooled> {
  const file = path.join(folder, randomUUID());
  try {
    return { file, ...(await (source instanceof Readable ? writeStream(source, file) : writeBytes(source, file))) };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** What is in memory already: a stream for it would cost more than the write. */
async function writeBytes(bytes: Uint8Array, file: string): Promise<StoredBlob> {
  await writeFile(file, bytes, { flag: 'wx', flush: true });
  return { size: bytes.length, sha256: sha256Of(bytes) };
}

/** The name of what is in memory. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function writeStream(source: Readable, file: string): Promise<StoredBlob> {
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(source, measure, createWriteStream(file, { flags: 'wx', flush: true }));
  return { size, sha256: hash.digest('hex') };
}

/** Removes what a killed process left behind. */
export async function sweepSpool(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const left = await stat(file).catch(() => undefined);
    if (left && now - left.mtimeMs > DAY_MS) await rm(file, { force: true });
  }
}

/** What the disk says, in words that name the fix; errors of other origin stay what they are. */
export function asUnavailable(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const problem = DISK_PROBLEMS[code];
  if (problem === undefined) return error;
  return new StorageUnavailable(`Cannot store in ${folder}: ${problem} (${code})`, { cause: error });
}
