import { Injectable } from '@nestjs/common';
import { LINK_EXAMPLES, permits, userIdOf, type Actor, type Link } from '@bureau/contracts';
import { Database, LinkSources } from '@bureau/platform';
import { groupsOf } from './macro.policy.ts';

/** A value anywhere in what a macro does. */
const names = (path: string) => `jsonb_path_exists(m.actions, '${path}', jsonb_build_object('it', $1::bigint))`;

/** The macros `m` of `$1`: whose they are, or whose actions name it. */
const MACROS_OF = {
  user: `m.user_id = $1 OR ${names('$.**.userId ? (@ == $it)')}`,
  group: `EXISTS (SELECT FROM macro_groups g WHERE g.macro_id = m.id AND g.group_id = $1)
    OR ${names('$.**.groupId ? (@ == $it)')}`,
  brand: names('$.**.brandId ? (@ == $it)'),
  webhook: names('$.**.webhookId ? (@ == $it)'),
  label: `EXISTS (SELECT FROM labels l WHERE l.id = $1
    AND jsonb_path_exists(m.actions, '$[*].labels[*] ? (@ == $name)', jsonb_build_object('name', l.name)))`,
  'custom-field': `EXISTS (SELECT FROM custom_fields f WHERE f.id = $1 AND f.owner = 'case'
    AND jsonb_path_exists(m.actions, '$[*] ? (@.type == "set-custom-fields").values.keyvalue() ? (@.key == $key)',
                          jsonb_build_object('key', f.key)))`,
} as const;

const NOUNS = ['user', 'group', 'brand', 'label', 'custom-field', 'webhook'] as const;

/** Says which macros hang on a user, a group, a brand, a label, a custom field or a webhook. */
@Injectable()
export class MacroLinks {
  constructor(
    private readonly database: Database,
    sources: LinkSources,
  ) {
    for (const noun of NOUNS) sources.declare(noun, async (actor, id) => [await this.macros(actor, noun, id)]);
  }

  /** How many hang on it. */
  async count(noun: (typeof NOUNS)[number], id: number): Promise<number> {
    const sql = `SELECT count(*) AS count FROM macros m WHERE ${MACROS_OF[noun]}`;
    return (await this.database.row<{ count: number }>(sql, [id]))?.count ?? 0;
  }

  /** All are counted; only what the actor may see is named. */
  private async macros(actor: Actor, noun: (typeof NOUNS)[number], id: number): Promise<Link> {
    const row = await this.database.row<Pick<Link, 'count' | 'examples'>>(
      `SELECT (SELECT count(*) FROM macros m WHERE ${MACROS_OF[noun]}) AS count, coalesce((SELECT jsonb_agg(e) FROM (
         SELECT m.id, m.name FROM macros m WHERE (${MACROS_OF[noun]}) AND (m.user_id = $2 OR m.visibility <> 'user'
           AND ($3::boolean OR m.enabled AND (m.visibility = 'everyone' OR EXISTS (
             SELECT FROM macro_groups g WHERE g.macro_id = m.id AND g.group_id = ANY($4::bigint[])))))
         ORDER BY m.name, m.id LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
      [id, userIdOf(actor) ?? null, permits(actor, 'macros:manage'), groupsOf(actor)],
    );
    return { noun: 'macro', count: row?.count ?? 0, examples: row?.examples ?? [] };
  }
}
