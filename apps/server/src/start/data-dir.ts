import { readFileSync } from 'node:fs';
import { access, constants, mkdir, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { removeEmbeddedPostgres } from '@bureau/platform';
import { StartProblem } from './problem.ts';
import { say } from './terminal.ts';

const NEEDED_MB = 300;
/** Files that only Bureau makes: a folder without any of them is not ours to delete. */
const OURS = ['postgres.json', 'secret', 'launcher.pid', 'demo-people.json'];

/** Creates the data directory, checks that there is room in it, and takes it for this launcher alone. */
export async function openDataDir(dataDir: string): Promise<{ release: () => Promise<void> }> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new StartProblem(
      `Cannot create the data directory ${dataDir} (${wordsFor(error)}). Set BUREAU_DATA_DIR to a folder you own.`,
    );
  });
  await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK).catch((error: NodeJS.ErrnoException) => {
    throw new StartProblem(
      `Cannot write to the data directory ${dataDir} (${wordsFor(error)}). Start as its owner, or set BUREAU_DATA_DIR.`,
    );
  });
  await needSpace(dataDir);

  return take(dataDir);
}

/** Deletes everything the desk ever knew, wherever root's database lives. */
export async function resetDataDir(dataDir: string): Promise<void> {
  const names = await readdir(dataDir).catch(() => []);
  if (names.length > 0 && !names.some((name) => OURS.includes(name))) {
    throw new StartProblem(
      `${dataDir} does not look like a data directory of Bureau, so --reset does not delete it. Check BUREAU_DATA_DIR.`,
    );
  }

  await refuseWhenTaken(path.join(dataDir, 'launcher.pid'), dataDir);
  await removeEmbeddedPostgres(dataDir, say);
  for (const name of names) await rm(path.join(dataDir, name), { recursive: true, force: true });
}

async function take(dataDir: string): Promise<{ release: () => Promise<void> }> {
  const file = path.join(dataDir, 'launcher.pid');
  await refuseWhenTaken(file, dataDir);

  await writeFile(file, `${process.pid}\n`, { mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw new StartProblem(`Cannot write ${file} (${wordsFor(error)}). Make room, or set BUREAU_DATA_DIR.`);
  });
  return { release: () => rm(file, { force: true }) };
}

async function refuseWhenTaken(file: string, dataDir: string): Promise<void> {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  if (pid === process.pid || !isLauncher(pid)) return;

  throw new StartProblem(
    `Bureau already runs on ${dataDir} (process ${pid}). Stop it first, or set BUREAU_DATA_DIR to another folder.`,
  );
}

/** The number may belong to another program after a crash or a restarted container. */
function isLauncher(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 2) return false;
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.js');
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function needSpace(dataDir: string): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir);
  const left = Math.floor((bavail * bsize) / 1024 ** 2);
  if (left >= NEEDED_MB) return;

  throw new StartProblem(
    `The disk is full: ${dataDir} has ${left} MB left, Bureau needs ${NEEDED_MB} MB. Free some space, or set BUREAU_DATA_DIR.`,
  );
}

function wordsFor(error: NodeJS.ErrnoException): string {
  const words: Record<string, string> = {
    EACCES: 'permission denied',
    EROFS: 'read-only file system',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of the path is a file',
    EEXIST: 'it is a file',
  };
  return words[error.code ?? ''] ?? error.message;
}
