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
  async holding<T>(name: string, work: (lock: HeldLock) => Promise<T>): Promise<T> {
    const options = `-c lock_timeout=${PATIENCE_MS} -c statement_timeout=0`;
    const client = new Client({ connectionString: this.url, keepAlive: true, options });
    let lost: Error | null = null;
    client.on('error', (error) => (lost = error));
    await client.connect();
    try {
      await client.query("SELECT pg_advisory_lock(hashtextextended('held ' || $1, 0))", [name]);
      const check = () => {
        if (lost) throw new Error(`The lock "${name}" was lost.`, { cause: lost });
      };
      return await work({ check });
    } finally {
      // Lost connections end in an error, and there is nothing to let go any more.
      await client.end().catch(() => undefined);
    }
  }
}
