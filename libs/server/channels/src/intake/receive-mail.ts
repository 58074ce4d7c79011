import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { BlobStorage, Clock, Database } from '@bureau/platform';
import type { MailEnvelope } from './intake-item.entity.ts';
import { IntakeRepository } from './intake.repository.ts';
import { WakeIntake } from './wake-intake.ts';

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
    private readonly wake: WakeIntake,
    private readonly clock: Clock,
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
    this.wake.later(ids);
    return ids;
  }
}
