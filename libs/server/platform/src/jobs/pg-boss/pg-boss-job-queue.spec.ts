import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../../../../test/setup/test-database.ts';
import { until } from '../job-storage.fixture.ts';
import { PgBossJobQueue } from './pg-boss-job-queue.ts';

let database: TestDatabase;
let other: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  other = new Client(database.url);
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await database.drop();
});

it('has ended what it does with its queues when its workers have stopped', async () => {
  const queue = new PgBossJobQueue({ databaseUrl: database.url, lockMs: 10_000, onError: () => undefined });
  await queue.open();
  await queue.startWorkers(new Map());
  await other.query('BEGIN');
  await other.query('LOCK TABLE pgboss.queue, pgboss.job');
  const waiting = () =>
    other.query(
      'SELECT FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()',
    );
  await until(async () => expect((await waiting()).rowCount).toBeGreaterThan(0));

  let hasStopped = false;
  const stopping = queue.stopWorkers(0).then(() => (hasStopped = true));
  await other.query('SELECT pg_sleep(0.3)');
  expect(hasStopped).toBe(false);
  await other.query('COMMIT');
  await stopping;
  await queue.close();
});
