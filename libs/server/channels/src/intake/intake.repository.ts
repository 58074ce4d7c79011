import { Injectable } from '@nestjs/common';
import type { Fate, SenderCheck } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';
import type { MailEnvelope } from './intake-item.entity.ts';

const RECORD = statement(
  'intake.record',
  `WITH blob AS (INSERT INTO blobs (sha256, size) VALUES ($6, $7) ON CONFLICT DO NOTHING)
   INSERT INTO intake_items (source, external_id, mailbox_id, received_at, envelope, raw_sha256, size, social_account_id, demo)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, coalesce((SELECT demo FROM social_accounts WHERE id = $8), false))
   ON CONFLICT (source, external_id) DO NOTHING RETURNING id`,
);

const TAKE = statement(
  'intake.take',
  `UPDATE intake_items i SET attempts = attempts + 1
   FROM mailboxes m JOIN brands b ON b.id = m.brand_id
   WHERE i.id = $1 AND i.fate = 'waiting' AND m.id = i.mailbox_id
   RETURNING i.id, i.source, i.raw_sha256 AS "rawSha256", i.envelope, i.received_at AS "receivedAt", i.attempts,
     m.id AS "mailboxId", m.address AS "mailboxAddress", m.brand_id AS "brandId", m.group_id AS "groupId",
     m.demo AS demo`,
);

const SETTLE = statement(
  'intake.settle',
  `UPDATE intake_items SET fate = $2, reason = $3, case_id = $4, message_id = $5, mail_message_id = $6, content_hash = $7,
     from_address = $8, subject = $9, sender = $10, settled_at = $11, home_case_id = $12,
     answer_to = $13, headers = $14
   WHERE id = $1 AND fate = 'waiting'`,
);

export interface IntakeToRecord {
  source: string;
  externalId: string;
  /** Null: it came to no mailbox. */
  mailboxId: number | null;
  /** The account of X or Facebook that it came to. */
  socialAccountId?: number | null;
  receivedAt: Date;
  envelope: MailEnvelope;
  rawSha256: string;
  size: number;
}

/** An item of mail or of a page whose turn has come, with its mailbox. */
export interface TakenItem {
  id: number;
  source: string;
  rawSha256: string;
  envelope: MailEnvelope;
  receivedAt: Date;
  attempts: number;
  mailboxId: number;
  mailboxAddress: string;
  brandId: number;
  groupId: number | null;
  demo: boolean;
}

export interface Settlement {
  fate: Exclude<Fate, 'waiting'>;
  reason: string;
  caseId?: number | null;
  /** The merged case that it belongs to; null: `caseId`. */
  homeCaseId?: number | null;
  messageId?: number | null;
}

/** What was read of a mail, for the ledger. */
export interface LedgerFacts {
  mailMessageId: string | null;
  contentHash: string | null;
  fromAddress: string;
  subject: string;
  sender: SenderCheck | null;
  /** Whom an automatic answer may go to (RFC 3834 §2); null: nobody. */
  answerTo: string | null;
  /** «Name: value» of each line that business rules may ask for. */
  headers: string[];
}

@Injectable()
export class IntakeRepository {
  constructor(private readonly database: Database) {}

  /** The new item's id, or undefined when this external id is in the ledger already. */
  async record(item: IntakeToRecord): Promise<number | undefined> {
    const row = await this.database.row<{ id: number }>(RECORD, [
      item.source,
      item.externalId,
      item.mailboxId,
      item.receivedAt,
      JSON.stringify(item.envelope),
      item.rawSha256,
      item.size,
      item.socialAccountId ?? null,
    ]);
    return row?.id;
  }

  /** Counts an attempt and reads the item; undefined when it is settled already, or came to no mailbox. */
  take(id: number): Promise<TakenItem | undefined> {
    return this.database.row<TakenItem>(TAKE, [id]);
  }

  /** Gives an item its fate. Returns false when another process was faster: the caller must roll back. */
  async settle(id: number, settlement: Settlement, { facts, at }: { facts: LedgerFacts; at: Date }): Promise<boolean> {
    const { fate, reason, caseId = null, homeCaseId = null, messageId = null } = settlement;
    const settled = await this.database.run(SETTLE, [
      id,
      fate,
      reason,
      caseId,
      messageId,
      facts.mailMessageId,
      facts.contentHash,
      facts.fromAddress.slice(0, 320),
      facts.subject.slice(0, 1000),
      facts.sender && JSON.stringify(facts.sender),
      at,
      homeCaseId,
      facts.answerTo,
      JSON.stringify(facts.headers),
    ]);
    return settled === 1;
  }

  /** Serialises everything that says the same, so that of two equal mails at once one becomes the message. */
  async lockContent(contentHash: string): Promise<void> {
    await this.database.run("SELECT pg_advisory_xact_lock(hashtextextended('intake ' || $1, 0))", [contentHash]);
  }

  /** The item of the same brand that already brought this content, if one did. */
  findTwin(contentHash: string, { brandId, id }: { brandId: number; id: number }) {
    return this.database.row<{ id: number; caseId: number | null; address: string; fate: Fate }>(
      `SELECT i.id, i.case_id AS "caseId", m.address, i.fate FROM intake_items i JOIN mailboxes m ON m.id = i.mailbox_id
       WHERE i.content_hash = $1 AND m.brand_id = $2 AND i.id <> $3 AND i.fate IN ('message', 'held', 'suppressed')
       ORDER BY i.id LIMIT 1`,
      [contentHash, brandId, id],
    );
  }

  /** Notes that these bytes are in the storage; the same ones may come many times. */
  async recordBlobs(blobs: readonly { sha256: string; size: number }[]): Promise<void> {
    if (blobs.length === 0) return;
    await this.database.run(
      'INSERT INTO blobs (sha256, size) SELECT * FROM unnest($1::text[], $2::bigint[]) ON CONFLICT DO NOTHING',
      [blobs.map(({ sha256 }) => sha256), blobs.map(({ size }) => size)],
    );
  }

  /** Puts a settled item back in line; false when there is none, or its fate is another than those of `from`. */
  async reopen(id: number, from: readonly Fate[]): Promise<boolean> {
    const reopened = await this.database.run(
      `UPDATE intake_items SET fate = 'waiting', reason = '', content_hash = NULL, settled_at = NULL
       WHERE id = $1 AND fate = ANY($2)`,
      [id, from],
    );
    return reopened === 1;
  }

  async fateOf(id: number): Promise<{ fate: Fate; caseId: number | null } | undefined> {
    return this.database.row<{ fate: Fate; caseId: number | null }>(
      'SELECT fate, case_id AS "caseId" FROM intake_items WHERE id = $1',
      [id],
    );
  }

  /** Items that wait since before `before`: their job was lost, or never added. */
  async findWaiting(before: Date): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      "SELECT id FROM intake_items WHERE fate = 'waiting' AND received_at < $1 ORDER BY received_at, id LIMIT 5000",
      [before],
    );
    return rows.map(({ id }) => id);
  }
}
