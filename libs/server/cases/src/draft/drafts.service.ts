import { Injectable } from '@nestjs/common';
import type { Actor, Draft, SaveDraft } from '@bureau/contracts';
import { Clock, Database, ProblemError } from '@bureau/platform';

const DRAFT = `json_build_object(
  'html', d.html, 'text', d.text, 'sequence', d.sequence, 'updatedAt', d.updated_at,
  'uploads', (SELECT coalesce(json_agg(json_build_object('id', u.id, 'fileName', u.file_name, 'contentType', u.content_type,
                                                         'size', u.size, 'sha256', u.sha256)
                                       ORDER BY array_position(d.upload_ids, u.id)), '[]')
              FROM uploads u WHERE u.id = ANY(d.upload_ids) AND u.user_id = d.user_id)) AS draft`;

/** Unsent replies, one for each agent and case. Nobody reads another's. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor, caseId: number): Promise<{ draft: Draft | null }> {
    const row = await this.database.row<{ draft: Draft }>(
      `SELECT ${DRAFT} FROM drafts d WHERE case_id = $1 AND user_id = $2 AND kind = 'reply'`,
      [caseId, writerOf(actor)],
    );
    return { draft: row?.draft ?? null };
  }

  /** Throws case.not-found. */
  async save(actor: Actor, caseId: number, { html, text, sequence, uploadIds }: SaveDraft): Promise<{ draft: Draft }> {
    const row = await this.database.row<{ draft: Draft }>(
      `WITH d AS (
         INSERT INTO drafts (case_id, user_id, html, text, sequence, upload_ids, updated_at)
         SELECT id, $2, $3, $4, $5, $6, $7 FROM cases WHERE id = $1 AND deleted_at IS NULL
         ON CONFLICT (case_id, user_id, kind) DO UPDATE SET html = excluded.html, text = excluded.text,
           sequence = excluded.sequence, upload_ids = excluded.upload_ids, updated_at = excluded.updated_at
         RETURNING *
       ) SELECT ${DRAFT} FROM d`,
      [caseId, writerOf(actor), html, text, sequence, uploadIds, this.clock.now()],
    );
    if (!row) throw new ProblemError('case.not-found');
    return row;
  }

  async discard(actor: Actor, caseId: number): Promise<void> {
    await this.database.run("DELETE FROM drafts WHERE case_id = $1 AND user_id = $2 AND kind = 'reply'", [
      caseId,
      writerOf(actor),
    ]);
  }
}

function writerOf(actor: Actor): number {
  if (actor.kind !== 'user') throw new ProblemError('permission.denied');
  return actor.userId;
}
