import type { OnApplicationShutdown } from '@nestjs/common';
import { Pool, type PoolClient } from 'pg';

/** How long somebody waits for his turn. */
const PATIENCE_MS = 60_000;

/** So long a connection that holds nothing is kept for the next lock: to open one costs more than many statements. */
const IDLE_MS = 5_000;

export interface HeldLock {
  /** Throws when the lock is lost: the connection that held it broke, and somebody else may go on. */
  check(): void;
}

/**
 * Locks for work that talks to the outside and therefore cannot be done in a transaction. Each is held on a connection of
 * its own (PostgreSQL's advisory locks of a session): the pool is not touched, and a process that dies lets go at once.
 */
export class HeldLocks implements OnApplicationShutdown {
  /** As many as there are locks: whoever holds one may need another. */
  private readonly connections: Pool;

  constructor(url: string) {
    const options = `-c lock_timeout=${PATIENCE_MS} -c statement_timeout=0`;
    const lifetime = { max: Infinity, idleTimeoutMillis: IDLE_MS, allowExitOnIdle: true };
    this.connections = new Pool({ connectionString: url, keepAlive: true, options, ...lifetime });
    // One that breaks while it holds nothing is missed by nobody.
    this.connections.on('error', () => undefined);
  }

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

  async onApplicationShutdown(): Promise<void> {
    await this.connections.end();
  }

  private async connected<T>(work: (client: PoolClient, lock: HeldLock) => Promise<T>): Promise<T> {
    const client = await this.connections.connect();
    let lost: Error | null = null;
    const onError = (error: Error) => (lost = error);
    client.on('error', onError);
    const check = () => {
      if (lost) throw new Error('A lock was lost.', { cause: lost });
    };
    try {
      return await work(client, { check });
    } finally {
      const isFree = await letGo(client);
      client.off('error', onError);
      client.release(!isFree);
    }
  }
}

/** False: the connection is broken, and must not be used again; with it went what it held. */
function letGo(client: PoolClient): Promise<boolean> {
  return client.query('SELECT pg_advisory_unlock_all()').then(
    () => true,
    () => false,
  );
}
