import { join } from 'node:path';
import { z } from 'zod';
import { Journal } from '../journal.ts';

const Setting = z.object({
  /** How far this clock is ahead of the machine's. */
  aheadMs: z.number(),
  /** Epoch milliseconds at which it stands still, if it does. */
  stoppedAt: z.number().nullable(),
});
type Setting = z.infer<typeof Setting>;

const RUNNING: Setting = { aheadMs: 0, stoppedAt: null };

/** How a test may turn the clock of a service. */
export const ClockChange = z.union([
  z.object({ advanceMs: z.number().int().min(0) }).strict(),
  z.object({ at: z.iso.datetime().transform((at) => new Date(at)), stopped: z.boolean().default(false) }).strict(),
  z.object({ reset: z.literal(true) }).strict(),
]);
export type ClockChange = z.infer<typeof ClockChange>;

/** The time as one service sees it: its `Date` headers, expiries and ids all follow it, also after a restart. */
export class ServiceClock {
  readonly #journal: Journal<Setting>;
  readonly #listeners = new Set<() => void>();
  #setting: Setting;

  constructor(dataDir: string) {
    this.#journal = new Journal(join(dataDir, 'clock.jsonl'), Setting);
    this.#setting = this.#journal.facts().at(-1) ?? RUNNING;
  }

  now(): Date {
    return new Date(this.ms());
  }

  /** Epoch milliseconds. */
  ms(): number {
    return this.#setting.stoppedAt ?? Date.now() + this.#setting.aheadMs;
  }

  change(change: ClockChange): void {
    if ('reset' in change) this.#turn(RUNNING);
    else if ('at' in change) this.#set(change.at.getTime(), change.stopped);
    else this.#set(this.ms() + change.advanceMs, this.#setting.stoppedAt !== null);
  }

  /** Calls back after every change; returns the function that ends it. */
  whenChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(at: number, stopped: boolean): void {
    this.#turn(stopped ? { aheadMs: 0, stoppedAt: at } : { aheadMs: at - Date.now(), stoppedAt: null });
  }

  #turn(setting: Setting): void {
    this.#setting = setting;
    this.#journal.note(setting);
    for (const listener of [...this.#listeners]) listener();
  }
}
