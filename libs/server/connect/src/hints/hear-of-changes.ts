import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { SyncObject } from '@bureau/contracts';
import { CONFIG, HeldLocks, LOG, type Config, type HeldLock, type Log } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { PullSalesforce } from '../pull/pull-salesforce.ts';
import { CLIENT, EventStreams, MaySync } from '../salesforce/index.ts';
import { CHANNELS, hintIn } from './change-event.ts';
import { Hints } from './hints.ts';

const HEARING = 'hearing of changes in salesforce';
/** How soon a process takes over from another one, and notices that it must not listen any more. */
const LOOK_EVERY_MS = 2_000;
/** From one try to open the stream to the next: the longer, the more of them failed. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** A stream that lived so long was none that failed. */
const LASTING_MS = 60_000;

/**
 * Listens, in one process at a time, for what Salesforce tells of changes as they happen (Change Data Capture), and asks at
 * once what they are instead of at the next poll. A hint and nothing more: what is missed or late the polls bring, which go on
 * as ever; and what is told is never taken for the record itself.
 */
@Injectable()
export class HearOfChanges {
  private stopping = new AbortController();
  private listening: Promise<void> = Promise.resolve();
  private failures = 0;

  constructor(
    private readonly streams: EventStreams,
    private readonly connections: ConnectionRepository,
    private readonly maySync: MaySync,
    private readonly pull: PullSalesforce,
    private readonly locks: HeldLocks,
    @Inject(CONFIG) private readonly config: Pick<Config, 'salesforce'>,
    @Inject(LOG) private readonly log: Log,
  ) {}

  start(): void {
    if (!this.config.salesforce.changeEvents) return;
    this.stopping = new AbortController();
    this.listening = this.listen(this.stopping.signal);
  }

  /** Resolves when nothing of it runs any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.listening;
  }

  private async listen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const waitMs = await this.turn(signal);
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** From taking the lock to the end of one stream. Returns after how many milliseconds to try again. */
  private async turn(signal: AbortSignal): Promise<number> {
    const began = performance.now();
    try {
      const words = await this.locks.holdingFree([HEARING], (free, lock) =>
        free.size > 0 ? this.hear(signal, lock) : Promise.resolve(null),
      );
      if (words === null) return LOOK_EVERY_MS;
      this.log.info({ words }, 'Salesforce does not tell of changes any more; the desk asks for them every minute.');
    } catch (error) {
      this.log.info({ err: error }, 'Salesforce does not tell of changes; the desk asks for them every minute.');
    }
    this.failures = performance.now() - began > LASTING_MS ? 1 : this.failures + 1;
    return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(this.failures - 1, 10));
  }

  /** Salesforce's words when it ends the stream; null: it is not to be listened to, or by another process. */
  private async hear(signal: AbortSignal, lock: HeldLock): Promise<string | null> {
    const organisation = await this.organisation();
    if (organisation === null) return null;
    const hints = new Hints((objects) => this.ask(objects), signal);
    const stream = await this.streams.open(CHANNELS, {
      opened: () => hints.add(SyncObject.options),
      event: (event) => hints.add(hintIn(event, CLIENT)),
    });
    const over = new AbortController();
    void stream.ended.then(() => over.abort());
    try {
      return await Promise.race([
        stream.ended,
        this.watch({ organisation, lock }, AbortSignal.any([signal, over.signal])),
      ]);
    } finally {
      stream.close();
      await hints.settled();
    }
  }

  /** Ends when the stream does, and when it is to be closed: at another organisation, or none, or another process's turn. */
  private async watch(
    { organisation, lock }: { organisation: number; lock: HeldLock },
    signal: AbortSignal,
  ): Promise<null> {
    while (!signal.aborted) {
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) break;
      lock.check();
      if ((await this.organisation()) !== organisation) break;
    }
    return null;
  }

  /** Which connection is to be listened to; null: none at the moment. */
  private async organisation(): Promise<number | null> {
    if ((await this.maySync.run()) !== 'yes') return null;
    return (await this.connections.current())?.id ?? null;
  }

  private async ask(objects: readonly SyncObject[]): Promise<void> {
    try {
      await this.pull.hinted(objects);
    } catch (error) {
      this.log.warn({ err: error, objects }, 'What changed in Salesforce was not asked for; the next poll does.');
    }
  }
}
