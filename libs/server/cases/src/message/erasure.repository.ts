import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';
import { excerptOf } from './inbound-message.ts';

/** Something whose content can be erased. */
export interface Erasable {
  caseId: number;
  messageId: number | null;
  fileName?: string;
  erased: boolean;
  /** It is being sent, or is going to be. */
  underWay: boolean;
}

export interface ErasedBy {
  at: Date;
  userId: number | null;
}

type WhichFiles = { messageId: number } | { noteId: number } | { attachmentId: number };

const UNDER_WAY = `EXISTS (SELECT FROM deliveries d WHERE d.message_id = m.id AND d.state IN ('pending', 'sending')) AS "underWay"`;

/** SQL of erasing. Bytes that nothing else needs are noted in `erased_blobs` and removed afterwards. */
@Injectable()
export class ErasureRepository {
  constructor(private readonly database: Database) {}

  /** Nobody begins to send it until the end of the transaction. Before the case is locked, as everybody does. */
  async holdDelivery(which: { messageId: number } | { attachmentId: number }): Promise<void> {
    if ('messageId' in which) {
      await this.database.run('SELECT FROM deliveries WHERE message_id = $1 FOR UPDATE', [which.messageId]);
    } else {
      await this.database.run(
        `SELECT FROM deliveries WHERE message_id = (SELECT message_id FROM attachments WHERE id = $1) FOR UPDATE`,
        [which.attachmentId],
      );
    }
  }

  findMessage(messageId: number): Promise<Erasable | undefined> {
    return this.database.row<Erasable>(
      `SELECT m.case_id AS "caseId", m.id AS "messageId", m.erased_at IS NOT NULL AS erased, ${UNDER_WAY}
       FROM messages m WHERE m.id = $1`,
      [messageId],
    );
  }

  findNote(noteId: number): Promise<Erasable | undefined> {
    return this.database.row<Erasable>(
      `SELECT case_id AS "caseId", NULL::bigint AS "messageId", erased_at IS NOT NULL AS erased, false AS "underWay"
       FROM notes WHERE id = $1`,
      [noteId],
    );
  }

  findAttachment(attachmentId: number): Promise<Erasable | undefined> {
    return this.database.row<Erasable>(
      `SELECT coalesce(m.case_id, n.case_id) AS "caseId", m.id AS "messageId", a.file_name AS "fileName",
         a.erased_at IS NOT NULL AS erased, ${UNDER_WAY}
       FROM attachments a LEFT JOIN messages m ON m.id = a.message_id LEFT JOIN notes n ON n.id = a.note_id WHERE a.id = $1`,
      [attachmentId],
    );
  }

  async eraseMessage(messageId: number, { at, userId }: ErasedBy): Promise<void> {
    await this.database.run(
      `UPDATE messages SET text = '', visible_length = 0, html = NULL, safe_html = NULL, has_remote_images = false,
         notices = '[]', erased_at = $2, erased_by = $3 WHERE id = $1`,
      [messageId, at, userId],
    );
  }

  /** With what it said before it was changed, which the history kept. */
  async eraseNote(noteId: number, { at, userId }: ErasedBy): Promise<void> {
    await this.database.run(
      `WITH forgotten AS (
         UPDATE case_events e SET changes = '[]' FROM notes n
         WHERE n.id = $1 AND e.case_id = n.case_id AND e.event = 'note.edited' AND e.context ->> 'noteId' = n.id::text
       ) UPDATE notes SET text = '', html = NULL, mentioned_user_ids = '{}', erased_at = $2, erased_by = $3 WHERE id = $1`,
      [noteId, at, userId],
    );
  }

  /** All files of a message or a note, or one. Uploads of the same bytes go too, unless a draft still has them. */
  async eraseFiles(which: WhichFiles, { at, userId }: ErasedBy): Promise<void> {
    const [column, id] = columnOf(which);
    await this.database.run(
      `WITH gone AS (SELECT id, sha256 FROM attachments WHERE ${column} = $1 AND sha256 IS NOT NULL FOR UPDATE
       ), noted AS (
         INSERT INTO erased_blobs (sha256, erased_at) SELECT DISTINCT sha256, $2::timestamptz FROM gone
         ON CONFLICT (sha256) DO UPDATE SET erased_at = excluded.erased_at
       ), forgotten AS (
         DELETE FROM uploads u USING gone WHERE u.sha256 = gone.sha256
           AND NOT EXISTS (SELECT FROM drafts WHERE u.id = ANY(upload_ids))
       )
       UPDATE attachments a SET sha256 = NULL, erased_at = $2, erased_by = $3 FROM gone WHERE a.id = gone.id`,
      [id, at, userId],
    );
  }

