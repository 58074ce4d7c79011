import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresProblem } from './embedded-postgres-problem.ts';

/** Milliseconds granted to each way of stopping before the next, ruder one. */
const PATIENCE: readonly [NodeJS.Signals, number][] = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  ready: boolean;
}

/** The postmaster that says it runs on this cluster, dead or alive; undefined when it was stopped cleanly. */
export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);

  return Number.isInteger(pid) && pid > 1 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
}

/**
 * Ends whatever an earlier launcher left on this cluster: a server still running is stopped in good order, a `postmaster.pid`
 * whose number now belongs to another program is removed.
 */
export async function clearLeftovers(cluster: string, log: (line: string) => void): Promise<void> {
  const postmaster = await readPostmaster(cluster);
  if (postmaster === undefined) return;

  if (!runsOn(cluster, postmaster.pid)) {
    await rm(path.join(cluster, 'postmaster.pid'), { force: true });
    return;
  }
  log(`A PostgreSQL of an earlier run is still there (process ${postmaster.pid}); stopping it first.`);
  await stopProcess(postmaster.pid, () => runsOn(cluster, postmaster.pid));
}

/** Fast shutdown first (running statements are rolled back, all is flushed), then immediate, then kill. */
export async function stopProcess(pid: number, isAlive: () => boolean): Promise<void> {
  for (const [signal, patience] of PATIENCE) {
    if (!isAlive()) return;
    send(pid, signal);

    const deadline = performance.now() + patience;
    while (isAlive() && performance.now() < deadline) await pause(20);
  }
  if (isAlive())
    throw new EmbeddedPostgresProblem(`PostgreSQL (process ${pid}) does not stop. End it with: kill -9 ${pid}`);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    return; // It ended by itself between the question and the signal.
  }
}

function runsOn(cluster: string, pid: number): boolean {
  const command = commandOf(pid);
  return command.includes('postgres') && command.includes(cluster);
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
