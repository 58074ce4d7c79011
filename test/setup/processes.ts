import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { tieToThisProcess } from '../../libs/server/platform/src/database/embedded-postgres-guard.ts';
import { freePort } from '../../libs/server/platform/src/database/embedded-postgres-server.ts';
import { until } from './until.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const MAIN = path.join(ROOT, 'apps/server/dist/main.js');
const KEPT_LOG = 200_000;

export interface ServerProcessOptions {
  databaseUrl: string;
  redisUrl?: string | undefined;
  /** As in BUREAU_ROLES. */
  roles: string;
  dataDir: string;
  /** A free one each when absent; name them to come back under the same address. */
  port?: number;
  smtpPort?: number;
  env?: Record<string, string>;
}

/** The built server as a process of its own. */
export interface ServerProcess {
  url: string;
  port: number;
  smtpPort: number;
  pid: number;
  /** The exit code, or the signal that ended it. */
  exited: Promise<number | string>;
  /** The latest of what it has written. */
  log(): string;
  /** Resolves when it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** Spawns `apps/server/dist/main.js` and waits until it says that it is ready, at most 60 s. It never outlives this process. */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  if (!existsSync(MAIN)) throw new Error(`${path.relative(ROOT, MAIN)} is missing: run "npm run build" first.`);
  const port = options.port ?? (await freePort());
  const smtpPort = options.smtpPort ?? (await freePort());
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
    cwd: options.dataDir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environmentOf(options, { port, smtpPort }),
  });
  const server = { ...watched(child), url: `http://127.0.0.1:${port}`, port, smtpPort };
  await ready(server);
  return server;
}

function environmentOf(
  { databaseUrl, redisUrl, roles, dataDir, env }: ServerProcessOptions,
  { port, smtpPort }: { port: number; smtpPort: number },
): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    TMPDIR: process.env['TMPDIR'],
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    BUREAU_ROLES: roles,
    PORT: `${port}`,
    BUREAU_SMTP_PORT: `${smtpPort}`,
    BUREAU_DATA_DIR: dataDir,
    BUREAU_UNDO_SECONDS: '0',
    BUREAU_LOG_LEVEL: 'warn',
    ...env,
  };
}

function watched(child: ChildProcess): Pick<ServerProcess, 'pid' | 'exited' | 'log' | 'kill'> {
  const { pid } = child;
  if (pid === undefined) throw new Error(`Cannot run ${process.execPath}.`);
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (written = (written + chunk.toString()).slice(-KEPT_LOG)));
  }
  const release = tieToThisProcess(pid, []);
  const exited = once(child, 'exit').then(async ([code, signal]: (number | string)[]) => {
    await release();
    return signal ?? code ?? 'unknown';
  });
  return {
    pid,
    exited,
    log: () => written,
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal);
      await exited;
    },
  };
}

async function ready(server: ServerProcess): Promise<void> {
  let ended: number | string | undefined;
  void server.exited.then((how) => (ended = how));
  const isReady = async () => {
    if (ended !== undefined) throw new Error(`The server ended with ${ended} before it was ready.\n${server.log()}`);
    return answersReady(server);
  };
  try {
    await until(isReady, { what: 'the server is ready', withinMs: 60_000 });
  } catch (error) {
    await server.kill();
    throw error;
  }
}

/** Whether the process says that all its parts work. */
export async function answersReady({ url }: { url: string }): Promise<boolean> {
  try {
    const { ok, body } = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(4_000) });
    await body?.cancel();
    return ok;
  } catch {
    return false;
  }
}
