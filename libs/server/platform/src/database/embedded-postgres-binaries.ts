import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresProblem } from './embedded-postgres-problem.ts';

/** The programs of one PostgreSQL installation. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** As in the file PG_VERSION of a cluster, e.g. "18". */
  majorVersion: string;
}

const requireFrom = createRequire(import.meta.url);

/**
 * The PostgreSQL that came with the npm package. Its folder may lie where an unprivileged user cannot enter (a clone under
 * /root), so root passes `copyTo`, and gets a copy there that everybody can run.
 */
export async function findBinaries(copyTo?: string): Promise<Binaries> {
  const { folder, version } = installed();
  const majorVersion = version.split('.')[0] ?? '';
  if (copyTo === undefined) return programs(folder, majorVersion);

  const copy = path.join(copyTo, `postgresql-${version}`);
  if (!(await exists(copy))) await copyWhole(folder, copy);
  return programs(copy, majorVersion);
}

function installed(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const root = path.resolve(path.dirname(requireFrom.resolve(name)), '..');
    const { version }: { version: string } = requireFrom(path.join(root, 'package.json'));
    return { folder: path.join(root, 'native'), version };
  } catch {
    throw new EmbeddedPostgresProblem(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} here. Run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function programs(folder: string, majorVersion: string): Binaries {
  const program = (name: string) => path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), majorVersion };
}

/** Copies beside the target and renames, so that a half-made copy is never taken for a whole one. */
async function copyWhole(from: string, to: string): Promise<void> {
  const partial = `${to}.${process.pid}`;
  await mkdir(path.dirname(to), { recursive: true, mode: 0o755 });
  await cp(from, partial, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') });

  try {
    await rename(partial, to);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!(await exists(to))) throw error;
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
