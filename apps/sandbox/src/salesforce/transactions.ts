import type { ServiceClock } from '../service/clock.ts';
import { stampOf } from './value.ts';

type Open = { began: number; commitAt: number; commit: () => void };

/**
 * Transactions that take their time: what they wrote carries the stamp of when they began,
 * and is seen only when they are committed.
 */
export class Transactions {
  readonly #clock: ServiceClock;
  readonly #open = new Set<Open>();

  constructor(clock: ServiceClock) {
    this.#clock = clock;
    clock.whenChanged(() => this.settle());
  }

  /** Runs `commit` after `forMs` by the clock, or when the function that comes back is called. */
  begin(forMs: number, commit: () => void): () => void {
    const began = this.#clock.ms();
    const open: Open = { began, commitAt: began + forMs, commit };
    this.#open.add(open);
    return () => this.#end(open);
  }

  /** Commits what is due. */
  settle(): void {
    const now = this.#clock.ms();
    for (const one of [...this.#open]) if (one.commitAt <= now) this.#end(one);
  }

  /** Up to when everything is visible: the beginning of the oldest that is open. */
  coveredUntil(): string {
    return stampOf(Math.min(this.#clock.ms(), ...[...this.#open].map(({ began }) => began)));
  }

  clear(): void {
    this.#open.clear();
  }

  #end(open: Open): void {
    if (this.#open.delete(open)) open.commit();
  }
}