  /**
   * What was received, also where the same mail came a second time, or a post was changed: the ledger keeps its facts. A
   * page of a network is one file for many items; what is settled of it goes with the one that is erased.
   */
  async eraseRawMail(
    messageId: number,
    { at, instead }: ErasedBy & { instead: { sha256: string; size: number } },
  ): Promise<void> {
    await this.database.run('INSERT INTO blobs (sha256, size) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      instead.sha256,
      instead.size,
    ]);
    await this.database.run(
      `WITH brought AS (
         SELECT i.id, i.content_hash, i.raw_sha256, i.social_account_id IS NOT NULL AS is_post
         FROM messages m JOIN intake_items i ON i.id = m.intake_id OR i.message_id = m.id WHERE m.id = $1
       ), touched AS (
         SELECT id FROM brought
         UNION SELECT i.id FROM brought b JOIN intake_items i ON i.content_hash = b.content_hash
         UNION SELECT i.id FROM brought b JOIN intake_items i ON b.is_post AND i.raw_sha256 = b.raw_sha256
           AND i.social_account_id IS NOT NULL AND i.fate IN ('message', 'duplicate', 'suppressed')
       ), raw AS (
         SELECT i.id, i.raw_sha256 FROM intake_items i JOIN touched t ON t.id = i.id
         WHERE i.raw_sha256 <> $2 FOR UPDATE OF i
       ), noted AS (
         INSERT INTO erased_blobs (sha256, erased_at) SELECT DISTINCT raw_sha256, $3::timestamptz FROM raw
         ON CONFLICT (sha256) DO UPDATE SET erased_at = excluded.erased_at
       )
       UPDATE intake_items i SET raw_sha256 = $2, size = $4, headers = '[]' FROM raw WHERE i.id = raw.id`,
      [messageId, instead.sha256, at, instead.size],
    );
  }

  /** What the list shows of a case now: the latest words that are left. */
  async excerptOf(caseId: number): Promise<string> {
    const latest = await this.database.row<{ text: string; visibleLength: number }>(
      `SELECT text, visible_length AS "visibleLength" FROM messages
       WHERE case_id = $1 AND automatic IS NULL AND erased_at IS NULL AND purpose = 'message' ORDER BY sequence DESC LIMIT 1`,
      [caseId],
    );
    return latest ? excerptOf(latest) : '';
  }

  /** Bytes that were erased somewhere and are not settled yet; the oldest 500. */
  async findErasedBlobs(): Promise<string[]> {
    const rows = await this.database.rows<{ sha256: string }>(
      'SELECT sha256 FROM erased_blobs ORDER BY erased_at LIMIT 500',
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /** Forgets the bytes when no row needs them any more. False: something does. */
  async forgetBlob(sha256: string): Promise<boolean> {
    await this.database.run(
      `DELETE FROM blobs b WHERE sha256 = $1
         AND NOT EXISTS (SELECT FROM attachments a WHERE a.sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM uploads u WHERE u.sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM customers p WHERE p.avatar_sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM article_files f WHERE f.sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM customer_identities n WHERE n.avatar_sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM social_accounts w WHERE w.avatar_sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM social_posts s WHERE s.avatar_sha256 = b.sha256)
         AND NOT EXISTS (SELECT FROM intake_items i WHERE i.raw_sha256 = b.sha256)`,
      [sha256],
    );
    return (await this.database.row('SELECT 1 FROM blobs WHERE sha256 = $1', [sha256])) === undefined;
  }

  async settleBlob(sha256: string): Promise<void> {
    await this.database.run('DELETE FROM erased_blobs WHERE sha256 = $1', [sha256]);
  }
}

function columnOf(which: WhichFiles): [column: string, id: number] {
  if ('messageId' in which) return ['message_id', which.messageId];
  return 'noteId' in which ? ['note_id', which.noteId] : ['id', which.attachmentId];
}
