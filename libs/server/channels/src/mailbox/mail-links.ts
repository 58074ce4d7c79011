import { Injectable } from '@nestjs/common';
import { caseAccess, filterAccess } from '@bureau/cases';
import { LINK_EXAMPLES, type Actor, type Link, type LinkingNoun } from '@bureau/contracts';
import { Database, LinkSources } from '@bureau/platform';

/** The filters `f` that ask for the mailbox `$1`. */
const BY_MAILBOX = `jsonb_path_exists(f.conditions,
  '$.** ? (@.field == "case.mailbox").value ? (@ == $id)', jsonb_build_object('id', $1::bigint))`;

/** Rows of `id` and `name` that hang on `$1`. */
const ROWS = {
  'brands that answer from a mailbox': 'SELECT id, name FROM brands WHERE default_mailbox_id = $1',
  'mailboxes of a brand': 'SELECT id, address AS name FROM mailboxes WHERE brand_id = $1',
  'mailboxes of a group': 'SELECT id, address AS name FROM mailboxes WHERE group_id = $1',
} as const;

/** Says what hangs on a mailbox, and which mailboxes hang on a brand or a group. */
@Injectable()
export class MailLinks {
  constructor(
    private readonly database: Database,
    sources: LinkSources,
  ) {
    sources.declare('mailbox', async (actor, id) => [
      await this.cases(actor, id),
      await this.filters(actor, id),
      await this.link('brand', 'brands that answer from a mailbox', id),
    ]);
    sources.declare('brand', async (_actor, id) => [await this.link('mailbox', 'mailboxes of a brand', id)]);
    sources.declare('group', async (_actor, id) => [await this.link('mailbox', 'mailboxes of a group', id)]);
  }

  /** All are counted; only what the actor may see is named. */
  private cases(actor: Actor, id: number): Promise<Link> {
    const access = caseAccess(actor, 2);
    return this.one(
      'case',
      `SELECT (SELECT count(*) FROM cases c WHERE c.mailbox_id = $1) AS count, coalesce((SELECT jsonb_agg(e) FROM (
         SELECT c.id, c.subject AS name FROM cases c WHERE c.mailbox_id = $1 AND c.deleted_at IS NULL AND (${access.sql})
         ORDER BY c.active_at DESC, c.id DESC LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
      [id, ...access.values],
    );
  }

  /** As {@link cases}. */
  private filters(actor: Actor, id: number): Promise<Link> {
    const access = filterAccess(actor, 2);
    return this.one(
      'filter',
      `SELECT (SELECT count(*) FROM filters f WHERE ${BY_MAILBOX}) AS count, coalesce((SELECT jsonb_agg(e) FROM (
         SELECT f.id, f.name FROM filters f WHERE ${BY_MAILBOX} AND ${access.sql}
         ORDER BY f.name, f.id LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
      [id, ...access.values],
    );
  }

  private link(noun: LinkingNoun, of: keyof typeof ROWS, id: number): Promise<Link> {
    return this.one(
      noun,
      `WITH linked AS (${ROWS[of]})
       SELECT (SELECT count(*) FROM linked) AS count, coalesce((SELECT jsonb_agg(e) FROM (
         SELECT id, name FROM linked ORDER BY name, id LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
      [id],
    );
  }

  private async one(noun: LinkingNoun, sql: string, values: unknown[]): Promise<Link> {
    const row = await this.database.row<Pick<Link, 'count' | 'examples'>>(sql, values);
    return { noun, count: row?.count ?? 0, examples: row?.examples ?? [] };
  }
}
