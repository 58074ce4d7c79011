import type { ServiceClock } from '../service/clock.ts';
import { SfError } from './sf-error.ts';

type Lock = { id: string; until: number; holder: number };

/** Records that somebody else is writing at this moment. */
export class Locks {
  readonly #clock: ServiceClock;
  #held: Lock[] = [];
  #count = 0;

  constructor(clock: ServiceClock) {
    this.#clock = clock;
  }

  /** Returns the function that gives the records free, which happens by itself after `forMs`. */
  take(ids: string[], forMs = Number.POSITIVE_INFINITY): () => void {
    const holder = ++this.#count;
    const until = this.#clock.ms() + forMs;
    this.#held.push(...ids.map((id) => ({ id, until, holder })));
    return () => {
      this.#held = this.#held.filter((lock) => lock.holder !== holder);
    };
  }

  /** Throws when one of these records is being written by somebody else. */
  need(ids: string[]): void {
    const now = this.#clock.ms();
    this.#held = this.#held.filter(({ until }) => until > now);
    const taken = this.#held.find(({ id }) => ids.includes(id));
    if (!taken) return;
    const words = `unable to obtain exclusive access to this record or 1 records: ${taken.id}`;
    throw new SfError('UNABLE_TO_LOCK_ROW', words, { fields: [] });
  }

  clear(): void {
    this.#held = [];
  }
}
