import { randomBytes } from 'node:crypto';
import type { ChangeEvent } from './change-events.ts';

/** How long an empty answer is kept back, and how long somebody may be silent before he is forgotten, in milliseconds. */
const HELD_MS = 20_000;
const LAPSES_MS = 40_000;

type Subscriber = {
  channels: Set<string>;
  waiting: ChangeEvent[];
  /** Lets the answer go that is kept back. */
  wake: () => void;
  seenAt: number;
};

/** Who listens to what, and what he has yet to be told. */
export class Subscribers {
  readonly #all = new Map<string, Subscriber>();

  /** Returns the id by which the listener is known. */
  add(): string {
    const id = randomBytes(16).toString('hex');
    this.#all.set(id, { channels: new Set(), waiting: [], wake: () => undefined, seenAt: Date.now() });
    return id;
  }

  /** False: nobody is known by this id. */
  subscribe(id: string, channel: string): boolean {
    return this.#seen(id)?.channels.add(channel) !== undefined;
  }

  unsubscribe(id: string, channel: string): boolean {
    return this.#seen(id)?.channels.delete(channel) !== undefined;
  }

  remove(id: string): boolean {
    this.#all.get(id)?.wake();
    return this.#all.delete(id);
  }

  /** What there is to tell; when there is nothing yet, as soon as there is something, or nothing after a while. */
  async take(id: string, { atOnce }: { atOnce: boolean }): Promise<ChangeEvent[] | undefined> {
    const subscriber = this.#seen(id);
    if (!subscriber) return undefined;
    subscriber.wake();
    if (subscriber.waiting.length === 0 && !atOnce) await held(subscriber);
    subscriber.seenAt = Date.now();
    return subscriber.waiting.splice(0);
  }

  tell(event: ChangeEvent): void {
    this.#forgetTheSilent();
    for (const subscriber of this.#all.values()) {
      if (!subscriber.channels.has(event.channel)) continue;
      subscriber.waiting.push(event);
      subscriber.wake();
    }
  }

  clear(): void {
    for (const id of [...this.#all.keys()]) this.remove(id);
  }

  #seen(id: string): Subscriber | undefined {
    const subscriber = this.#all.get(id);
    if (subscriber) subscriber.seenAt = Date.now();
    return subscriber;
  }

  #forgetTheSilent(): void {
    const now = Date.now();
    for (const [id, { seenAt }] of this.#all) if (now - seenAt > LAPSES_MS) this.remove(id);
  }
}

function held(subscriber: Subscriber): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, HELD_MS).unref();
    subscriber.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}
