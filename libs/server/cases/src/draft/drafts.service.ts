import { Injectable } from '@nestjs/common';
import { permits, userIdOf, type Actor, type Draft, type DraftKind, type SaveDraft } from '@bureau/contracts';
import { Clock, Database, ProblemError } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';

interface Place {
  caseId: number;
  kind: DraftKind;
}

const DRAFT = `json_build_object(
  'kind', d.kind, 'mode', d.mode, 'html', d.html, 'text', d.text, 'subject', d.subject,
  'to', d.recipients_to, 'cc', d.recipients_cc, 'bcc', d.recipients_bcc, 'post', d.post,
  'sequence', d.sequence, 'updatedAt', d.updated_at,
  'uploads', (SELECT coalesce(json_agg(json_build_object('id', u.id, 'fileName', u.file_name, 'contentType', u.content_type,
                                                         'size', u.size, 'sha256', u.sha256)
                                       ORDER BY array_position(d.upload_ids, u.id)), '[]')
              FROM uploads u WHERE u.id = ANY(d.upload_ids) AND u.user_id = d.user_id)) AS draft`;

/** Unsent replies and notes, one of each for every agent and case. Nobody reads another's; nothing but their writer ends them. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly cases: CaseRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws case.not-found, permission.denied. */
  async get(actor: Actor, { caseId, kind }: Place): Promise<{ draft: Draft | null }> {
    const userId = await this.writer(actor, { caseId, kind });
    const row = await this.database.row<{ draft: Draft }>(
      `SELECT ${DRAFT} FROM drafts d WHERE case_id = $1 AND user_id = $2 AND kind = $3`,
      [caseId, userId, kind],
    );
    return { draft: row?.draft ?? null };
  }

  /** Throws case.not-found, permission.denied. */
  async save(actor: Actor, { caseId, kind }: Place, draft: SaveDraft): Promise<{ draft: Draft }> {
    const userId = await this.writer(actor, { caseId, kind });
    const { html, text, subject, to, cc, bcc, post, mode, sequence, uploadIds } = draft;
    const row = await this.database.row<{ draft: Draft }>(
      `WITH d AS (
         INSERT INTO drafts (case_id, user_id, kind, html, text, subject, recipients_to, recipients_cc, recipients_bcc, mode,
                             sequence, upload_ids, updated_at, post)
         SELECT id, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 FROM cases WHERE id = $1
         ON CONFLICT (case_id, user_id, kind) DO UPDATE SET html = excluded.html, text = excluded.text,
           subject = excluded.subject, recipients_to = excluded.recipients_to, recipients_cc = excluded.recipients_cc,
           recipients_bcc = excluded.recipients_bcc, mode = excluded.mode, sequence = excluded.sequence,
           upload_ids = excluded.upload_ids, updated_at = excluded.updated_at, post = excluded.post
         RETURNING *
       ) SELECT ${DRAFT} FROM d`,
      [caseId, userId, kind, html, text, subject, to, cc, bcc, mode, sequence, uploadIds, this.clock.now(), post],
    );
    if (!row) throw new ProblemError('case.not-found');
    return row;
  }

  /** Throws case.not-found, permission.denied. */
  async discard(actor: Actor, { caseId, kind }: Place): Promise<void> {
    const userId = await this.writer(actor, { caseId, kind });
    await this.database.run('DELETE FROM drafts WHERE case_id = $1 AND user_id = $2 AND kind = $3', [
      caseId,
      userId,
      kind,
    ]);
  }

  /** Who writes: a person, or an application that acts for her, to a case that she may see, what she may write. */
  private async writer(actor: Actor, { caseId, kind }: Place): Promise<number> {
    const userId = userIdOf(actor);
    if (userId === undefined || !permits(actor, kind === 'note' ? 'cases:note' : 'cases:reply')) {
      throw new ProblemError('permission.denied');
    }
    if (!(await this.cases.isVisible(actor, caseId))) throw new ProblemError('case.not-found');
    return userId;
  }
}
