import { Injectable } from '@nestjs/common';
import type { PostRoute } from '@bureau/cases';
import type { MailAddress, MessagePurpose, SmtpSettings } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

const CLAIM = statement(
  'deliveries.claim',
  `WITH claimed AS (
     UPDATE deliveries SET state = 'sending', attempts = attempts + 1, claimed_at = $2, next_attempt_at = $3, ending_at = NULL,
       updated_at = $2
     WHERE id = $1 AND state = 'pending' AND next_attempt_at <= $2
     RETURNING id, message_id, case_id, recipients, attempts, coalesce(retried_at, created_at) AS due_since, route
   )
   SELECT d.id AS "deliveryId", d.case_id AS "caseId", d.message_id AS "messageId", d.attempts AS attempt, d.recipients,
     d.due_since AS "dueSince", d.route, m.subject, m.text, m.html, m.from_name AS "fromName", m.from_address AS "fromAddress",
     m.recipients_to AS "to", m.recipients_cc AS "cc", m.message_id AS "mailMessageId", m.in_reply_to AS "inReplyTo",
     m.reference_ids AS "references", m.automatic IS NOT NULL AS automatic, m.purpose, m.at,
     c.brand_id AS "brandId", m.user_id AS "userId", x.id AS "mailboxId", x.smtp,
     x.smtp_password_sealed AS "smtpPasswordSealed", coalesce(x.sending_trouble, '') AS "sendingTrouble",
     (SELECT coalesce(json_agg(json_build_object(
        'fileName', a.file_name, 'contentType', a.content_type, 'sha256', a.sha256,
        'contentId', CASE WHEN a.inline THEN a.content_id END) ORDER BY a.position), '[]')
      FROM attachments a WHERE a.message_id = m.id AND a.sha256 IS NOT NULL) AS files,
     (SELECT json_build_object('name', q.from_name, 'address', q.from_address, 'at', q.at,
        'text', left(q.text, q.visible_length))
      FROM messages q WHERE q.case_id = m.case_id AND q.sequence < m.sequence AND q.direction = 'in' AND q.automatic IS NULL
        AND q.purpose = 'message' AND q.erased_at IS NULL
      ORDER BY q.sequence DESC LIMIT 1) AS answered
   FROM claimed d JOIN messages m ON m.id = d.message_id JOIN cases c ON c.id = d.case_id
     LEFT JOIN mailboxes x ON x.address = lower(m.from_address)`,
);

const RENEW = statement(
  'deliveries.renew',
  `UPDATE deliveries SET next_attempt_at = $3 WHERE id = $1 AND state = 'sending' AND attempts = $2`,
);

const END = statement(
  'deliveries.end',
  `UPDATE deliveries SET next_attempt_at = $3, ending_at = $4 WHERE id = $1 AND state = 'sending' AND attempts = $2`,
);

const DUE = statement(
  'deliveries.due',
  `SELECT id, attempts, state, ending_at IS NOT NULL AS ending, route IS NOT NULL AS looks, coalesce(retried_at, created_at) AS "dueSince" FROM deliveries
   WHERE state IN ('pending', 'sending') AND next_attempt_at <= $2 AND (state = 'sending' OR next_attempt_at <= $1)
   ORDER BY next_attempt_at LIMIT 500`,
);

/** What the customer had said, as it is quoted below the answer. */
export interface AnsweredMessage extends MailAddress {
  /** ISO 8601. */
  at: string;
  /** What was new in it, without the history it quoted itself. */
  text: string;
}

export interface OutboundFile {
  fileName: string;
  contentType: string;
  sha256: string;
  /** By which the text shows it; null for what stands beside the text. */
  contentId: string | null;
}

/** A message whose turn to leave has come; nobody else will touch it while the claim stands. */
export interface ClaimedDelivery {
  deliveryId: number;
  caseId: number;
  messageId: number;
  /** Counts from 1; names this claim among all of the delivery. */
  attempt: number;
  recipients: string[];
  /** Since when it wants to leave: the back-off counts from here. */
  dueSince: Date;
  /** How it leaves on a network; null: by mail. */
  route: PostRoute | null;
  subject: string;
  text: string;
  html: string | null;
  fromName: string;
  fromAddress: string;
  to: MailAddress[];
  cc: MailAddress[];
  mailMessageId: string;
  inReplyTo: string | null;
  references: string[];
  /** The desk speaks by itself. */
  automatic: boolean;
  purpose: MessagePurpose;
  at: Date;
  brandId: number;
  /** Who wrote it; null: the desk by itself. */
  userId: number | null;
  /** The mailbox that it leaves from, and its own server; null: gone, or none of its own. */
  mailboxId: number | null;
  smtp: SmtpSettings | null;
  smtpPasswordSealed: string | null;
  /** What was wrong with that server last. */
  sendingTrouble: string;
  files: OutboundFile[];
  answered: AnsweredMessage | null;
}

export interface DueDelivery {
  id: number;
  attempts: number;
  state: 'pending' | 'sending';
  /** The end of the message may have left this machine in the latest attempt. */
  ending: boolean;
  /** Whoever sends it next looks first whether it arrived: it may be tried again whatever happened. */
  looks: boolean;
  dueSince: Date;
}

/** The only place that speaks SQL for deliveries that want to leave. */
@Injectable()
export class DeliveryRepository {
  constructor(private readonly database: Database) {}

  /** Of all workers that try at once, one gets it; undefined for the others, and when it is not due or not pending. */
  claim(deliveryId: number, { at, until }: { at: Date; until: Date }): Promise<ClaimedDelivery | undefined> {
    return this.database.row<ClaimedDelivery>(CLAIM, [deliveryId, at, until]);
  }

  /** Prolongs a claim, unless it is somebody else's by now, or settled. */
  async renew(deliveryId: number, { attempt, until }: { attempt: number; until: Date }): Promise<void> {
    await this.database.run(RENEW, [deliveryId, attempt, until]);
  }

  /**
   * Marks that the end of the message may leave from now on, and prolongs the claim. False: it is somebody else's by
   * now, or settled.
   */
  async markEnding(
    deliveryId: number,
    { attempt, at, until }: { attempt: number; at: Date; until: Date },
  ): Promise<boolean> {
    return (await this.database.run(END, [deliveryId, attempt, until, at])) === 1;
  }

  /** Pending deliveries whose time had come by `dueBy`, and claims that have run out `now`; the oldest 500. */
  findDue({ dueBy, now }: { dueBy: Date; now: Date }): Promise<DueDelivery[]> {
    return this.database.rows<DueDelivery>(DUE, [dueBy, now]);
  }

  /** When a pending delivery may leave. */
  findPending(deliveryId: number): Promise<{ attempts: number; nextAttemptAt: Date } | undefined> {
    return this.database.row(
      `SELECT attempts, next_attempt_at AS "nextAttemptAt" FROM deliveries
       WHERE id = $1 AND state = 'pending' AND next_attempt_at IS NOT NULL`,
      [deliveryId],
    );
  }
}
