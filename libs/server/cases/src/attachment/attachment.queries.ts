import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import { Database, ProblemError, RawJson } from '@bureau/platform';
import { caseAccess, type AccessClause } from '../case/case-access.ts';
import { CaseRepository } from '../case/case.repository.ts';
import { ATTACHMENT } from '../message/feed.statements.ts';

/** A file whose bytes can be read. */
export interface ReadableFile {
  fileName: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

const MOST_LISTED = 1000;

/** A file `a` with what it came with, `m` or `n`, in the case `c`. */
const FROM = `
  FROM attachments a LEFT JOIN messages m ON m.id = a.message_id LEFT JOIN notes n ON n.id = a.note_id
    JOIN cases c ON c.id = coalesce(m.case_id, n.case_id)`;

const OWNER = `'messageId', a.message_id, 'noteId', a.note_id`;
const LISTED_OF = {
  message: `json_build_object(${ATTACHMENT}, ${OWNER}, 'at', m.at)`,
  note: `json_build_object(${ATTACHMENT}, ${OWNER}, 'at', n.at)`,
};
const LISTED = `json_build_object(${ATTACHMENT}, ${OWNER}, 'at', coalesce(m.at, n.at))`;

/** Reads files of cases. A customer sees those of messages that are shown to customers, never those of notes. */
@Injectable()
export class AttachmentQueries {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
  ) {}

  /** The contract `{ items: CaseAttachment[] }`. Throws case.not-found. */
  async list(actor: Actor, caseId: number): Promise<RawJson> {
    if (!(await this.cases.isVisible(actor, caseId))) throw new ProblemError('case.not-found');
    const row = await this.database.row<{ json: string }>(
      `SELECT json_build_object('items', coalesce(json_agg(f.json ORDER BY f.at DESC, f.id DESC), '[]'))::text AS json
       FROM (
         (SELECT a.id, m.at, ${LISTED_OF.message} AS json FROM messages m JOIN attachments a ON a.message_id = m.id
          WHERE m.case_id = $1 AND ${shownTo(actor)})
         UNION ALL
         (SELECT a.id, n.at, ${LISTED_OF.note} FROM notes n JOIN attachments a ON a.note_id = n.id
          WHERE n.case_id = $1 AND ${actor.kind !== 'customer'})
         ORDER BY at DESC, id DESC LIMIT ${MOST_LISTED}
       ) f`,
      [caseId],
    );
    return new RawJson(row?.json ?? '{"items":[]}');
  }

  /** A file that the actor has uploaded and may not have sent yet. Throws attachment.not-found. */
  async findUpload(actor: Actor, uploadId: number): Promise<ReadableFile> {
    const file = await this.database.row<ReadableFile>(
      `SELECT file_name AS "fileName", content_type AS "contentType", size, sha256 FROM uploads
       WHERE id = $1 AND user_id = $2`,
      [uploadId, userIdOf(actor) ?? null],
    );
    if (!file) throw new ProblemError('attachment.not-found');
    return file;
  }

  /** The contract `CaseAttachment`, without asking who reads it. */
  async one(attachmentId: number): Promise<RawJson> {
    const row = await this.database.row<{ json: string }>(`SELECT ${LISTED}::text AS json ${FROM} WHERE a.id = $1`, [
      attachmentId,
    ]);
    return new RawJson(row?.json ?? 'null');
  }

  /** Throws attachment.not-found, attachment.erased. */
  async find(actor: Actor, attachmentId: number): Promise<ReadableFile> {
    const access: AccessClause = caseAccess(actor, 2);
    const file = await this.database.row<Omit<ReadableFile, 'sha256'> & { sha256: string | null }>(
      `SELECT a.file_name AS "fileName", a.content_type AS "contentType", a.size, a.sha256 ${FROM}
       WHERE a.id = $1 AND c.deleted_at IS NULL AND ${shownTo(actor)} AND ${access.sql}`,
      [attachmentId, ...access.values],
    );
    if (!file) throw new ProblemError('attachment.not-found');
    if (file.sha256 === null) throw new ProblemError('attachment.erased');
    return { ...file, sha256: file.sha256 };
  }
}

function shownTo(actor: Actor): string {
  return actor.kind === 'customer' ? 'm.id IS NOT NULL AND m.hidden_at IS NULL' : 'true';
}
