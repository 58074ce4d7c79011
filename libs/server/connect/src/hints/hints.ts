import { setTimeout as pause } from 'node:timers/promises';
import type { SyncObject } from '@bureau/contracts';

/** What one person does is told in several events; and Salesforce is asked about hints no more often than this. */
const TOGETHER_MS = 500;
const APART_MS = 5_000;

/** Hints that come together are dealt with together. */
export class Hints {
  private readonly waiting = new Set<SyncObject>();
  private working: Promise<void> | undefined;
  private lastAt = -APART_MS;

  /** `deal` never rejects. */
  constructor(
    private readonly deal: (objects: SyncObject[]) => Promise<void>,
    private readonly signal: AbortSignal,
  ) {}

  add(objects: readonly SyncObject[]): void {
    for (const object of objects) this.waiting.add(object);
    if (this.waiting.size > 0) this.working ??= this.work().finally(() => (this.working = undefined));
  }

  /** Resolves when nothing is being dealt with. */
  async settled(): Promise<void> {
    await this.working;
  }

  private async work(): Promise<void> {
    while (this.waiting.size > 0 && !this.signal.aborted) {
      const wait = Math.max(TOGETHER_MS, this.lastAt + APART_MS - performance.now());
      await pause(wait, undefined, { signal: this.signal }).catch(() => undefined);
      if (this.signal.aborted) return;
      const objects = [...this.waiting];
      this.waiting.clear();
      this.lastAt = performance.now();
      await this.deal(objects);
    }
  }
}
