import { Injectable } from '@nestjs/common';
import { LINK_EXAMPLES, type Actor, type CustomFieldOwner, type Link, type LinkingNoun } from '@bureau/contracts';
import { Database, LinkSources } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';
import { filterAccess } from '../filter/filter-access.ts';

interface Linked {
  count: number;
  examples: Link['examples'];
}

/** The filters `f` that ask for a label, and those that ask for a field `$1` such as `case.custom.size`. */
const BY_LABEL = `jsonb_path_exists(f.conditions, '$.** ? (@.field == "case.labels").value ? (@ == $id)', jsonb_build_object('id', $1::bigint))`;
const BY_FIELD = `jsonb_path_exists(f.conditions, '$.**.field ? (@ == $key)', jsonb_build_object('key', $1::text))`;

/** Says what a label or a custom field is on, and which filters ask for it. */
@Injectable()
export class FieldLinks {
  constructor(
    private readonly database: Database,
    sources: LinkSources,
  ) {
    sources.declare('label', async (actor, id) => [
      await this.cases(actor, `c.label_ids @> ARRAY[$1::bigint] AND c.label_ids <> '{}'`, id),
      await this.filters(actor, BY_LABEL, id),
    ]);
    sources.declare('custom-field', (actor, id) => this.ofField(actor, id));
  }

  private async ofField(actor: Actor, id: number): Promise<Link[]> {
    const sql = 'SELECT owner, key FROM custom_fields WHERE id = $1';
    const field = await this.database.row<{ owner: CustomFieldOwner; key: string }>(sql, [id]);
    if (!field) return [];
    const { owner, key } = field;
    const filters = await this.filters(actor, BY_FIELD, `${owner}.custom.${key}`);
    if (owner === 'case') return [await this.cases(actor, 'jsonb_exists(c.custom_fields, $1)', key), filters];
    return [await this.people(owner, key), filters];
  }

  /** All are counted; only what the actor may see is named. */
  private async cases(actor: Actor, condition: string, value: unknown): Promise<Link> {
    const access = caseAccess(actor, 2);
    return this.one(
      'case',
      `SELECT (SELECT count(*) FROM cases c WHERE ${condition}) AS count, coalesce((SELECT jsonb_agg(e) FROM (
         SELECT c.id, c.subject AS name FROM cases c WHERE ${condition} AND c.deleted_at IS NULL AND (${access.sql})
         ORDER BY c.active_at DESC, c.id DESC LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
      [value, ...access.values],
    );
  }

  /** Counted only: whoever manages fields need not see every customer. */
  private people(owner: 'customer' | 'company', key: string): Promise<Link> {
    const table = owner === 'customer' ? 'customers' : 'companies';
    const sql = `SELECT count(*) AS count, '[]'::jsonb AS examples FROM ${table} WHERE jsonb_exists(custom_fields, $1)`;
    return this.one(owner, sql, [key]);
  }

  /** As {@link cases}. */
  private filters(actor: Actor, condition: string, value: unknown): Promise<Link> {
    const access = filterAccess(actor, 2);
    return this.one(
      'filter',
      `SELECT (SELECT count(*) FROM filters f WHERE ${condition}) AS count, coalesce((SELECT jsonb_agg(e) FROM (
         SELECT f.id, f.name FROM filters f WHERE ${condition} AND ${access.sql}
         ORDER BY f.name, f.id LIMIT ${LINK_EXAMPLES}) e), '[]') AS examples`,
      [value, ...access.values],
    );
  }

  private async one(noun: LinkingNoun, sql: string, values: unknown[]): Promise<Link> {
    const row = await this.database.row<Linked>(sql, values);
    return { noun, count: row?.count ?? 0, examples: row?.examples ?? [] };
  }
}
