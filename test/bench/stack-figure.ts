import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeEmbeddedPostgres } from '../../libs/server/platform/src/database/embedded-postgres.ts';
import { freePort } from '../../libs/server/platform/src/database/embedded-postgres-server.ts';
import { root } from './processes.ts';

export interface StackFigure {
  /** From `npm start` to the console's page, in seconds: on an empty data directory, and with the data kept. */
  firstStartSeconds: number;
  secondStartSeconds: number;
  /** Megabytes in memory when idle, shared pages counted once (PSS). */
  idleMegabytes: Record<string, number>;
}

const PATIENCE_MS = 180_000;
const SETTLE_MS = 10_000;
const running = new Set<ChildProcess>();

/** Runs what `npm start` runs, twice, and looks at how much memory all of it takes when nobody asks for anything. */
export async function measureStack(): Promise<StackFigure> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'bureau-bench-stack-'));
  try {
    const first = await start(dataDir);
    await stop(first.child);
    const second = await start(dataDir);
    await pause(SETTLE_MS);
    const idleMegabytes = await memoryOf(second.child.pid ?? 0);
    await stop(second.child);
    return { firstStartSeconds: first.seconds, secondStartSeconds: second.seconds, idleMegabytes };
  } finally {
    await removeEmbeddedPostgres(dataDir, () => undefined);
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Ends what `measureStack` runs; it then rejects. */
export function stopStack(): void {
  for (const child of running) child.kill('SIGTERM');
}

async function start(dataDir: string): Promise<{ child: ChildProcess; seconds: number }> {
  const [port, smtpPort, sandboxPort] = await Promise.all([freePort(), freePort(), freeSandboxPort()]);
  const begin = performance.now();
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      BUREAU_DATA_DIR: dataDir,
      PORT: `${port}`,
      BUREAU_SMTP_PORT: `${smtpPort}`,
      BUREAU_SANDBOX_PORT: `${sandboxPort}`,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  try {
    await firstPage(child, `http://127.0.0.1:${port}/`);
  } catch (error) {
    await stop(child);
    throw error;
  }
  return { child, seconds: (performance.now() - begin) / 1000 };
}

/** The sandbox's X and Facebook listen 1 and 2 above its page, its mail 25 above. */
async function freeSandboxPort(): Promise<number> {
  for (;;) {
    const port = await freePort();
    const free = await Promise.all([1, 2, 25].map((above) => isFree(port + above)));
    if (free.every(Boolean)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  const free = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.close();
  return free;
}

async function firstPage(child: ChildProcess, url: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end && child.exitCode === null) {
    const status = await fetch(url).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => 0,
    );
    if (status === 200) return;
    await pause(50);
  }
  throw new Error('npm start did not serve a page.');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Proportional set sizes of a process and all that descend from it, summed by what they are. */
async function memoryOf(pid: number): Promise<Record<string, number>> {
  const kilobytes: Record<string, number> = {};
  for (const id of await familyOf(pid)) {
    const [command, rollup] = await Promise.all([
      readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => ''),
      readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => ''),
    ]);
    const name = nameOf(command);
    kilobytes[name] = (kilobytes[name] ?? 0) + Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return Object.fromEntries(Object.entries(kilobytes).map(([name, size]) => [name, Math.round(size / 1024)]));
}

function nameOf(command: string): string {
  if (command.includes('sandbox/dist')) return 'sandbox';
  if (command.includes('server/dist/main.js')) return 'server';
  return command.includes('postgres') ? 'postgresql' : 'start';
}

async function familyOf(pid: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const family = [pid];
  for (const member of family) {
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  }
  return family;
}
