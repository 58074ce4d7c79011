import { readFile, rm } from 'node:fs/promises';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tieToThisProcess } from '../../libs/server/platform/src/database/embedded-postgres-guard.ts';
import {
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../libs/server/platform/src/database/embedded-postgres.ts';

/** A PostgreSQL as an operator runs it: what it has committed outlives its death. */
export interface DurablePostgres {
  url: string;
  /** kill -9 of the server and of every process it has. */
  kill(): Promise<void>;
  /** After `kill`: the same address and the same data. Resolves when it accepts connections. */
  restart(): Promise<void>;
  /** Stops it and deletes it. */
  remove(): Promise<void>;
}

export async function startDurablePostgres(): Promise<DurablePostgres> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bureau-durable-'));
  const start = async (port?: number) => {
    const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, ...(port ? { port } : {}) });
    return { ...server, release: tieToThisProcess(server.pid, []) };
  };
  let server = await start();

  return {
    url: server.url,
    kill: async () => {
      const processes = [server.pid, ...(await childrenOf(server.pid))];
      for (const pid of processes) killNow(pid);
      await server.exited;
      await server.release();
    },
    restart: async () => {
      server = await start(server.port);
    },
    remove: async () => {
      await server.stop();
      await server.release();
      await removeEmbeddedPostgres(dataDir, () => undefined);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.trim().split(/\s+/).filter(Boolean).map(Number);
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    return; // It ended by itself in between.
  }
}
