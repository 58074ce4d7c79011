import { Injectable } from '@nestjs/common';
import type { ActorStamp, MailAddress } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';
import { pictureOf } from './picture-in-text.ts';

const SAID = statement(
  'forwards.said',
  `SELECT m.id, m.at, m.subject, m.text, m.visible_length AS "visibleLength", m.from_name AS "fromName",
     m.from_address AS "fromAddress", m.recipients_to AS "to", m.recipients_cc AS "cc", m.erased_at IS NOT NULL AS erased
   FROM messages m LEFT JOIN deliveries d ON d.message_id = m.id
   WHERE m.case_id = $1 AND CASE WHEN $2::bigint[] IS NULL
     THEN m.purpose = 'message' AND m.automatic IS NULL AND m.erased_at IS NULL AND d.state IS DISTINCT FROM 'cancelled'
     ELSE m.id = ANY($2) END
   ORDER BY m.sequence`,
);

const STORE = statement(
  'forwards.store',
  `WITH said AS (
     INSERT INTO messages (id, case_id, sequence, direction, purpose, hidden_at, subject, text, visible_length, html, from_name,
                           from_address, recipients_to, recipients_cc, message_id, author, user_id, at, automatic)
     VALUES ($2, $1, $3, 'out', 'forward', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $4, $20)
   ), files AS (
     INSERT INTO attachments (message_id, position, file_name, content_type, size, sha256, content_id, inline)
     SELECT $2, row_number() OVER (ORDER BY own DESC, place), file_name, content_type, size, sha256, content_id, inline FROM (
       SELECT true AS own, array_position($16::bigint[], id)::bigint AS place, file_name, content_type, size, sha256,
         ${pictureOf('$8')}
       FROM uploads WHERE id = ANY($16::bigint[]) AND user_id = $15
       UNION ALL
       SELECT false, id, file_name, content_type, size, sha256, NULL, false
       FROM attachments WHERE message_id = ANY($17::bigint[]) AND sha256 IS NOT NULL AND NOT inline) chosen
     RETURNING 1
   ), moved AS (
     UPDATE cases SET sequence = $3, outbound_count = outbound_count + 1, changed_at = $4, active_at = $4,
       attachment_count = attachment_count + (SELECT count(*) FROM files)
     WHERE id = $1
   )
   INSERT INTO deliveries (message_id, case_id, recipients, undo_until, next_attempt_at, created_at, updated_at)
   VALUES ($2, $1, $18, $19, $19, $4, $4) RETURNING id AS "deliveryId"`,
);

/** A message that may be forwarded. */
export interface SaidMessage {
  id: number;
  at: Date;
  subject: string;
  text: string;
  visibleLength: number;
  fromName: string;
  fromAddress: string;
  to: MailAddress[];
  cc: MailAddress[];
  erased: boolean;
}

export interface ForwardRow {
  caseId: number;
  messageId: number;
  sequence: number;
  at: Date;
  subject: string;
  text: string;
  /** Characters of `text` that the agent wrote. */
  visibleLength: number;
  html: string;
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  mailMessageId: string;
  author: ActorStamp;
  /** Null: no person wrote it. */
  userId: number | null;
  /** It carries the marks of RFC 3834. */
  automatic: boolean;
  uploadIds: number[];
  /** Messages whose files go along. */
  filesOf: number[];
  undoUntil: Date;
}

/** Reads messages and never notes: nothing internal leaves the desk by a forward. */
@Injectable()
export class ForwardRepository {
  constructor(private readonly database: Database) {}

  /** Those named, whatever they are; or with null the whole thread between customer and company, in order. */
  findSaid(caseId: number, messageIds: number[] | null): Promise<SaidMessage[]> {
    return this.database.rows<SaidMessage>(SAID, [caseId, messageIds]);
  }

  /** Message, files, delivery and the case's counts in one statement. */
  async store(forward: ForwardRow): Promise<{ deliveryId: number }> {
    const row = await this.database.row<{ deliveryId: number }>(STORE, [
      forward.caseId,
      forward.messageId,
      forward.sequence,
      forward.at,
      forward.subject,
      forward.text,
      forward.visibleLength,
      forward.html,
      forward.from.name,
      forward.from.address,
      JSON.stringify(forward.to),
      JSON.stringify(forward.cc),
      forward.mailMessageId,
      JSON.stringify(forward.author),
      forward.userId,
      forward.uploadIds,
      forward.filesOf,
      [...forward.to, ...forward.cc].map(({ address }) => address),
      forward.undoUntil,
      forward.automatic ? 'auto-answer' : null,
    ]);
    if (!row) throw new Error('The forward was not stored.');
    return row;
  }
}
