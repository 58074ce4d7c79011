import { Injectable } from '@nestjs/common';
import type { ActorStamp } from '@bureau/contracts';
import { Database, RawJson, statement } from '@bureau/platform';
import { NOTE } from '../message/feed.statements.ts';
import type { StoredFile } from '../message/inbound-message.ts';

export interface NewNote {
  caseId: number;
  sequence: number;
  text: string;
  html: string | null;
  author: ActorStamp;
  /** Null: no person wrote it. */
  userId: number | null;
  mentionedUserIds: number[];
  at: Date;
  /** The author's draft of a note on this case is not this note. */
  keepsDraft: boolean;
  /** Its customer can read it where it was written. */
  published: boolean;
}

export interface WrittenNote {
  id: number;
  caseId: number;
  userId: number | null;
  /** It was written in Salesforce. */
  bySync: boolean;
  text: string;
  mentionedUserIds: number[];
  at: Date;
  isErased: boolean;
}

const ADD = statement(
  'notes.add',
  `WITH tidied AS (DELETE FROM drafts WHERE case_id = $1 AND user_id = $6 AND kind = 'note' AND NOT $9::boolean)
   INSERT INTO notes (case_id, sequence, text, html, author, user_id, mentioned_user_ids, at, published)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $10) RETURNING id`,
);

const FILES = statement(
  'notes.attach',
  `INSERT INTO attachments (note_id, position, file_name, content_type, size, sha256)
   SELECT $1, row_number() OVER (), f.* FROM unnest($2::text[], $3::text[], $4::bigint[], $5::text[])
     AS f (file_name, content_type, size, sha256)`,
);

const ONE = statement('notes.one', `SELECT ${NOTE} AS json FROM notes n WHERE n.id = $1`);

const OF_CASE = statement(
  'notes.of-case',
  `SELECT n.sequence, ${NOTE} AS json FROM notes n WHERE n.case_id = $1 AND n.sequence > $2 ORDER BY n.sequence LIMIT $3`,
);

/** The only place that writes notes. */
@Injectable()
export class NoteRepository {
  constructor(private readonly database: Database) {}

  /** Ends the author's draft of a note on this case, unless it is another one. */
  async add(note: NewNote, files: StoredFile[]): Promise<number> {
    const { caseId, sequence, text, html, author, userId, mentionedUserIds, at, keepsDraft, published } = note;
    const written = [caseId, sequence, text, html, JSON.stringify(author), userId, mentionedUserIds, at];
    const values = [...written, keepsDraft, published];
    const row = await this.database.row<{ id: number }>(ADD, values);
    if (!row) throw new Error('The note was not stored.');
    if (files.length > 0) {
      const columns = [files.map((file) => file.fileName), files.map((file) => file.contentType)];
      await this.database.run(FILES, [row.id, ...columns, files.map((file) => file.size), files.map((f) => f.sha256)]);
    }
    return row.id;
  }

  find(noteId: number): Promise<WrittenNote | undefined> {
    return this.database.row<WrittenNote>(
      `SELECT id, case_id AS "caseId", user_id AS "userId", author ->> 'kind' = 'sync' AS "bySync", text, mentioned_user_ids AS "mentionedUserIds", at,
         erased_at IS NOT NULL AS "isErased"
       FROM notes WHERE id = $1`,
      [noteId],
    );
  }

  async edit(
    noteId: number,
    { text, html, mentionedUserIds, at }: { text: string; html: string | null; mentionedUserIds: number[]; at: Date },
  ): Promise<void> {
    await this.database.run(
      'UPDATE notes SET text = $2, html = $3, mentioned_user_ids = $4, edited_at = $5 WHERE id = $1',
      [noteId, text, html, mentionedUserIds, at],
    );
  }

  /** As the contract `FeedNote`. */
  async read(noteId: number): Promise<RawJson> {
    const row = await this.database.row<{ json: string }>(ONE, [noteId]);
    return new RawJson(row?.json ?? 'null');
  }

  /** In the order of the feed, beginning after a sequence. */
  ofCase(
    caseId: number,
    { after, limit }: { after: number; limit: number },
  ): Promise<{ sequence: number; json: string }[]> {
    return this.database.rows(OF_CASE, [caseId, after, limit]);
  }
}
