import { join } from 'node:path';
import { z } from 'zod';
import { Journal } from '../../journal.ts';
import { idOf } from '../ids.ts';
import type { SfObject } from '../schema/object.ts';
import type { Change } from '../streaming/change-event.ts';
import { idIn, textOf, Value, type Row } from '../value.ts';

const Fact = z.object({
  put: z.array(z.tuple([z.string(), z.record(z.string(), Value)])),
  gone: z.array(z.tuple([z.string(), z.string()])),
});
type Fact = z.infer<typeof Fact>;

/** Ids by value, texts in small letters. */
type Index = Map<string, Set<string>>;

type Undo = { type: string; id: string; before: Row | undefined };

/** By which fields records are found without looking at all of them: everything that refers, and what must be unique. */
const INDEXED = /^(?!CreatedBy|LastModifiedBy|Owner)\w*(Id|__c|Email)$/;

/**
 * Every record, deleted ones too. What happens within one transaction is on disk as one line, or not at all;
 * whoever opens the same folder again finds the same records.
 */
export class Records {
  readonly #journal: Journal<Fact>;
  readonly #tables = new Map<string, Map<string, Row>>();
  readonly #indexes = new Map<string, Index>();
  readonly #counts = new Map<string, number>();
  readonly #listeners = new Set<(changes: Change[]) => void>();
  #undo: Undo[] | undefined;

  constructor(dataDir: string) {
    this.#journal = new Journal(join(dataDir, 'records.jsonl'), Fact);
    for (const { put, gone } of this.#journal.facts()) {
      for (const [type, row] of put) {
        if (!this.get(type, idIn(row))) this.#counts.set(type, (this.#counts.get(type) ?? 0) + 1);
        this.#set(type, row);
      }
      for (const [type, id] of gone) this.#unset(type, id);
    }
  }

  get(type: string, id: string): Row | undefined {
    return this.#tables.get(type)?.get(id);
  }

  all(type: string): Row[] {
    return [...(this.#tables.get(type)?.values() ?? [])];
  }

  /** Records of a type whose field has this value; texts in any case. Undefined: this field has no index. */
  having(type: string, field: string, value: Value): Row[] | undefined {
    if (!INDEXED.test(field)) return undefined;
    if (field === 'Id') return [this.get(type, textOf(value))].filter((row) => row !== undefined);
    const ids = this.#indexes.get(`${type}.${field}`)?.get(textOf(value).toLowerCase());
    const found = [...(ids ?? [])].map((id) => this.get(type, id)).filter((row) => row !== undefined);
    // Ids differ by capitals alone.
    return field.endsWith('Id') ? found.filter((row) => row[field] === value) : found;
  }

  /** An id that no record of this kind has had. */
  newId(object: SfObject): string {
    const count = (this.#counts.get(object.name) ?? 0) + 1;
    this.#counts.set(object.name, count);
    const id = idOf(object.keyPrefix, count);
    return this.get(object.name, id) ? this.newId(object) : id;
  }

  /** How many ids of this kind were given. */
  made(type: string): number {
    return this.#counts.get(type) ?? 0;
  }

  /** Adds the record, or replaces what has the same id. */
  put(type: string, row: Row): Row {
    const full: Row = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
    return this.atomically(() => {
      this.#remember(type, idIn(full));
      this.#set(type, full);
      return full;
    });
  }

  /** For good, also from the recycle bin. */
  remove(type: string, id: string): void {
    this.atomically(() => {
      this.#remember(type, id);
      this.#unset(type, id);
    });
  }

  /** All that happens within, or nothing when it throws; may be nested. */
  atomically<Result>(work: () => Result): Result {
    const outer = this.#undo;
    const mine: Undo[] = [];
    this.#undo = mine;
    try {
      const result = work();
      if (outer) outer.push(...mine);
      else this.#note(mine);
      return result;
    } catch (error) {
      for (const { type, id, before } of mine.reverse()) {
        if (before) this.#set(type, before);
        else this.#unset(type, id);
      }
      throw error;
    } finally {
      this.#undo = outer;
    }
  }

  /** `listener` is told of every transaction that changed something, when it is kept. */
  whenCommitted(listener: (changes: Change[]) => void): void {
    this.#listeners.add(listener);
  }

  /** Forgets all records of these types. */
  clear(types: string[]): void {
    this.atomically(() => {
      for (const type of types) {
        this.#counts.set(type, Math.max(this.#counts.get(type) ?? 0, this.#tables.get(type)?.size ?? 0));
        for (const row of this.all(type)) this.remove(type, idIn(row));
      }
    });
  }

  forget(): void {
    this.#journal.clear();
    for (const one of [this.#tables, this.#indexes, this.#counts]) one.clear();
  }

  #note(changes: Undo[]): void {
    if (changes.length === 0) return;
    const fact: Fact = { put: [], gone: [] };
    // What a record was before its first change is what it was before the transaction.
    const touched = new Map<string, Undo>();
    for (const one of changes) {
      const key = `${one.type} ${one.id}`;
      if (!touched.has(key)) touched.set(key, one);
    }
    const told: Change[] = [];
    for (const { type, id, before } of touched.values()) {
      const row = this.get(type, id);
      if (row) fact.put.push([type, row]);
      else fact.gone.push([type, id]);
      told.push({ type, id, before, after: row });
    }
    this.#journal.note(fact);
    for (const listener of this.#listeners) listener(told);
  }

  #remember(type: string, id: string): void {
    this.#undo?.push({ type, id, before: this.get(type, id) });
  }

  #set(type: string, row: Row): void {
    const id = idIn(row);
    const before = this.get(type, id);
    let table = this.#tables.get(type);
    if (!table) this.#tables.set(type, (table = new Map()));
    table.set(id, row);
    this.#index(type, before, row);
  }

  #unset(type: string, id: string): void {
    const before = this.get(type, id);
    this.#tables.get(type)?.delete(id);
    this.#index(type, before, {});
  }

  #index(type: string, before: Row | undefined, after: Row): void {
    const id = idIn(before ?? after);
    for (const field of new Set([...Object.keys(before ?? {}), ...Object.keys(after)])) {
      if (field === 'Id' || !INDEXED.test(field) || before?.[field] === after[field]) continue;
      const index = this.#indexOf(`${type}.${field}`);
      if (before?.[field] !== undefined) leave(index, textOf(before[field]).toLowerCase(), id);
      if (after[field] !== undefined) enter(index, textOf(after[field]).toLowerCase(), id);
    }
  }

  #indexOf(name: string): Index {
    const known = this.#indexes.get(name);
    if (known) return known;
    const index: Index = new Map();
    this.#indexes.set(name, index);
    return index;
  }
}

function enter(index: Index, key: string, id: string): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

function leave(index: Index, key: string, id: string): void {
  const ids = index.get(key);
  ids?.delete(id);
  if (ids?.size === 0) index.delete(key);
}
