import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';

/** How far a folder has been read. */
export interface MailboxCursor {
  uidValidity: string;
  lastUid: number;
  /** When the folder was first connected to. */
  begunAt: Date;
}

/** What the first connection brings of what was there before. */
export interface Import {
  total: number;
  /** The last UID of it. */
  through: number;
}

@Injectable()
export class MailboxCursorRepository {
  constructor(private readonly database: Database) {}

  find(mailboxId: number, folder: string): Promise<MailboxCursor | undefined> {
    return this.database.row<MailboxCursor>(
      `SELECT uid_validity AS "uidValidity", last_uid AS "lastUid", begun_at AS "begunAt"
       FROM mailbox_cursors WHERE mailbox_id = $1 AND folder = $2`,
      [mailboxId, folder],
    );
  }

  /** Begins a folder, or begins it anew under another UIDVALIDITY; the first beginning is remembered. */
  async begin(
    mailboxId: number,
    folder: string,
    { uidValidity, lastUid, begunAt, imports }: MailboxCursor & { imports: Import | null },
  ): Promise<void> {
    await this.database.run(
      `INSERT INTO mailbox_cursors (mailbox_id, folder, uid_validity, last_uid, begun_at, import_total, import_through)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (mailbox_id, folder) DO UPDATE
       SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, import_total = excluded.import_total,
         import_through = excluded.import_through, import_done = 0, updated_at = now()`,
      [mailboxId, folder, uidValidity, lastUid, begunAt, imports?.total ?? null, imports?.through ?? null],
    );
  }

  /** Moves forward only, and only within the same UIDVALIDITY: a slower worker cannot turn it back. */
  async advance(
    mailboxId: number,
    folder: string,
    { uidValidity, lastUid }: Omit<MailboxCursor, 'begunAt'>,
  ): Promise<void> {
    await this.database.run(
      `UPDATE mailbox_cursors SET last_uid = $4, updated_at = now(),
         import_done = import_done + coalesce((import_through >= $4 AND import_done < import_total)::integer, 0)
       WHERE mailbox_id = $1 AND folder = $2 AND uid_validity = $3 AND last_uid < $4`,
      [mailboxId, folder, uidValidity, lastUid],
    );
  }
}
