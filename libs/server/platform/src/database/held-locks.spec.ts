import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../test/setup/test-database.ts';
import { until } from '../../../../../test/setup/until.ts';
import { HeldLocks } from './held-locks.ts';

let database: TestDatabase;
let watcher: Client;
let here: HeldLocks;
let elsewhere: HeldLocks;
beforeAll(async () => {
  database = await createTestDatabase();
  watcher = new Client({ connectionString: database.url });
  await watcher.connect();
});
afterAll(async () => {
  await watcher.end();
  await database.drop();
});
beforeEach(() => {
  here = new HeldLocks(database.url);
  elsewhere = new HeldLocks(database.url);
});
afterEach(async () => {
  await here.onApplicationShutdown();
  await elsewhere.onApplicationShutdown();
});

const OTHERS = 'datname = current_database() AND pid <> pg_backend_pid()';
const connections = async () => {
  const { rows } = await watcher.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE ${OTHERS} AND backend_type = 'client backend'`,
  );
  return rows.map(({ pid }) => pid);
};
const nothing = () => Promise.resolve();

describe('A lock that is held', () => {
  it('keeps another process waiting until the work is done', async () => {
    const done: string[] = [];
    let waiting = Promise.resolve();
    await here.holding('case:1', async () => {
      waiting = elsewhere.holding('case:1', async () => void done.push('elsewhere'));
      await elsewhere.holding('case:2', async () => void done.push('another'));
      done.push('here');
    });
    await waiting;
    expect(done).toEqual(['another', 'here', 'elsewhere']);
  });

  it('is not among those that are free', async () => {
    const free = await here.holding('case:1', () =>
      elsewhere.holdingFree(['case:1', 'case:2'], async (names) => [...names]),
    );
    expect(free).toEqual(['case:2']);
  });

  it('is let go when the work fails, though its connection stays', async () => {
    await expect(here.holding('case:1', () => Promise.reject(new Error('No.')))).rejects.toThrow('No.');
    expect(await elsewhere.holdingFree(['case:1'], async (names) => names.size)).toBe(1);
  });

  it('takes the connection of the one before', async () => {
    await here.holding('case:1', nothing);
    const kept = await connections();
    await here.holding('case:2', nothing);
    expect([kept.length, await connections()]).toEqual([1, kept]);
  });

  it('is lost with its connection, and the next one gets another', async () => {
    const lost = here.holding('case:1', async (lock) => {
      const [pid] = await connections();
      await watcher.query('SELECT pg_terminate_backend($1)', [pid]);
      await until(async () => (await connections()).length === 0, { what: 'it is gone', withinMs: 5_000 });
      expect(await elsewhere.holdingFree(['case:1'], async (names) => names.size)).toBe(1);
      lock.check();
    });
    await expect(lost).rejects.toThrow('A lock was lost.');
    await here.holding('case:1', async (lock) => lock.check());
  });
});
