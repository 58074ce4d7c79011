import type { ServiceClock } from '../service/clock.ts';
import { SfError } from './sf-error.ts';
import type { Setup } from './settings.ts';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/** How many calls were made in the last 24 hours, by the hour, and how many run at this moment. */
export class Usage {
  readonly #clock: ServiceClock;
  readonly #setup: Setup;
  readonly #hours = new Map<number, number>();
  #running = 0;

  constructor(clock: ServiceClock, setup: Setup) {
    this.#clock = clock;
    this.#setup = setup;
  }

  /** Counts a call, or refuses it when none is left. */
  count(calls = 1): void {
    if (this.used() + calls > this.#setup.get().dailyCalls) {
      throw new SfError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    }
    this.add(calls);
  }

  add(calls: number): void {
    const hour = this.#hour();
    this.#hours.set(hour, (this.#hours.get(hour) ?? 0) + calls);
  }

  /** Throws when too many run already; returns the function to call when it is over. */
  begin(): () => void {
    if (this.#running >= this.#setup.get().concurrentCalls) {
      const words = 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.';
      throw new SfError('REQUEST_LIMIT_EXCEEDED', words);
    }
    this.#running += 1;
    return () => {
      this.#running -= 1;
    };
  }

  used(): number {
    const oldest = this.#hour() - DAY_HOURS;
    for (const hour of this.#hours.keys()) if (hour <= oldest) this.#hours.delete(hour);
    return [...this.#hours.values()].reduce((sum, calls) => sum + calls, 0);
  }

  /** As in the header of each answer. */
  header(): string {
    return `api-usage=${this.used()}/${this.#setup.get().dailyCalls}`;
  }

  clear(): void {
    this.#hours.clear();
  }

  #hour(): number {
    return Math.floor(this.#clock.ms() / HOUR_MS);
  }
}
