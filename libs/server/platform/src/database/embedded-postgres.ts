import { mkdir, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DATABASE, createCluster } from './embedded-postgres-cluster.ts';
import { findBinaries, type Binaries } from './embedded-postgres-binaries.ts';
import { tieToThisProcess } from './embedded-postgres-guard.ts';
import { binariesCopy, chooseHome, clusterIn, inspectCluster, makeHome } from './embedded-postgres-home.ts';
import { EmbeddedPostgresProblem } from './embedded-postgres-problem.ts';
import { clearLeftovers } from './embedded-postgres-process.ts';
import { freePort, startServer, type RunningServer } from './embedded-postgres-server.ts';
import { newPassword, readState, stateFile, writeState, type State } from './embedded-postgres-state.ts';
import type { RunAs } from './embedded-postgres-user.ts';

export { EmbeddedPostgresProblem } from './embedded-postgres-problem.ts';

export interface EmbeddedPostgresOptions {
  /** Created when missing. Root's database files live elsewhere; `postgres.json` in here says where. */
  dataDir: string;
  /** Receives single lines for people. */
  log: (line: string) => void;
  /** Insist on this port; without it a free one is chosen and remembered. */
  port?: number;
  /** False for tests: no fsync, and the database ends and disappears with this process. */
  durable?: boolean;
}

export interface EmbeddedPostgres extends RunningServer {
  /** `postgres://…` of the database `bureau`, for its owner and superuser. */
  url: string;
  port: number;
}

const NEEDED_BYTES = 150 * 1024 * 1024;

/**
 * Starts the PostgreSQL that came with the dependencies, creating its database on the first call, taking over what a killed
 * launcher left behind. @throws {EmbeddedPostgresProblem} one line saying what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const durable = options.durable ?? true;
  const binaries = await findBinaries(binariesCopy());
  await needSpace(options.dataDir);
  const { state, runAs } = await openOrCreate(binaries, { ...options, durable });

  await clearLeftovers(clusterIn(state.home), options.log);
  const { server, port } = await startOnSomePort({ binaries, state, runAs, durable, options });
  if (port !== state.port) await writeState(options.dataDir, { ...state, port });
  const url = `postgres://${DATABASE}:${state.password}@127.0.0.1:${port}/${DATABASE}`;
  if (durable) return { ...server, url, port };

  const release = tieToThisProcess(server.pid, [state.home, stateFile(options.dataDir)]);
  return { ...server, url, port, stop: () => server.stop().finally(release) };
}

/** Deletes the database of a data directory wherever it lives, stopping it first. Does nothing when there is none. */
export async function removeEmbeddedPostgres(dataDir: string, log: (line: string) => void): Promise<void> {
  const known = await readState(dataDir).catch(() => undefined);

  for (const home of new Set([known?.home ?? chooseHome(dataDir, true), chooseHome(dataDir, true)])) {
    await clearLeftovers(clusterIn(home), log);
    await rm(home, { recursive: true, force: true });
  }
  await rm(stateFile(dataDir), { force: true });
}

async function openOrCreate(
  binaries: Binaries,
  options: EmbeddedPostgresOptions & { durable: boolean },
): Promise<{ state: State; runAs: RunAs }> {
  const { dataDir, durable, log } = options;
  const known = await readState(dataDir);
  if (known?.created) return { state: known, runAs: await inspectCluster(dataDir, known, binaries.majorVersion) };

  const home = chooseHome(dataDir, durable);
  const state = { home, port: options.port ?? (await freePort()), password: newPassword(), created: false };
  if (known) await rm(clusterIn(home), { recursive: true, force: true });
  const runAs = await makeHome(home, log);
  await writeState(dataDir, state);
  await createCluster({ binaries, home, password: state.password, runAs, durable });

  const created = { ...state, created: true };
  await writeState(dataDir, created);
  return { state: created, runAs };
}

interface StartInput {
  binaries: Binaries;
  state: State;
  runAs: RunAs;
  durable: boolean;
  options: EmbeddedPostgresOptions;
}

/** A remembered port may have been taken meanwhile: move on, unless the caller insists on it. */
async function startOnSomePort(input: StartInput): Promise<{ server: RunningServer; port: number }> {
  const { binaries, state, runAs, durable, options } = input;
  let port = options.port ?? state.port;

  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const outcome = await startServer({ binaries, home: state.home, runAs, port, durable, log: options.log });
    if ('pid' in outcome) return { server: outcome, port };
    if ('problem' in outcome) throw outcome.problem;

    if (outcome.retry === 'same-port')
      await pause(500); // The last processes of a killed server are still letting go.
    else if (options.port === undefined) port = await freePort();
    else
      throw new EmbeddedPostgresProblem(`Port ${port} for PostgreSQL is taken. Stop what uses it, or choose another.`);
  }
  throw new EmbeddedPostgresProblem(
    `Another PostgreSQL holds the database in ${clusterIn(state.home)}. Stop it, then start again.`,
  );
}

async function needSpace(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new EmbeddedPostgresProblem(
      `Cannot create ${folder} (${error.code}). Make it writable or set BUREAU_DATA_DIR.`,
    );
  });

  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= NEEDED_BYTES) return;
  throw new EmbeddedPostgresProblem(
    `The disk is full: ${path.resolve(folder)} has ${Math.floor((bavail * bsize) / 1024 ** 2)} MB left, PostgreSQL needs ${NEEDED_BYTES / 1024 ** 2} MB. Free some space or set BUREAU_DATA_DIR.`,
  );
}
