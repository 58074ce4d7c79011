/**
 * Lists in memory, each read once and read again when it is too old; the longest unread ones are forgotten first. What
 * another process changes is seen when a list is old; what this one changes, after {@link clear}.
 */
export class FreshLists<T> {
  private readonly lists = new Map<string, { readAt: number; reading: Promise<T[]> }>();

  constructor(private readonly limits: { freshMs: number; most: number }) {}

  of(key: string, read: () => Promise<T[]>): Promise<T[]> {
    const known = this.lists.get(key);
    if (known && performance.now() - known.readAt < this.limits.freshMs) return known.reading;

    const reading = read();
    this.lists.delete(key);
    this.lists.set(key, { readAt: performance.now(), reading });
    reading.catch(() => this.lists.delete(key));
    const [oldest] = this.lists.keys();
    if (this.lists.size > this.limits.most && oldest !== undefined) this.lists.delete(oldest);
    return reading;
  }

  clear(): void {
    this.lists.clear();
  }
}
