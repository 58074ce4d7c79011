import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { BlobStorage, Clock, Database, JobQueue, LOG, type Log } from '@bureau/platform';
import type { MailEnvelope } from './intake-item.entity.ts';
import { IntakeRepository } from './intake.repository.ts';
import { processIntake } from './process-intake.job.ts';

export interface ReceivedMail {
  /** `smtp`, or `imap:` and the address of the mailbox. */
  source: string;
  /** One for each mailbox it came to; unique within the source. */
  arrivals: { mailboxId: number; externalId: string }[];
  raw: Readable | Uint8Array;
  envelope: MailEnvelope;
  /** Throws to refuse the mail after its last byte, before anything is recorded. */
  check?: () => void;
}

/**
 * Makes a mail safe: its bytes are in the storage and its ledger rows are committed when this resolves. Only then may
 * it be acknowledged to whoever brought it. Nothing is parsed here.
 */
@Injectable()
export class ReceiveMail {
  constructor(
    private readonly storage: BlobStorage,
    private readonly intake: IntakeRepository,
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** The ids of the new ledger items; none when all of them were known. Throws StorageUnavailable or a database error. */
  async run({ source, arrivals, raw, envelope, check }: ReceivedMail): Promise<number[]> {
    const { sha256, size } = await this.storage.put(raw);
    check?.();
    const receivedAt = this.clock.now();
    const ids = await this.database.transaction(async () => {
      const recorded: number[] = [];
      for (const { mailboxId, externalId } of arrivals) {
        const item = { source, externalId, mailboxId, receivedAt, envelope, rawSha256: sha256, size };
        const id = await this.intake.record(item);
        if (id !== undefined) recorded.push(id);
      }
      return recorded;
    });
    // Nobody waits for it: the mail is safe already.
    void this.wake(ids);
    return ids;
  }

  /** The ledger is the queue of record: a job that cannot be added now is added by the sweep. */
  private async wake(ids: number[]): Promise<void> {
    try {
      await this.queue.addMany(
        processIntake,
        ids.map((intakeId) => ({ id: `${intakeId}`, payload: { intakeId } })),
      );
    } catch (error) {
      this.log.warn(
        { err: error, intakeIds: ids },
        'The mail is safe but waits for the sweep: the queue did not answer.',
      );
    }
  }
}
