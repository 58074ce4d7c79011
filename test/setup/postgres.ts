import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../libs/server/platform/src/database/embedded-postgres.ts';
import { migrate } from '../../libs/server/platform/src/database/migrate.ts';
import { PgBossJobQueue } from '../../libs/server/platform/src/jobs/pg-boss/pg-boss-job-queue.ts';
import { TEMPLATE_LOCK } from './template-lock.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's URL of the database `postgres`; clone the template from there. */
    postgresUrl: string;
    /** The migrated, empty database that each test file clones: CREATE DATABASE … TEMPLATE …. */
    postgresTemplate: string;
  }
}

const TEMPLATE = 'bureau_template';

/**
 * One throw-away PostgreSQL for the whole test run, with a migrated template. When `BUREAU_TEST_POSTGRES_URL` already names a
 * server (scripts/test.mjs starts one for all projects), that one is used and left running.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['BUREAU_TEST_POSTGRES_URL'];
  const server = given === undefined ? await startThrowAway() : { url: given, stop: async () => undefined };

  await createTemplate(server.url);
  project.provide('postgresUrl', server.url);
  project.provide('postgresTemplate', TEMPLATE);
  process.env['BUREAU_TEST_POSTGRES_URL'] = server.url;
  process.env['BUREAU_TEST_POSTGRES_TEMPLATE'] = TEMPLATE;
  return async () => {
    if (given === undefined) delete process.env['BUREAU_TEST_POSTGRES_URL'];
    await server.stop();
  };
}

async function startThrowAway(): Promise<{ url: string; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bureau-test-'));
  const server = await startEmbeddedPostgres({ dataDir, log: (line) => console.warn(line), durable: false });

  return {
    url: server.url.replace(/\/bureau$/, '/postgres'),
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Idempotent: the second project of a run finds it migrated. A template must have no connections, so it is not for tests. */
async function createTemplate(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (rowCount === 0) await admin.query(`CREATE DATABASE ${TEMPLATE}`);
    const url = new URL(adminUrl);
    url.pathname = `/${TEMPLATE}`;
    await migrate(url.href);
    await makeRoomForJobs(url.href);
  } finally {
    await admin.end();
  }
}

/** What every desk would make when it starts. */
async function makeRoomForJobs(databaseUrl: string): Promise<void> {
  const failed: unknown[] = [];
  const queue = new PgBossJobQueue({ databaseUrl, lockMs: 15_000, onError: (error) => failed.push(error) });
  await queue.open();
  await queue.close();
  if (failed.length > 0) throw new AggregateError(failed, 'The template has no room for jobs.');
}
