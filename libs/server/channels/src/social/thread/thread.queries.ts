import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { caseAccess, CaseRepository, type AccessClause } from '@bureau/cases';
import { Database, ProblemError, RawJson, statement, type Statement } from '@bureau/platform';

/**
 * What stands in the conversations of a case's posts, and what they answer or quote. What was said in private stays with
 * its case; what was said in public is public, whoever's case it became.
 */
const threadThrough = (access: AccessClause): Statement =>
  statement(
    `social-threads.around-${access.kind}`,
    `WITH own AS (
       SELECT p.account_id, p.conversation_id, p.parent_id, p.quoted_id
       FROM cases c JOIN messages m ON m.case_id = c.id JOIN social_posts p ON p.message_id = m.id
       WHERE c.id = $1 AND ${access.sql}
     ), around AS (
       SELECT p.id FROM social_posts p JOIN (SELECT DISTINCT account_id, conversation_id FROM own) o
         ON p.account_id = o.account_id AND p.conversation_id = o.conversation_id AND o.conversation_id <> ''
       UNION SELECT p.id FROM own o JOIN social_posts p ON p.account_id = o.account_id
         AND p.external_id IN (o.parent_id, o.quoted_id)
     ), latest AS (
       SELECT p.*, m.case_id, m.text AS said FROM around a JOIN social_posts p ON p.id = a.id
         LEFT JOIN messages m ON m.id = p.message_id
       WHERE p.external_id IS NOT NULL AND p.edition_id IS NOT NULL AND p.part = 0
         AND (p.kind <> 'message' OR m.case_id = $1)
       ORDER BY p.posted_at DESC, p.id DESC LIMIT 200
     )
     SELECT json_build_object('items', coalesce(json_agg(json_build_object(
       'externalId', p.external_id, 'kind', p.kind, 'parentId', p.parent_id, 'text', coalesce(p.said, p.text),
       'url', p.url, 'at', p.posted_at, 'deletedAt', p.deleted_at,
       'messageId', CASE WHEN p.case_id = $1 THEN p.message_id END,
       'author', json_build_object(
         'externalId', p.writer_id, 'handle', coalesce(p.writer ->> 'handle', ''),
         'name', coalesce(p.writer ->> 'name', ''),
         'avatarUrl', CASE WHEN p.avatar_sha256 IS NOT NULL THEN '/api/v3/posts/' || p.id || '/avatar' END,
         'followers', (p.writer ->> 'followers')::integer, 'verified', coalesce((p.writer ->> 'verified')::boolean, false),
         'ours', p.by_account OR EXISTS (SELECT FROM social_accounts w JOIN social_accounts here ON here.id = p.account_id
           WHERE w.network = here.network AND w.external_id = p.writer_id))
     ) ORDER BY p.posted_at, length(p.external_id), p.external_id), '[]'))::text AS json FROM latest p`,
  );

@Injectable()
export class ThreadQueries {
  constructor(
    private readonly cases: CaseRepository,
    private readonly database: Database,
  ) {}

  /** Empty for a case that came by another way. Throws case.not-found. */
  async around(actor: Actor, caseId: number): Promise<RawJson> {
    if (!(await this.cases.isVisible(actor, caseId))) throw new ProblemError('case.not-found');
    const access = caseAccess(actor, 2);
    const row = await this.database.row<{ json: string }>(threadThrough(access), [caseId, ...access.values]);
    return new RawJson(row?.json ?? '{"items":[]}');
  }
}
