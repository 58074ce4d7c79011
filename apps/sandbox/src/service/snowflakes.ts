import { createHash } from 'node:crypto';
import type { ServiceClock } from './clock.ts';

const EPOCH_MS = 1_288_834_974_657n;
const SEQUENCE_BITS = 22n;

/**
 * 64-bit ids that grow with time, as X makes them: milliseconds since its epoch, then a counter instead of chance.
 * The same clock gives the same ids, and an id never comes twice, even when the clock is turned back.
 */
export class Snowflakes {
  readonly #clock: ServiceClock;
  #last = 0n;

  constructor(clock: ServiceClock) {
    this.#clock = clock;
  }

  next(): string {
    const floor = idAt(this.#clock.ms());
    this.#last = floor > this.#last ? floor : this.#last + 1n;
    return String(this.#last);
  }

  /** A secret that cannot be guessed from its neighbours, yet is the same in the same world. */
  secret(prefix: string): string {
    return prefix + createHash('sha256').update(`${prefix} ${this.next()}`).digest('base64url');
  }

  /** Later ids will be greater than this one; for worlds that were kept. */
  goOnAfter(id: string): void {
    const known = BigInt(id);
    if (known > this.#last) this.#last = known;
  }
}

/** The smallest id of a moment, given in epoch milliseconds. */
export function idAt(ms: number): bigint {
  const since = BigInt(Math.trunc(ms)) - EPOCH_MS;
  return (since > 0n ? since : 0n) << SEQUENCE_BITS;
}

/** The moment of an id in epoch milliseconds. */
export function momentOf(id: string): number {
  return Number((BigInt(id) >> SEQUENCE_BITS) + EPOCH_MS);
}
