import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrationsFolder } from './migrations-folder.ts';

/** Any number, the same for every process: only one migrates at a time. */
const MIGRATION_LOCK = 7_261_154;

/**
 * Brings a database to the newest schema, each file in its own transaction, in the order of their names.
 * Safe to run from several processes at once. Returns the names of the files that were applied.
 * Throws when a file that was applied before is missing: the database is newer than this program.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    return await applyPending(client);
  } finally {
    await client.end();
  }
}

async function applyPending(client: Client): Promise<string[]> {
  const folder = migrationsFolder();
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const { rows } = await client.query<{ name: string }>('SELECT name FROM migrations');
  const applied = new Set(rows.map((row) => row.name));
  const unknown = [...applied].filter((name) => !files.includes(name));
  if (unknown.length > 0) {
    throw new Error(`The database was migrated by a newer Bureau (${unknown.join(', ')}): update this program.`);
  }

  const pending = files.filter((name) => !applied.has(name));
  for (const name of pending) {
    await client.query('BEGIN');
    await client.query(await readFile(join(folder, name), 'utf8'));
    await client.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    await client.query('COMMIT');
  }
  return pending;
}
