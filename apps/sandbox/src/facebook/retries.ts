import type { Delivery } from '../service/deliveries.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** After the first failure: at once, then less and less often, until 36 hours have passed. */
export const RETRY_AFTER_MS = [
  0,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  36 * HOUR,
];

type Waiting = { delivery: Delivery; since: number; tries: number };

/** Webhook calls that failed, and when the service's clock lets them be tried again. */
export class Retries {
  readonly #now: () => number;
  readonly #sendAgain: (delivery: Delivery) => void;
  readonly #gaveUp: (delivery: Delivery) => void;
  readonly #waiting = new Map<Delivery, Waiting>();
  #timer: NodeJS.Timeout | undefined;

  constructor(given: {
    now: () => number;
    sendAgain: (delivery: Delivery) => void;
    gaveUp: (delivery: Delivery) => void;
  }) {
    this.#now = given.now;
    this.#sendAgain = given.sendAgain;
    this.#gaveUp = given.gaveUp;
  }

  failed(delivery: Delivery): void {
    const waiting = this.#waiting.get(delivery) ?? { delivery, since: this.#now(), tries: 0 };
    if (RETRY_AFTER_MS[waiting.tries] === undefined) {
      this.#waiting.delete(delivery);
      return this.#gaveUp(delivery);
    }
    this.#waiting.set(delivery, waiting);
    this.look();
  }

  succeeded(delivery: Delivery): void {
    this.#waiting.delete(delivery);
  }

  get length(): number {
    return this.#waiting.size;
  }

  /** Sends what is due by the service's clock; ask again when the clock was turned. */
  look(): void {
    clearTimeout(this.#timer);
    const due = [...this.#waiting.values()].filter((one) => dueAt(one) <= this.#now());
    for (const one of due) {
      one.tries += 1;
      this.#sendAgain(one.delivery);
    }
    const next = Math.min(...[...this.#waiting.values()].map(dueAt).filter((at) => at > this.#now()));
    if (Number.isFinite(next)) this.#timer = setTimeout(() => this.look(), next - this.#now()).unref();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
  }
}

function dueAt({ since, tries }: Waiting): number {
  return since + (RETRY_AFTER_MS[tries] ?? Infinity);
}
