import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { Database, RawJson } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';
import { linksThrough, relatedThrough } from './related.statements.ts';

export interface NewLink {
  caseId: number;
  otherCaseId: number | null;
  url: string | null;
  title: string;
  userId: number | null;
  at: Date;
}

export interface Link {
  id: number;
  caseId: number;
  otherCaseId: number | null;
  url: string | null;
}

/** Ties between cases, and to pages elsewhere. */
@Injectable()
export class LinkRepository {
  constructor(private readonly database: Database) {}

  /** Whether that was new: two cases are tied once, a page is named once. */
  async add({ caseId, otherCaseId, url, title, userId, at }: NewLink): Promise<boolean> {
    const added = await this.database.run(
      `INSERT INTO case_links (case_id, other_case_id, url, title, user_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [caseId, otherCaseId, url, title, userId, at],
    );
    return added > 0;
  }

  count(caseId: number): Promise<number> {
    return this.database
      .row<{ count: number }>('SELECT count(*) AS count FROM case_links WHERE case_id = $1 OR other_case_id = $1', [
        caseId,
      ])
      .then((row) => row?.count ?? 0);
  }

  /** From either of its ends. */
  find(caseId: number, linkId: number): Promise<Link | undefined> {
    return this.database.row<Link>(
      `SELECT id, case_id AS "caseId", other_case_id AS "otherCaseId", url FROM case_links
       WHERE id = $2 AND (case_id = $1 OR other_case_id = $1)`,
      [caseId, linkId],
    );
  }

  async remove(linkId: number): Promise<boolean> {
    return (await this.database.run('DELETE FROM case_links WHERE id = $1', [linkId])) > 0;
  }

  /** `{ links }`, as far as the actor may see them. */
  async links(actor: Actor, caseId: number): Promise<RawJson> {
    const access = caseAccess(actor, 2);
    const row = await this.database.row<{ json: string }>(linksThrough(access), [caseId, ...access.values]);
    return new RawJson(`{"links":${row?.json ?? '[]'}}`);
  }

  /** The contract `RelatedCases` of a case that the actor may see. */
  async related(actor: Actor, caseId: number): Promise<RawJson> {
    const access = caseAccess(actor, 2);
    const row = await this.database.row<{ json: string }>(relatedThrough(access), [caseId, ...access.values]);
    return new RawJson(row?.json ?? 'null');
  }
}
