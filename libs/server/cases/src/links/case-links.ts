import { Injectable } from '@nestjs/common';
import { LINK_EXAMPLES, type Actor, type Link, type LinkedNoun } from '@bureau/contracts';
import { Database, LinkSources } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';
import { filterAccess } from '../filter/filter-access.ts';

/** The cases `c` of `$1`. Those in the trash count: they can be taken out again. */
const CASES_OF = {
  user: 'c.assignee_id = $1',
  group: 'c.group_id = $1',
  brand: 'c.brand_id = $1',
} as const satisfies Partial<Record<LinkedNoun, string>>;

/** The filters `f` of `$1`: whose they are, or which ask for it. */
const asksFor = (field: string) =>
  `jsonb_path_exists(f.conditions, '$.** ? (@.field == "${field}").value ? (@ == $id)', jsonb_build_object('id', $1::bigint))`;
const FILTERS_OF = {
  user: `f.user_id = $1 OR ${asksFor('case.assignee')}`,
  group: `f.group_id = $1 OR ${asksFor('case.group')}`,
  brand: asksFor('case.brand'),
} as const satisfies Partial<Record<LinkedNoun, string>>;

const NOUNS = ['user', 'group', 'brand'] as const;

/** Says which cases and filters hang on a user, a group or a brand. */
@Injectable()
export class CaseLinks {
  constructor(
    private readonly database: Database,
    sources: LinkSources,
  ) {
    for (const noun of NOUNS) {
      sources.declare(noun, async (actor, id) => [
        await this.cases(actor, noun, id),
        await this.filters(actor, noun, id),
      ]);
    }
  }

  /** All are counted; only what the actor may see is named. */
  private async cases(actor: Actor, noun: (typeof NOUNS)[number], id: number): Promise<Link> {
    const access = caseAccess(actor, 2);
    const row = await this.database.row<Pick<Link, 'count' | 'examples'>>(
      `SELECT (SELECT count(*) FROM cases c WHERE ${CASES_OF[noun]}) AS count, coalesce((SELECT jsonb_agg(e) FROM (
         SELECT c.id, c.subject AS name FROM cases c WHERE ${CASES_OF[noun]} AND c.deleted_at IS NULL AND (${access.sql})
         ORDER BY c.active_at DESC, c.id DESC LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
      [id, ...access.values],
    );
    return { noun: 'case', count: row?.count ?? 0, examples: row?.examples ?? [] };
  }

  /** As {@link cases}. */
  private async filters(actor: Actor, noun: (typeof NOUNS)[number], id: number): Promise<Link> {
    const access = filterAccess(actor, 2);
    const row = await this.database.row<Pick<Link, 'count' | 'examples'>>(
      `SELECT (SELECT count(*) FROM filters f WHERE ${FILTERS_OF[noun]}) AS count, coalesce((SELECT jsonb_agg(e) FROM (
         SELECT f.id, f.name FROM filters f WHERE (${FILTERS_OF[noun]}) AND ${access.sql}
         ORDER BY f.name, f.id LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
      [id, ...access.values],
    );
    return { noun: 'filter', count: row?.count ?? 0, examples: row?.examples ?? [] };
  }
}
