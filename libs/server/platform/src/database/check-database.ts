import { Client, DatabaseError } from 'pg';

const OLDEST_VERSION = 15;
const PATIENCE_MS = 5_000;

/** Why Bureau cannot use the PostgreSQL behind `DATABASE_URL`, in one line with the fix; undefined when it can. */
export async function findDatabaseProblem(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined); // Reported by the call that is waiting.
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; may_create: boolean }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version,
              has_database_privilege(current_database(), 'CREATE') AS may_create`,
    );
    return complaintAbout(rows[0], new URL(url));
  } catch (error) {
    return explain(error, new URL(url));
  } finally {
    await client.end().catch(() => undefined);
  }
}

function complaintAbout(found: { version: number; may_create: boolean } | undefined, url: URL): string | undefined {
  if (found === undefined) return `The database at ${url.host} (DATABASE_URL) gave no answer. Is it a PostgreSQL?`;
  if (found.version < OLDEST_VERSION) {
    return `The database at ${url.host} (DATABASE_URL) is PostgreSQL ${found.version}; Bureau needs ${OLDEST_VERSION} or newer.`;
  }
  if (found.may_create) return undefined;
  return `The user "${url.username}" may not create schemas in the database ${url.pathname.slice(1)} (DATABASE_URL). Make it the owner of that database.`;
}

function explain(error: unknown, url: URL): string {
  const place = `The database at ${url.host} (DATABASE_URL)`;
  if (error instanceof DatabaseError && error.code === '28P01') {
    return `${place} refuses the password of "${url.username}". Correct DATABASE_URL.`;
  }
  if (error instanceof DatabaseError && error.code === '3D000') {
    return `${place} has no database ${url.pathname.slice(1)}. Create it with: createdb ${url.pathname.slice(1)}`;
  }

  const reason = error instanceof Error ? messageOf(error) : String(error);
  return `${place} cannot be reached (${reason}). Start it, or correct DATABASE_URL; without DATABASE_URL Bureau brings its own.`;
}

/** A refused connection to a name with several addresses is an AggregateError, whose own message is empty. */
function messageOf(error: Error): string {
  const first = error instanceof AggregateError ? error.errors.find((inner) => inner instanceof Error) : error;
  return first instanceof Error ? first.message : error.name;
}
