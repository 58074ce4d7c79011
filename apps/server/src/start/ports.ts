import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { StartProblem } from './problem.ts';

export interface WantedPort {
  /** The variable that moves it. */
  variable: string;
  host: string;
  port: number;
}

/** Processes of a killed launcher need a moment to notice and to let go. */
const PATIENCE_MS = 6_000;

/** @throws {StartProblem} naming the first port that is taken, by whom, and how to move. */
export async function needPorts(wanted: WantedPort[]): Promise<void> {
  const twice = wanted.find((a, index) => a.port !== 0 && wanted.findIndex((b) => b.port === a.port) < index);
  if (twice) throw new StartProblem(`Port ${twice.port} is given twice; set ${twice.variable} to another number.`);

  for (const { variable, host, port } of wanted) {
    const reason = await refusal(host, port);
    if (reason === undefined) continue;
    if (reason === 'EACCES') {
      throw new StartProblem(
        `Port ${port} (${variable}) needs root: ports below 1024 do. Set ${variable}=${port + 8000}, or another above 1023.`,
      );
    }
    if (reason === 'EADDRINUSE') {
      throw new StartProblem(
        `Port ${port} (${variable}) is taken by ${holderOf(port)}: stop it or set ${variable}=${port + 10}.`,
      );
    }
    throw new StartProblem(
      `Cannot listen on ${host}:${port} (${variable}, BUREAU_HOST): ${reason}. Set BUREAU_HOST to an address of this machine.`,
    );
  }
}

/** Undefined when one can listen there. */
async function refusal(host: string, port: number): Promise<string | undefined> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const reason = await tryToListen(host, port);
    const mayBeOurs = reason === 'EADDRINUSE' && /dist\/(main|start)\.js/.test(holderOf(port));
    if (!mayBeOurs || performance.now() > deadline) return reason;
    await pause(250);
  }
}

function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/** The command that listens on a port, as far as this machine tells (Linux, our own processes or root). */
function holderOf(port: number): string {
  try {
    const sockets = new Set(['tcp', 'tcp6'].flatMap((table) => listeners(table, port)));
    const holder = readdirSync('/proc').find((pid) => /^\d+$/.test(pid) && holdsOne(pid, sockets));
    if (holder === undefined) return 'another program';

    const command = readFileSync(`/proc/${holder}/cmdline`, 'utf8')
      .replace(/[\0\s]+/g, ' ')
      .trim()
      .slice(0, 80);
    return `process ${holder} (${command})`;
  } catch {
    return 'another program';
  }
}

/** Socket inodes in state LISTEN (0A) on the port, from /proc/net. */
function listeners(table: string, port: number): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = readFileSync(`/proc/net/${table}`, 'utf8').split('\n').slice(1);
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(suffix) && state === '0A')
    .map((columns) => `socket:[${columns[9]}]`);
}

function holdsOne(pid: string, sockets: Set<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`)));
  } catch {
    return false; // Someone else's process, or it has just ended.
  }
}
