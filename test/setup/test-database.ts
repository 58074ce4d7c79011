import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { TEMPLATE_LOCK } from './template-lock.ts';

/** A migrated, empty database of one's own. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Clones the migrated template. Drop it when done; open connections are cut. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createFrom(inject('postgresTemplate'));
}

/** Without a single table, as an operator provides it: the server migrates it. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createFrom('template0');
}

async function createFrom(template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Copied as files: through the log it is several times the work.
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`, TEMPLATE_LOCK);

  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** `shared`: a lock that is held meanwhile, beside others who share it. */
async function asAdmin(sql: string, shared?: number): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    if (shared !== undefined) await client.query('SELECT pg_advisory_lock_shared($1)', [shared]);
    await client.query(sql);
  } finally {
    await client.end();
  }
}
