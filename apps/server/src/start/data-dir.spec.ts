import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDataDir, resetDataDir } from './data-dir.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bureau-data-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('creates the data directory and gives it back', async () => {
  const dataDir = path.join(folder, 'new');
  const { release } = await openDataDir(dataDir);
  expect(await readdir(dataDir)).toEqual(['launcher.pid']);

  await release();
  expect(await readdir(dataDir)).toEqual([]);
});

it('says what to do when the path is a file', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, '');

  await expect(openDataDir(file)).rejects.toThrow(/\(it is a file\)\. Set BUREAU_DATA_DIR/);
});

it('does not run two desks on one data directory', async () => {
  const other = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)', 'start.js']);
  await once(other.stdout, 'data');
  await writeFile(path.join(folder, 'launcher.pid'), `${other.pid}`);

  await expect(openDataDir(folder)).rejects.toThrow(`Bureau already runs on ${folder} (process ${other.pid})`);
  await expect(resetDataDir(folder)).rejects.toThrow('already runs');
  other.kill('SIGKILL');
});

it('is not misled by a number that belongs to another program', async () => {
  await writeFile(path.join(folder, 'launcher.pid'), '1');

  const { release } = await openDataDir(folder);
  await release();
});

it('deletes everything on reset', async () => {
  await writeFile(path.join(folder, 'secret'), 'x');
  await writeFile(path.join(folder, 'blob'), 'x');

  await resetDataDir(folder);
  expect(await readdir(folder)).toEqual([]);
});

it('does not delete a folder that is not its own', async () => {
  await writeFile(path.join(folder, 'thesis.odt'), 'x');

  await expect(resetDataDir(folder)).rejects.toThrow('does not look like a data directory of Bureau');
  expect(await readdir(folder)).toEqual(['thesis.odt']);
});
