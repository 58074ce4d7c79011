import { setTimeout as pause } from 'node:timers/promises';
import {
  EmbeddedPostgresProblem,
  findDatabaseProblem,
  startEmbeddedPostgres,
  type Config,
  type EmbeddedPostgres,
} from '@bureau/platform';
import { backOff } from './back-off.ts';
import { StartProblem } from './problem.ts';
import { red, say } from './terminal.ts';

export interface DeskDatabase {
  url: string;
  words: string;
  stop(): Promise<void>;
}

/** The database that DATABASE_URL names, else our own, which is kept running until stopped. */
export async function openDatabase(config: Config): Promise<DeskDatabase> {
  return config.databaseUrl === undefined ? openEmbedded(config.dataDir) : openForeign(config.databaseUrl);
}

async function openForeign(url: string): Promise<DeskDatabase> {
  const problem = await findDatabaseProblem(url);
  if (problem !== undefined) throw new StartProblem(problem);

  return { url, words: `PostgreSQL at ${new URL(url).host}`, stop: async () => undefined };
}

async function openEmbedded(dataDir: string): Promise<DeskDatabase> {
  let current = await startOrExplain(dataDir);
  let stopping = false;
  const delay = backOff();
  const { url } = current;

  const watch = async (server: EmbeddedPostgres): Promise<void> => {
    const end = await server.exited;
    if (stopping) return;

    const wait = delay();
    say(red(`  The database stopped unexpectedly (${end}). Starting it again in ${wait / 1000} s.`));
    await pause(wait);
    if (!stopping) await restart();
  };
  const restart = async (): Promise<void> => {
    try {
      // The same port, because the url is already in the hands of the other processes.
      current = await startEmbeddedPostgres({ dataDir, log: say, port: Number(new URL(url).port) });
      void watch(current);
    } catch (error) {
      say(red(`  ${error instanceof Error ? error.message : String(error)}`));
      await pause(delay());
      if (!stopping) await restart();
    }
  };

  void watch(current);
  return {
    url,
    words: 'PostgreSQL 18, embedded',
    stop: async () => {
      stopping = true;
      await current.stop();
    },
  };
}

async function startOrExplain(dataDir: string): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres({ dataDir, log: say });
  } catch (error) {
    throw error instanceof EmbeddedPostgresProblem ? new StartProblem(error.message) : error;
  }
}
