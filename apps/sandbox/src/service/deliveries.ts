import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { ServiceClock } from './clock.ts';

/** How events reach webhooks. Real services do all of this. */
export const Manner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('promptly') }),
  z.object({ kind: z.literal('twice') }),
  /** What comes within `windowMs` goes out in the opposite order. */
  z.object({ kind: z.literal('out-of-order'), windowMs: z.number().int().min(1).max(600_000).default(500) }),
  z.object({ kind: z.literal('late'), milliseconds: z.number().int().min(1).max(600_000).default(5000) }),
  /** Kept back until another manner is chosen. */
  z.object({ kind: z.literal('held') }),
  /** Never sent. */
  z.object({ kind: z.literal('lost') }),
]);
export type Manner = z.infer<typeof Manner>;
export type MannerInput = z.input<typeof Manner>;

export type Parcel = { url: string; headers: Record<string, string>; body: string };

export type Delivery = Parcel & {
  sequence: number;
  /** ISO 8601, by the clock of the service; null while it waits. */
  sentAt: string | null;
  /** One entry an attempt: the status, or why there was none, and how long it took. */
  attempts: { status: number | null; error?: string; milliseconds: number }[];
};

type Options = {
  clock: ServiceClock;
  /** How long a receiver may take to answer. */
  patienceMs: number;
  /** Real milliseconds to wait before each further attempt after a failure. */
  retryAfterMs: number[];
  /** Told when a delivery was taken, or when its last attempt failed: whoever retries by the service's clock listens. */
  ended?: (delivery: Delivery, taken: boolean) => void;
};

const KEPT = 2000;

/** So many calls are under way at most; a flood waits its turn instead of choking on sockets. */
const AT_ONCE = 32;

/** Posts signed bytes to webhooks, outside the request that caused them, in the manner that was chosen. */
export class Deliveries {
  readonly #options: Options;
  readonly #underWay = new Set<Promise<void>>();
  #manner: Manner = { kind: 'promptly' };
  #waiting: Delivery[] = [];
  #all: Delivery[] = [];
  #sequence = 0;
  #sending = 0;
  readonly #inLine: (() => void)[] = [];
  #stopped = new AbortController();

  constructor(options: Options) {
    this.#options = options;
  }

  post(parcel: Parcel): void {
    const delivery: Delivery = { ...parcel, sequence: ++this.#sequence, sentAt: null, attempts: [] };
    this.#all = [...this.#all.slice(-KEPT), delivery];
    this.#dispatch(delivery, this.#manner);
  }

  get manner(): Manner {
    return this.#manner;
  }

  /** What was held goes out when anything else is chosen. */
  setManner(given: MannerInput): void {
    this.#manner = Manner.parse(given);
    if (this.#manner.kind !== 'held') this.#sendWaiting();
  }

  /** Posts the bytes of an earlier delivery once more. */
  repeat(sequence: number): boolean {
    const delivery = this.#all.find((one) => one.sequence === sequence);
    if (delivery) this.again(delivery);
    return delivery !== undefined;
  }

  /** Posts a delivery once more, also one that is no longer listed. */
  again(delivery: Delivery): void {
    this.#begin(this.#send(delivery));
  }

  list(): Delivery[] {
    return this.#all;
  }

  /** Resolves when nothing is on its way (what is held does not count). */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  clear(): void {
    this.#all = [];
    this.#waiting = [];
    this.#manner = { kind: 'promptly' };
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.idle();
  }

  #dispatch(delivery: Delivery, manner: Manner): void {
    switch (manner.kind) {
      case 'promptly':
        return this.#begin(this.#send(delivery));
      case 'twice':
        return this.#begin(Promise.all([this.#send(delivery), this.#send(delivery)]));
      case 'late':
        return this.#begin(this.#pause(manner.milliseconds).then(() => this.#send(delivery)));
      case 'out-of-order':
        this.#waiting.push(delivery);
        if (this.#waiting.length > 1) return;
        return this.#begin(this.#pause(manner.windowMs).then(() => this.#sendReversed()));
      case 'held':
        this.#waiting.push(delivery);
        return;
      case 'lost':
        return;
    }
  }

  #begin(work: Promise<unknown>): void {
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    const tracked: Promise<void> = settled.finally(() => this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
  }

  #sendWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const delivery of waiting) this.#begin(this.#send(delivery));
  }

  /** One after the other, so that the newest really arrives first. */
  async #sendReversed(): Promise<void> {
    const waiting = this.#waiting.reverse();
    this.#waiting = [];
    for (const delivery of waiting) await this.#send(delivery);
  }

  async #send(delivery: Delivery): Promise<void> {
    delivery.sentAt ??= this.#options.clock.now().toISOString();
    for (const pauseMs of [0, ...this.#options.retryAfterMs]) {
      await this.#pause(pauseMs);
      if (await this.#inTurn(() => this.#attempt(delivery))) return this.#options.ended?.(delivery, true);
    }
    this.#options.ended?.(delivery, false);
  }

  async #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#sending >= AT_ONCE) await new Promise<void>((resolve) => this.#inLine.push(resolve));
    else this.#sending += 1;
    try {
      return await work();
    } finally {
      const next = this.#inLine.shift();
      if (next) next();
      else this.#sending -= 1;
    }
  }

  async #attempt(delivery: Delivery): Promise<boolean> {
    const signal = AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(this.#options.patienceMs)]);
    const began = performance.now();
    const took = () => Math.round(performance.now() - began);
    try {
      const { url, headers, body } = delivery;
      const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
      await response.arrayBuffer();
      delivery.attempts.push({ status: response.status, milliseconds: took() });
      return response.ok;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      delivery.attempts.push({ status: null, error: reason, milliseconds: took() });
      return false;
    }
  }

  /** Rejects when the service stops, which ends whatever waits. */
  async #pause(milliseconds: number): Promise<void> {
    if (milliseconds > 0) await wait(milliseconds, undefined, { signal: this.#stopped.signal, ref: false });
  }
}
