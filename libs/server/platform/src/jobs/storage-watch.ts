import { randomUUID } from 'node:crypto';
import type { Rebuild } from './job-queue.ts';

export interface StorageMarker {
  /** True while the storage that was filled last is still there. */
  present(): Promise<boolean>;
  /** Notes in the storage that this filling of it has begun. */
  begin(filling: string): Promise<void>;
  /** Marks the storage as filled, unless the note of this filling is gone: it was emptied once more meanwhile. */
  set(filling: string): Promise<void>;
}

/**
 * Notices that the queue's storage is empty (first start, FLUSHALL, a restore without it) by a marker that lives in the
 * same storage, and has it rebuilt. The marker is set after the rebuild, so that a crash in between rebuilds again, and only
 * on what the rebuild has filled: storage that is lost while it is rebuilt is rebuilt at the next look.
 */
export class StorageWatch {
  private readonly rebuilds: Rebuild[] = [];
  private timer: NodeJS.Timeout | undefined;
  private checking: Promise<void> | undefined;

  constructor(
    private readonly marker: StorageMarker,
    private readonly onError: (error: unknown) => void,
  ) {}

  add(rebuild: Rebuild): void {
    this.rebuilds.push(rebuild);
  }

  async start(everyMs: number): Promise<void> {
    await this.check();
    this.timer = setInterval(() => void this.check(), everyMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.checking;
  }

  private check(): Promise<void> {
    this.checking ??= this.rebuildIfLost()
      .catch(this.onError)
      .finally(() => (this.checking = undefined));
    return this.checking;
  }

  private async rebuildIfLost(): Promise<void> {
    if (this.rebuilds.length === 0 || (await this.marker.present())) return;
    const filling = randomUUID();
    await this.marker.begin(filling);
    for (const rebuild of this.rebuilds) await rebuild();
    await this.marker.set(filling);
  }
}
