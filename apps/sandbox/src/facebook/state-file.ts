import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { FacebookState } from './state.ts';

const SETTLE_MS = 100;
/** Writing may take this share of the time at most: a large world is written less often. */
const BUSY_SHARE = 0.05;

/** Keeps the whole world in one file, written soon after a change and at the latest when the service stops. */
export class StateFile {
  readonly #file: string;
  readonly #state: FacebookState;
  #timer: NodeJS.Timeout | undefined;
  #tookMs = 0;

  constructor(file: string, state: FacebookState) {
    this.#file = file;
    this.#state = state;
  }

  /** As it was left; undefined when there is nothing, or nothing that can be read. */
  static read(file: string): FacebookState | undefined {
    if (!existsSync(file)) return undefined;
    try {
      return FacebookState.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
    } catch {
      return undefined;
    }
  }

  changed(): void {
    this.#timer ??= setTimeout(() => this.write(), Math.max(SETTLE_MS, this.#tookMs / BUSY_SHARE));
  }

  /** Whole or not at all: a crash leaves the file of before. */
  write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const began = performance.now();
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#state));
    renameSync(`${this.#file}.new`, this.#file);
    this.#tookMs = performance.now() - began;
  }

  /** Nothing more is written. */
  stop(): void {
    if (this.#timer) this.write();
  }

  remove(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    rmSync(this.#file, { force: true });
  }
}
