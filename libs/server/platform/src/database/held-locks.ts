import { Client } from 'pg';

/** How long somebody waits for his turn. */
const PATIENCE_MS = 60_000;

export interface HeldLock {
  /** Throws when the lock is lost: the connection that held it broke, and somebody else may go on. */
  check(): void;
}

/**
 * Locks for work that talks to the outside and therefore cannot be done in a transaction. Each is held on a connection of
 * its own (PostgreSQL's advisory locks of a session): the pool is not touched, and a process that dies lets go at once.
 */
export class HeldLocks {
  constructor(private readonly url: string) {}

  /** Does `work` while nobody else, in any process, does work of this name. Rejects when its turn does not come in a minute. */
  holding<T>(name: string, work: (lock: HeldLock) => Promise<T>): Promise<T> {
    return this.connected(async (client, lock) => {
      await client.query("SELECT pg_advisory_lock(hashtextextended('held ' || $1, 0))", [name]);
      return work(lock);
    });
  }

  /** Does `work` with those of the names that nobody else holds; it waits for none. */
  holdingFree<T>(names: readonly string[], work: (free: Set<string>, lock: HeldLock) => Promise<T>): Promise<T> {
    return this.connected(async (client, lock) => {
      const { rows } = await client.query<{ name: string }>(
        "SELECT name FROM unnest($1::text[]) name WHERE pg_try_advisory_lock(hashtextextended('held ' || name, 0))",
        [names],
      );
      return work(new Set(rows.map(({ name }) => name)), lock);
    });
  }

  private async connected<T>(work: (client: Client, lock: HeldLock) => Promise<T>): Promise<T> {
    const options = `-c lock_timeout=${PATIENCE_MS} -c statement_timeout=0`;
    const client = new Client({ connectionString: this.url, keepAlive: true, options });
    let lost: Error | null = null;
    client.on('error', (error) => (lost = error));
    await client.connect();
    const check = () => {
      if (lost) throw new Error('A lock was lost.', { cause: lost });
    };
    try {
      return await work(client, { check });
    } finally {
      // Lost connections end in an error, and there is nothing to let go any more.
      await client.end().catch(() => undefined);
    }
  }
}
