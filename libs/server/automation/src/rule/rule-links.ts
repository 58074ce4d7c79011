import { Injectable } from '@nestjs/common';
import { LINK_EXAMPLES, permits, type Actor, type Link } from '@bureau/contracts';
import { Database, LinkSources } from '@bureau/platform';

/** Whether conditions of a rule `r` compare one of these fields with the id `$1`. */
function asksFor(...fields: string[]): string {
  const field = fields.map((key) => `@.field == "${key}"`).join(' || ');
  return `jsonb_path_exists(r.conditions, '$.** ? (${field}).value ? (@ == $it)', jsonb_build_object('it', $1::bigint))`;
}

/** Whether actions of a rule name `$1`. */
function does(path: string): string {
  return `jsonb_path_exists(r.actions, '${path}', jsonb_build_object('it', $1::bigint))`;
}

/** The rules `r` of `$1`: those that ask for it, and those that do something with it. */
const RULES_OF = {
  user: `${asksFor('case.assignee')} OR ${does('$.**.userId ? (@ == $it)')}`,
  group: `${asksFor('case.group')} OR ${does('$.**.groupId ? (@ == $it)')}`,
  brand: `r.brand_id = $1 OR ${asksFor('case.brand')} OR ${does('$.**.brandId ? (@ == $it)')}`,
  webhook: does('$.**.webhookId ? (@ == $it)'),
  mailbox: asksFor('case.mailbox', 'message.mailbox'),
  label: `${asksFor('case.labels')} OR EXISTS (SELECT FROM labels l WHERE l.id = $1
    AND jsonb_path_exists(r.actions, '$[*].labels[*] ? (@ == $name)', jsonb_build_object('name', l.name)))`,
  'custom-field': `EXISTS (SELECT FROM custom_fields f WHERE f.id = $1 AND (
    jsonb_path_exists(r.conditions, '$.**.field ? (@ == $key)',
                      jsonb_build_object('key', f.owner || '.custom.' || f.key))
    OR f.owner = 'case' AND jsonb_path_exists(r.actions,
      '$[*] ? (@.type == "set-custom-fields").values.keyvalue() ? (@.key == $key)', jsonb_build_object('key', f.key))))`,
} as const;

const NOUNS = ['user', 'group', 'brand', 'mailbox', 'label', 'custom-field', 'webhook'] as const;

/** Says which rules hang on a user, a group, a brand, a mailbox, a label, a custom field or a webhook. */
@Injectable()
export class RuleLinks {
  constructor(
    private readonly database: Database,
    sources: LinkSources,
  ) {
    for (const noun of NOUNS) sources.declare(noun, async (actor, id) => [await this.rules(actor, noun, id)]);
  }

  /** How many hang on it. */
  async count(noun: (typeof NOUNS)[number], id: number): Promise<number> {
    const sql = `SELECT count(*) AS count FROM rules r WHERE ${RULES_OF[noun]}`;
    return (await this.database.row<{ count: number }>(sql, [id]))?.count ?? 0;
  }

  /** All are counted; named to those who may manage them. */
  private async rules(actor: Actor, noun: (typeof NOUNS)[number], id: number): Promise<Link> {
    const row = await this.database.row<Pick<Link, 'count' | 'examples'>>(
      `SELECT (SELECT count(*) FROM rules r WHERE ${RULES_OF[noun]}) AS count, coalesce((SELECT jsonb_agg(e) FROM (
         SELECT r.id, r.name FROM rules r WHERE (${RULES_OF[noun]}) AND $2::boolean
         ORDER BY r.name, r.id LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
      [id, permits(actor, 'rules:manage')],
    );
    return { noun: 'rule', count: row?.count ?? 0, examples: row?.examples ?? [] };
  }
}
