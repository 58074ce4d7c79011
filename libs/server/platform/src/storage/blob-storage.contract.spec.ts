import { createHash, randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { BlobMissing, StorageUnavailable, type BlobStorage } from './blob-storage.ts';
import { DiskBlobStorage } from './disk-blob-storage.ts';
import { startFakeS3 } from './fake-s3.testing.ts';
import { S3BlobStorage } from './s3-blob-storage.ts';

const sha256 = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const unknown = sha256(Buffer.from('never stored'));

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bureau-blobs-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function contract(storage: () => BlobStorage): void {
  it('returns a mail exactly as it came', async () => {
    const mail = randomBytes(3_000_000);
    const stored = await storage().put(Readable.from([mail.subarray(0, 1_000), mail.subarray(1_000)]));
    expect(stored).toEqual({ sha256: sha256(mail), size: mail.length });
    expect((await storage().readBuffer(stored.sha256)).equals(mail)).toBe(true);
  });

  it('stores the same attachment once, an empty one too', async () => {
    const logo = Buffer.from('logo');
    const [first, second] = await Promise.all([storage().put(logo), storage().put(logo)]);
    expect(first).toEqual(second);
    const empty = await storage().put(Buffer.alloc(0));
    expect(empty.size).toBe(0);
    expect(await storage().readBuffer(empty.sha256)).toHaveLength(0);
  });

  it('knows what it has, and forgets what is deleted', async () => {
    const { sha256: name } = await storage().put(Buffer.from('to be deleted'));
    expect(await storage().has(name)).toBe(true);
    await storage().delete(name);
    await storage().delete(name);
    expect(await storage().has(name)).toBe(false);
    await expect(storage().read(name)).rejects.toThrow(BlobMissing);
  });

  it('says that a blob is missing, and never follows a path', async () => {
    await expect(storage().read(unknown)).rejects.toThrow(BlobMissing);
    await expect(storage().read('../../etc/passwd')).rejects.toThrow(BlobMissing);
  });

  it('keeps nothing of a mail whose sender hung up', async () => {
    const half = new Readable({ read() {} });
    const putting = storage().put(half);
    half.push('half a ma');
    half.destroy(new Error('connection reset'));
    await expect(putting).rejects.toThrow('connection reset');
    expect(await storage().has(sha256(Buffer.from('half a ma')))).toBe(false);
  });

  it('reports that it can be written', async () => {
    expect(await storage().probe()).toMatchObject({ writable: true, problem: null });
  });
}

describe('blobs on the disk', () => {
  let folder: string;
  let storage: DiskBlobStorage;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'bureau-blobs-'));
    storage = new DiskBlobStorage(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  contract(() => storage);

  it('leaves nothing half-written behind', async () => {
    expect(await readdir(path.join(folder, 'incoming'))).toEqual([]);
  });

  it('says what is wrong with a folder it cannot use', async () => {
    const file = path.join(await aFolder(), 'file');
    await writeFile(file, '');
    const broken = new DiskBlobStorage(file);
    await expect(broken.put(Buffer.from('mail'))).rejects.toThrow(StorageUnavailable);
    expect(await broken.probe()).toMatchObject({ writable: false, problem: expect.stringContaining(file) });
  });

  it('refuses on a full disk, keeps nothing, and works again once there is space', async ({ skip }) => {
    const small = path.join(await aFolder(), 'small');
    await mkdir(small);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small]);
    if (mounted.status !== 0) skip('needs the right to mount a small disk');
    onTestFinished(() => void spawnSync('umount', [small]));

    const full = new DiskBlobStorage(small);
    await expect(full.put(randomBytes(400_000))).rejects.toThrow(/the disk is full \(ENOSPC\)/);
    expect(await readdir(path.join(small, 'incoming'))).toEqual([]);
    expect(await full.put(randomBytes(50_000))).toMatchObject({ size: 50_000 });
  });
});

describe('blobs in an S3-compatible store', () => {
  let s3: Awaited<ReturnType<typeof startFakeS3>>;
  let spoolFolder: string;
  let storage: S3BlobStorage;

  beforeAll(async () => {
    s3 = await startFakeS3();
    spoolFolder = await mkdtemp(path.join(tmpdir(), 'bureau-blobs-'));
    const keys = { accessKeyId: 'key', secretAccessKey: 'secret' };
    storage = new S3BlobStorage({ endpoint: s3.endpoint, region: 'us-east-1', bucket: 'mail', spoolFolder, ...keys });
  });
  afterAll(async () => {
    await s3.stop();
    await rm(spoolFolder, { recursive: true, force: true });
  });

  contract(() => storage);

  it('leaves nothing on the local disk', async () => {
    expect(await readdir(spoolFolder)).toEqual([]);
  });

  it('says that the store does not answer', async () => {
    s3.fail(403);
    onTestFinished(() => void s3.fail(undefined));
    await expect(storage.put(Buffer.from('mail'))).rejects.toThrow(StorageUnavailable);
    expect(await storage.probe()).toMatchObject({ writable: false });
  });
});
