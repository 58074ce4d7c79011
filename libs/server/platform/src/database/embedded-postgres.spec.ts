import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.ts';

describe('the embedded database', () => {
  let dataDir = '';
  let lines: string[] = [];
  const start = (options: Partial<EmbeddedPostgresOptions> = {}) =>
    startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line), ...options });

  beforeEach(async () => {
    lines = [];
    dataDir = await mkdtemp(path.join(tmpdir(), 'bureau-embedded-'));
    await chmod(dataDir, 0o700);
  });
  afterEach(async () => {
    await removeEmbeddedPostgres(dataDir, () => undefined);
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is PostgreSQL 18 and keeps what was written when it is stopped and started', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE notes AS SELECT 1 AS id');
    await first.stop();

    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'SELECT id FROM notes')).toEqual([{ id: 1 }]);
    expect(await query(second.url, 'SHOW server_version_num')).toEqual([
      { server_version_num: expect.stringMatching(/^18/) },
    ]);
    expect(await query(second.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    await second.stop();
  });

  it('recovers what was committed before it was killed', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE notes AS SELECT 7 AS id');
    process.kill(first.pid, 'SIGKILL');
    expect(await first.exited).toBe('signal SIGKILL');

    const second = await start();
    expect(await query(second.url, 'SELECT id FROM notes')).toEqual([{ id: 7 }]);
    await second.stop();
  });

  it('stops the server that a killed launcher left running, and takes over', async () => {
    const left = await start();

    const second = await start();
    expect(await left.exited).toBe('exit code 0');
    expect(lines.join()).toContain('earlier run');
    await second.stop();
  });

  it('is not misled by a stale postmaster.pid whose number belongs to another program', async () => {
    const first = await start();
    await first.stop();
    await writeFile(path.join(await clusterOf(dataDir), 'postmaster.pid'), `${process.pid}\n`);

    const second = await start();
    await second.stop();
  });

  it('moves to another port when its own was taken, and says so when the port was asked for', async () => {
    const first = await start();
    await first.stop();
    const squatter = createServer().listen(first.port, '127.0.0.1');
    await once(squatter, 'listening');

    await expect(start({ port: first.port })).rejects.toThrow(`Port ${first.port} for PostgreSQL is taken`);
    const second = await start();
    expect(second.port).not.toBe(first.port);
    await second.stop();
    squatter.close();
  });

  it.each([
    ['is gone', (file: string) => rm(file), /PG_VERSION is missing .* --reset/],
    ['is of another release', (file: string) => writeFile(file, '15\n'), /made by PostgreSQL 15, this is 18/],
  ])('says what to do when PG_VERSION %s', async (_, damage, message) => {
    const first = await start();
    await first.stop();
    await damage(path.join(await clusterOf(dataDir), 'PG_VERSION'));

    await expect(start()).rejects.toThrow(message);
  });

  it('says what to do when its control file is gone', async () => {
    const first = await start();
    await first.stop();
    await rm(path.join(await clusterOf(dataDir), 'global/pg_control'));

    await expect(start()).rejects.toThrow(/damaged .* --reset/);
  });

  it('says what to do when postgres.json is damaged', async () => {
    await writeFile(path.join(dataDir, 'postgres.json'), '{"home":');

    await expect(start()).rejects.toThrow(/postgres.json is damaged/);
  });

  it('leaves nothing behind when it is removed', async () => {
    const first = await start();
    const cluster = await clusterOf(dataDir);

    await removeEmbeddedPostgres(dataDir, () => undefined);
    expect(await first.exited).toBe('exit code 0');
    await expect(readFile(path.join(cluster, 'PG_VERSION'))).rejects.toThrow('ENOENT');
  });

  it('disappears with the tests when it is not durable', async () => {
    const throwAway = await start({ durable: false });
    const cluster = await clusterOf(dataDir);
    await throwAway.stop();

    await expect(readFile(path.join(cluster, 'PG_VERSION'))).rejects.toThrow('ENOENT');
  });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
}

async function clusterOf(dataDir: string): Promise<string> {
  const { home }: { home: string } = JSON.parse(await readFile(path.join(dataDir, 'postgres.json'), 'utf8'));
  return path.join(home, 'cluster');
}
