import { setImmediate } from 'node:timers/promises';

/** Of the event loop. They take no time while there is nothing else to do, and the longer the more there is. */
const TURNS = 3;

/**
 * Collects what arrives within a few turns, and while the previous call is under way, and hands it over in one go: a lone
 * item waits for nobody, a flood travels in few round trips.
 */
export class Batch<Item> {
  private waiting: Item[] = [];
  private next: Promise<void> | undefined;
  private current: Promise<void> = Promise.resolve();

  constructor(private readonly send: (items: Item[]) => Promise<void>) {}

  /** Resolves when the item has been sent. */
  add(item: Item): Promise<void> {
    this.waiting.push(item);
    this.next ??= this.sendNext();
    return this.next;
  }

  private async sendNext(): Promise<void> {
    await this.current.catch(() => undefined);
    for (let turn = 0; turn < TURNS; turn += 1) await setImmediate();
    const items = this.waiting;
    this.waiting = [];
    this.next = undefined;
    this.current = this.send(items);
    return this.current;
  }
}
