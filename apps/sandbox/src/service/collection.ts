import { join } from 'node:path';
import { z } from 'zod';
import { Journal } from '../journal.ts';

type Fact<Item> = { put: Item } | { gone: string };

/**
 * Things by id, in the order in which they came, each change on disk before the call returns:
 * whoever opens the same folder again finds the same things.
 */
export class Collection<Item extends { id: string }> {
  readonly #journal: Journal<Fact<Item>>;
  readonly #items = new Map<string, Item>();

  constructor(given: { dataDir: string; name: string; schema: z.ZodType<Item> }) {
    const fact = z.union([z.object({ put: given.schema }), z.object({ gone: z.string() })]);
    this.#journal = new Journal<Fact<Item>>(join(given.dataDir, `${given.name}.jsonl`), fact);
    for (const one of this.#journal.facts()) this.#apply(one);
  }

  get(id: string): Item | undefined {
    return this.#items.get(id);
  }

  has(id: string): boolean {
    return this.#items.has(id);
  }

  all(): Item[] {
    return [...this.#items.values()];
  }

  find(fits: (item: Item) => boolean): Item | undefined {
    return this.all().find(fits);
  }

  where(fits: (item: Item) => boolean): Item[] {
    return this.all().filter(fits);
  }

  /** Adds, or replaces what has the same id. */
  put(item: Item): Item {
    this.#note({ put: item });
    return item;
  }

  /** True when it was there. */
  remove(id: string): boolean {
    if (!this.#items.has(id)) return false;
    this.#note({ gone: id });
    return true;
  }

  clear(): void {
    this.#journal.clear();
    this.#items.clear();
  }

  #note(fact: Fact<Item>): void {
    this.#journal.note(fact);
    this.#apply(fact);
  }

  #apply(fact: Fact<Item>): void {
    if ('put' in fact) this.#items.set(fact.put.id, fact.put);
    else this.#items.delete(fact.gone);
  }
}
