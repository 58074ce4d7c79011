import type { Actor, Permission } from '@bureau/contracts';
import type { AccessClause } from '@bureau/identity';
import type { Condition } from './condition.ts';
import type { Expression, Values } from './sql.ts';

/** What `embed=` puts into an entry: of the row of another source that `on` names. */
interface Embed {
  source: Source;
  on: string;
  /** Null is embedded for those who may not. */
  allow: Permission;
}

/** Where the entries of a resource come from and what they look like: everything that a read needs to know. */
export interface Source {
  /** Of its entries, snake_case. */
  class: string;
  /** Its name in the reference, where that is not its class. */
  title?: string;
  /** Tables and joins: `cases c`. */
  from: string;
  /** The number of a row: `c.id`. */
  id: string;
  /** What every entry is: `c.deleted_at IS NULL`. */
  where: string;
  /** Which rows an actor sees; its placeholders begin at `first`. */
  access(actor: Actor, first: number): AccessClause;
  /** The parts of an address, `:case`; the first one names the row itself. */
  keys: Record<string, Condition>;
  /** The members of an entry and their SQL. */
  members: Record<string, Expression>;
  links: Record<string, Expression>;
  embeds?: Record<string, Embed>;
  /** Query parameters beside those of every list (`since_id`, `max_id`). */
  filters?: Record<string, Condition>;
  /** Query parameters that are made of what administrators define, by the beginning of their names: `custom_`. */
  openFilters?: Record<string, (name: string) => Condition>;
  /** `sort_field` and what it sorts by; the first one is the order that nobody asked for. */
  sorts: Record<string, string>;
  /** What stands first in every order, except of a walk by ids. */
  lead?: (actor: Actor, values: Values) => string;
  /** Entries of a page at most. */
  perPage: number;
}

/** For what everybody who may ask sees whole. */
export function everyRow(): AccessClause {
  return { kind: 'all', sql: 'true', values: [] };
}
