/**
 * Collects what arrives while the previous call is under way and hands it over in one go: a lone item goes at once,
 * a flood travels in few round trips.
 */
export class Batch<Item> {
  private waiting: Item[] = [];
  private next: Promise<void> | undefined;
  private current: Promise<void> = Promise.resolve();

  constructor(private readonly send: (items: Item[]) => Promise<void>) {}

  /** Resolves when the item has been sent. */
  add(item: Item): Promise<void> {
    this.waiting.push(item);
    this.next ??= this.current
      .catch(() => undefined)
      .then(() => {
        const items = this.waiting;
        this.waiting = [];
        this.next = undefined;
        this.current = this.send(items);
        return this.current;
      });
    return this.next;
  }
}
