import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Load, LoadResult } from './load.ts';

export const root = path.resolve(import.meta.dirname, '../..');

const children = new Set<ChildProcess>();

export interface Started {
  pid: number;
  /** The first line that `read` recognised. */
  port: number;
  smtpPort: number | null;
  stop(): Promise<void>;
}

/** Starts a program and waits for the line of JSON in which it says its ports. */
export async function startProgram(script: string, env: Record<string, string>, args: string[] = []): Promise<Started> {
  const child = spawn(process.execPath, [...args, path.join(root, script)], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const gone = once(child, 'exit').then(() => {
    children.delete(child);
  });
  const ready = new Promise<{ port: number; smtpPort: number | null }>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (isTrouble(line)) console.error(line);
      const ports = portsIn(line);
      if (ports) resolve(ports);
    });
  });

  const early = gone.then(() => Promise.reject(new Error(`${script} ended before it was ready.`)));
  const ports = await Promise.race([ready, early]);
  early.catch(() => undefined);
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  return { pid: child.pid ?? 0, ...ports, stop };
}

/** What a program could not do, it says in its log. */
function isTrouble(line: string): boolean {
  return line.startsWith('{') && JSON.parse(line).level >= 50;
}

/** `{"port":…}` of the bare server, or the desk's log line `The desk is ready.` */
function portsIn(line: string): { port: number; smtpPort: number | null } | null {
  if (!line.startsWith('{')) return null;
  const said = JSON.parse(line);
  if (typeof said.port === 'number') return { port: said.port, smtpPort: null };
  if (typeof said.url === 'string' && 'smtpPort' in said) {
    return { port: Number(new URL(said.url).port), smtpPort: said.smtpPort };
  }
  return null;
}

/** One measurement by the load generator. Throws when an answer was not as expected. */
export async function measure(load: Load): Promise<LoadResult> {
  const child = fork(path.join(import.meta.dirname, 'load.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  children.add(child);
  child.send(load);
  const result = await new Promise<LoadResult>((resolve, reject) => {
    child.once('message', (message: LoadResult) => resolve(message));
    child.once('exit', (code) => reject(new Error(`The load generator ended with ${code}.`)));
  });
  children.delete(child);
  if (result.failures > 0) throw new Error(`${result.failures} answers were wrong, the first: ${result.firstFailure}`);
  return result;
}

/** Ends whatever still runs. */
export function stopPrograms(): void {
  for (const child of children) child.kill('SIGKILL');
}
