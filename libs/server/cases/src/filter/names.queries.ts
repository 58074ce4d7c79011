import { Injectable } from '@nestjs/common';
import { conditionsIn, permits, seesEverything, type Actor, type ConditionGroup } from '@bureau/contracts';
import type { NameOf, ReferenceTo, Vocabulary } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';

const SOURCES: Record<ReferenceTo, string> = {
  user: 'SELECT id, name FROM users',
  group: 'SELECT id, name FROM groups',
  brand: 'SELECT id, name FROM brands',
  mailbox: 'SELECT id, address AS name FROM mailboxes',
  label: 'SELECT id, name FROM labels',
  customer: 'SELECT id, name FROM customers',
  company: 'SELECT id, name FROM companies',
};

const NAMES = statement(
  'filters.names',
  Object.entries(SOURCES)
    .map(([to, rows]) => `SELECT w.noun, n.id, n.name FROM (${rows}) n JOIN w ON w.noun = '${to}' AND w.id = n.id`)
    .join(' UNION ALL ')
    .replace(/^/, 'WITH w AS (SELECT * FROM unnest($1::text[], $2::bigint[]) AS w (noun, id)) '),
);

export interface Reference {
  to: ReferenceTo;
  id: number;
}

/** What ids are called, for conditions in words and headings. */
@Injectable()
export class NamesQueries {
  constructor(private readonly database: Database) {}

  /** Customers and companies are named only to those who may see every one of them. */
  async of(actor: Actor, references: readonly Reference[]): Promise<NameOf> {
    const allowed = references.filter(({ to }) => (to !== 'customer' && to !== 'company') || knowsEverybody(actor));
    const rows = allowed.length === 0 ? [] : await this.load(allowed);
    const names = new Map(rows.map(({ noun, id, name }) => [`${noun} ${id}`, name]));
    return (to, id) => names.get(`${to} ${id}`) ?? null;
  }

  private load(references: readonly Reference[]): Promise<{ noun: string; id: number; name: string }[]> {
    return this.database.rows(NAMES, [references.map(({ to }) => to), references.map(({ id }) => id)]);
  }
}

/** The ids that conditions name. */
export function referencesIn(conditions: ConditionGroup, vocabulary: Vocabulary): Reference[] {
  return conditionsIn(conditions).flatMap(({ field, value }) => {
    const kind = vocabulary.get(field)?.kind;
    if (kind?.type !== 'reference') return [];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((id) => (typeof id === 'number' ? [{ to: kind.to, id }] : []));
  });
}

function knowsEverybody(actor: Actor): boolean {
  if (actor.kind === 'system' || actor.kind === 'sync' || actor.kind === 'rule') return true;
  return actor.kind !== 'customer' && permits(actor, 'customers:view') && seesEverything(actor.access);
}
