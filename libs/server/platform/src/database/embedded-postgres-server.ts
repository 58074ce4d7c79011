import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, constants, openSync, readSync, fstatSync } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './embedded-postgres-binaries.ts';
import { clusterIn } from './embedded-postgres-home.ts';
import { EmbeddedPostgresProblem, explainEarlyExit, type EarlyExit } from './embedded-postgres-problem.ts';
import { readPostmaster, stopProcess } from './embedded-postgres-process.ts';
import type { RunAs } from './embedded-postgres-user.ts';

/** A PostgreSQL process that accepts connections. */
export interface RunningServer {
  pid: number;
  /** Settles when the process is gone, wanted or not, with a word on how it ended. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

export interface ServerOptions {
  binaries: Binaries;
  home: string;
  runAs: RunAs;
  port: number;
  durable: boolean;
  log: (line: string) => void;
}

/** Recovery after a crash may take minutes on a big database; longer than this is not recovery. */
const START_PATIENCE_MS = 10 * 60_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  wal_compression: 'on',
  max_wal_size: '1GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
/** Only for tests: nothing survives a power cut, everything is faster. */
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '10min' };

/** Starts PostgreSQL on a cluster and waits until it answers; a result with `retry` asks the caller to try again. */
export async function startServer(options: ServerOptions): Promise<RunningServer | EarlyExit> {
  const cluster = clusterIn(options.home);
  const logFile = path.join(options.home, 'postgres.log');
  await rotate(logFile);
  const log = openSync(logFile, constants.O_APPEND | constants.O_CREAT | constants.O_RDWR, 0o600);
  const begin = fstatSync(log).size;

  try {
    const child = spawn(options.binaries.postgres, argumentsFor(cluster, options), {
      ...options.runAs,
      cwd: options.home,
      detached: true, // Ctrl-C in the terminal must not reach it: the database stops last.
      stdio: ['ignore', log, log],
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    });
    const exited = exitOf(child);
    const ready = await Promise.race([untilReady(cluster, child, options.log), exited.then(() => false)]);

    if (ready && child.pid !== undefined) return running(child, child.pid, exited);
    return explainEarlyExit(readFrom(log, begin), { cluster, logFile });
  } finally {
    closeSync(log);
  }
}

/** A TCP port on 127.0.0.1 that nobody uses now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

function argumentsFor(cluster: string, { port, durable }: ServerOptions): string[] {
  const settings = Object.entries({ ...SETTINGS, ...(durable ? {} : FORGETFUL) });
  return ['-D', cluster, '-p', String(port), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function running(child: ChildProcess, pid: number, exited: Promise<string>): RunningServer {
  child.unref();
  return { pid, exited, stop: () => stopProcess(pid, () => child.exitCode === null && child.signalCode === null) };
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
}

/** Asks `postmaster.pid`, as pg_ctl does: precise, and needs no connection. False when the process ended. */
async function untilReady(cluster: string, child: ChildProcess, log: (line: string) => void): Promise<boolean> {
  const start = performance.now();
  let nextNotice = start + 5_000;

  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const postmaster = await readPostmaster(cluster);
    if (postmaster?.pid === child.pid && postmaster.ready) return true;

    const now = performance.now();
    if (now > nextNotice) {
      log('PostgreSQL is putting the database in order after a crash …');
      nextNotice = now + 15_000;
    }
    if (now - start > START_PATIENCE_MS) {
      child.kill('SIGQUIT');
      throw new EmbeddedPostgresProblem(
        `PostgreSQL did not become ready in 10 minutes. Its log is in ${path.dirname(cluster)}.`,
      );
    }
    await pause(20);
  }
  return false;
}

async function rotate(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    ({ size }) => size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.1`);
}

function readFrom(file: number, begin: number): string {
  const buffer = Buffer.alloc(Math.min(fstatSync(file).size - begin, 64 * 1024));
  readSync(file, buffer, 0, buffer.length, begin);
  return buffer.toString('utf8');
}
