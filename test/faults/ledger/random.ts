/** Repeatable randomness: the same seed gives the same decisions. */
export class Random {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** In [0, 1): mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number; both ends are possible. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  }

  /** Another sequence for another actor, so that their order does not matter. */
  fork(actor: number): Random {
    return new Random(Math.imul(this.seed ^ (actor + 1), 0x9e3779b1));
  }
}

/** BUREAU_FAULT_SEED repeats the run of a seed that was printed. */
export function seedOfThisRun(): number {
  return Number(process.env['BUREAU_FAULT_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
}
