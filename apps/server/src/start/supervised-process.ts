import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { backOff } from './back-off.ts';
import type { LogFile } from './log-file.ts';
import { StartProblem } from './problem.ts';
import { red, say } from './terminal.ts';

export interface ProcessPlan {
  /** For people: "The server". */
  name: string;
  script: string;
  args?: string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
  log: LogFile;
  /** Asked until it gives undefined; until then it says what is missing. */
  notReady: () => Promise<string | undefined>;
}

/**
 * Loaded into every process before its own code: when the supervisor is gone, however it went, the process stops too and
 * gives back its ports.
 */
const LEAVE_WITH_PARENT = `data:text/javascript,${encodeURIComponent(
  "process.once('disconnect', () => process.kill(process.pid, 'SIGTERM')); process.channel?.unref();",
)}`;
const READY_PATIENCE_MS = 120_000;
const STOP_PATIENCE_MS = 20_000;

/** A process that is kept running: when it dies unasked it is started again, at once at first, then more and more patiently. */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private stopping = false;
  private everReady = false;
  private readonly plan: ProcessPlan;
  private readonly delay = backOff();

  constructor(plan: ProcessPlan) {
    this.plan = plan;
  }

  /** Resolves when the process answers. @throws {StartProblem} when it ends before, with what it complained about. */
  async start(): Promise<void> {
    this.stopping = false;
    this.launch();
    const deadline = performance.now() + READY_PATIENCE_MS;

    for (;;) {
      if (this.stopping) return;
      if (this.child === undefined || hasEnded(this.child)) throw new StartProblem(this.farewell('did not start'));
      const missing = await this.plan.notReady();
      if (missing === undefined) break;
      if (performance.now() > deadline) {
        throw new StartProblem(
          `${this.plan.name} is not ready after two minutes: ${missing}. Its log is ${this.plan.log.file}.`,
        );
      }
      await pause(50);
    }
    this.everReady = true;
  }

  /** SIGTERM, and SIGKILL when it does not listen in 20 s; `force` goes straight to the latter. */
  async stop(force = false): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child === undefined || hasEnded(child)) return;

    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(force ? 'SIGKILL' : 'SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await ended;
    clearTimeout(timer);
  }

  /** Stops and starts with what is on disk now. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private launch(): void {
    const { script, args = [], env, cwd, log } = this.plan;
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', LEAVE_WITH_PARENT, script, ...args], {
      env,
      cwd,
      detached: true, // Ctrl-C reaches us alone, so that we stop things in order.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    log.forget();
    child.stdout?.on('data', (chunk: Buffer) => log.write(chunk));
    child.stderr?.on('data', (chunk: Buffer) => log.write(chunk));
    child.once('error', () => undefined); // Followed by "close", which tells.
    child.once('close', () => void this.ended(child));
    this.child = child;
  }

  private async ended(child: ChildProcess): Promise<void> {
    if (this.stopping || !this.everReady || child !== this.child) return;

    const delay = this.delay();
    say(red(`  ${this.farewell('stopped unexpectedly')} Starting it again in ${delay / 1000} s.`));
    await pause(delay);
    if (!this.stopping && child === this.child) this.launch();
  }

  private farewell(what: string): string {
    const { name, log } = this.plan;
    const { signalCode = null, exitCode = null } = this.child ?? {};
    if (signalCode !== null) return `${name} ${what} (${signalCode}).`;

    const complaint = log.lastComplaint()?.replace(/\.?$/, '.') ?? '';
    return `${name} ${what} (exit code ${exitCode}). ${complaint} Its log is ${log.file}.`;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}
