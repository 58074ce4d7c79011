import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import { Clock, JobQueue } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { pushWaiting } from './push.job.ts';
import { SalesforceOutbox } from './outbox.repository.ts';

/** Remembers that records of the desk have changed and sees to it that somebody looks. */
@Injectable()
export class NoteChanges {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly outbox: SalesforceOutbox,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** While it is paused, off or disconnected, too, once it was on: what changed meanwhile goes when it goes on. */
  async run(object: SyncObject, deskIds: readonly number[]): Promise<void> {
    const { wasOn, isOn } = await this.connections.latestState();
    if (!wasOn) return;
    await this.outbox.mark(object, deskIds, this.clock.now());
    if (isOn) await this.queue.add(pushWaiting, {});
  }
}
