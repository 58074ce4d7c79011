import { createHash } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EmbeddedPostgresProblem } from './embedded-postgres-problem.ts';
import { stateFile, type State } from './embedded-postgres-state.ts';
import { isRoot, unprivilegedUser, type RunAs } from './embedded-postgres-user.ts';

/** Root's databases live here, because PostgreSQL's own user may not be able to enter the data directory. */
const ROOT_BASE = '/var/lib/bureau';

/** Where a new database goes: inside the data directory, or for root in a folder of its own outside. */
export function chooseHome(dataDir: string, durable: boolean): string {
  const inside = path.join(path.resolve(dataDir), 'postgres');
  if (!isRoot()) return inside;

  const hash = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 16);
  return path.join(durable ? ROOT_BASE : tmpdir(), durable ? hash : `bureau-postgres-${hash}`);
}

/** Where root puts a copy of the PostgreSQL programs; undefined when they can run from where npm put them. */
export function binariesCopy(): string | undefined {
  return isRoot() ? ROOT_BASE : undefined;
}

/**
 * Creates the home of a new database, owned by the user that PostgreSQL will run as. A database found there has lost its
 * data directory (root's live apart from it): it is kept aside, never overwritten.
 */
export async function makeHome(home: string, log: (line: string) => void): Promise<RunAs> {
  const runAs: RunAs = isRoot() ? unprivilegedUser() : {};
  await mkdir(path.dirname(home), { recursive: true, mode: 0o755 });
  await mkdir(home, { recursive: true, mode: 0o700 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(home, runAs.uid, runAs.gid);

  await setAside(clusterIn(home), log);
  return runAs;
}

/** Checks that an existing cluster can be opened, and tells whom it belongs to. */
export async function inspectCluster(dataDir: string, state: State, majorVersion: string): Promise<RunAs> {
  const cluster = clusterIn(state.home);
  const version = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new EmbeddedPostgresProblem(missing(dataDir, cluster, error.code));
  });

  if (version.trim() !== majorVersion) {
    throw new EmbeddedPostgresProblem(
      `The database in ${cluster} was made by PostgreSQL ${version.trim()}, this is ${majorVersion}. Go back to the release that made it and take a backup, or begin anew with: npm start -- --reset`,
    );
  }
  return ownerOf(cluster);
}

export function clusterIn(home: string): string {
  return path.join(home, 'cluster');
}

async function ownerOf(cluster: string): Promise<RunAs> {
  const { uid, gid } = await stat(cluster);
  if (isRoot() && uid !== 0) return { uid, gid };
  if (uid === process.getuid?.() && uid !== 0) return {};
  if (process.getuid === undefined) return {};

  throw new EmbeddedPostgresProblem(
    uid === 0
      ? `The database in ${cluster} belongs to root, as whom PostgreSQL refuses to run. Give it back with: chown -R <its user> ${cluster}`
      : `The database in ${cluster} belongs to another user (uid ${uid}). Start Bureau as that user, or set BUREAU_DATA_DIR.`,
  );
}

function missing(dataDir: string, cluster: string, code: string | undefined): string {
  if (code === 'EACCES') {
    return `Cannot read the database in ${cluster}: permission denied. Start Bureau as the user who created it, or set BUREAU_DATA_DIR.`;
  }
  return `The database of ${path.resolve(dataDir)} is damaged: ${cluster}/PG_VERSION is missing (${stateFile(dataDir)} says it lives there). Restore a backup, or begin anew with: npm start -- --reset`;
}

async function setAside(cluster: string, log: (line: string) => void): Promise<void> {
  const aside = `${cluster}.left-behind`;
  try {
    await stat(cluster);
  } catch {
    return;
  }

  if (!isRoot()) {
    throw new EmbeddedPostgresProblem(
      `There is a database in ${cluster}, but postgres.json with its password is gone. Restore that file, or begin anew with: npm start -- --reset`,
    );
  }
  await rm(aside, { recursive: true, force: true });
  await rename(cluster, aside);
  log(`A database without its data directory was found in ${cluster}; it was moved to ${aside}.`);
}
