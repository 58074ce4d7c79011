import type { Type } from '@nestjs/common';
import type { Actor, Permission } from '@bureau/contracts';
import type { AccessClause } from '@bureau/identity';
import type { Condition } from './condition.ts';
import type { Member, Values } from './sql.ts';

/** What `embed=` puts into an entry: of the row of another source that `on` names. */
interface Embed {
  source: Source;
  on: string;
  /** Null is embedded for those who may not. */
  allow: Permission;
}

/** Finds what carries writes out or finishes entries, by its class. */
export type Resolve = <T>(token: Type<T>) => T;

/** Who reads an entry, from where. */
export interface Reader {
  actor: Actor;
  resolve: Resolve;
  /** Where addresses begin that stand by themselves, without a slash at the end. */
  origin: string;
}

/** Where the entries of a resource come from and what they look like: everything that a read needs to know. */
export interface Source {
  /** Of its entries, snake_case. */
  class: string;
  /** Its name in the reference, where that is not its class. */
  title?: string;
  /** Tables and joins: `cases c`; where rows have texts, chosen by the languages that are wanted, `en_us` before `en`. */
  from: string | ((languages: string) => string);
  /** The number of a row: `c.id`. */
  id: string;
  /** The table whose ids these are; walks by `since_id` wait for whoever still writes to it. */
  table?: string | undefined;
  /** The tables whose rows alone decide how many entries there are for who sees all of them. */
  countedBy?: readonly string[];
  /** What every entry is: `c.deleted_at IS NULL`. */
  where: string;
  /** Which rows an actor sees; its placeholders begin at `first`. */
  access(actor: Actor, first: number): AccessClause;
  /** The parts of an address, `:case`; the first one names the row itself. */
  keys: Record<string, Condition>;
  /** The members of an entry and their SQL. */
  members: Record<string, Member>;
  /** JSON texts, or NULL. */
  links: Record<string, Member>;
  embeds?: Record<string, Embed>;
  /** Says what no statement can, in an entry that was read. */
  finish?(entry: string, reader: Reader): string;
  /** As {@link finish}, where that takes asking once for all entries, or what the query says. Throws as reads do. */
  finisher?(reader: Reader, query: URLSearchParams): Promise<(entry: string) => string>;
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
  /** Pages at most, where that is not as everywhere. */
  deepest?: number;
}

/** For what everybody who may ask sees whole. */
export function everyRow(): AccessClause {
  return { kind: 'all', sql: 'true', values: [] };
}
