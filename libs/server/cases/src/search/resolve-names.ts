import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import type { SearchHint, SearchTest } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';

type NamedTest = Extract<SearchTest, { name: string }>;
type Noun = 'label' | 'brand' | 'assigned' | 'group' | 'customer' | 'company';

/** What names in a search stand for. */
export interface Names {
  /** Ids of those whose name it is, or else has it in it. */
  idsOf(test: NamedTest): number[];
  /** The words of a person's name or address as the index has them. */
  wordsOf(name: string): string[];
  hints: SearchHint[];
}

const NAMED_AT_MOST = 200;

/** Values: 1 the name as typed, 2 the same as a pattern (escaped, with % around it). */
const found = (noun: Noun, from: string, name: string) =>
  statement(
    `search.names-${noun}`,
    `SELECT id, search_fold(${name}) = search_fold($1) AS exact FROM ${from}
     WHERE search_fold(${name}) LIKE search_fold($2) LIMIT ${NAMED_AT_MOST}`,
  );

const STATEMENTS = {
  label: found('label', 'labels', 'name'),
  brand: found('brand', 'brands', 'name'),
  group: found('group', 'groups', 'name'),
  assigned: found('assigned', 'users', 'name'),
  company: found('company', 'companies', 'name'),
  customer: statement(
    'search.names-customer',
    `SELECT DISTINCT ON (id) id, exact FROM (
       (SELECT customer_id AS id, address = lower($1) AS exact FROM customer_addresses WHERE address LIKE lower($2) LIMIT ${NAMED_AT_MOST})
       UNION ALL
       (SELECT id, search_fold(name) = search_fold($1) FROM customers WHERE search_fold(name) LIKE search_fold($2) LIMIT ${NAMED_AT_MOST})
     ) named ORDER BY id, exact DESC`,
  ),
} as const satisfies Record<Noun, unknown>;

const FOLD = statement('search.fold', 'SELECT search_fold(word) AS folded FROM unnest($1::text[]) word');

/** Nouns of the desk's own set-up: whoever may search may know that there is none of that name. */
const TELLABLE: readonly Noun[] = ['label', 'brand', 'group', 'assigned'];

/** Finds out whom and what a search names. */
@Injectable()
export class ResolveNames {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, tests: readonly SearchTest[]): Promise<Names> {
    const ids = new Map<NamedTest, number[]>();
    const hints: SearchHint[] = [];
    for (const test of tests) {
      if (!isNoun(test)) continue;
      const found = await this.idsOf(actor, test.field, test.name);
      ids.set(test, found);
      if (found.length === 0 && TELLABLE.includes(test.field)) {
        hints.push({ part: `${test.field}:${test.name}`, message: 'Nothing has this name.' });
      }
    }
    const words = await this.fold(tests.filter(isPerson).map(({ name }) => name));
    return { idsOf: (test) => ids.get(test) ?? [], wordsOf: (name) => words.get(name) ?? [], hints };
  }

  private async idsOf(actor: Actor, noun: Noun, name: string): Promise<number[]> {
    const word = name.toLowerCase();
    if (noun === 'assigned' && word === 'me') return [userIdOf(actor) ?? 0];
    if ((noun === 'assigned' || noun === 'group') && (word === 'none' || word === 'nobody')) return [0];
    const rows = await this.database.rows<{ id: number; exact: boolean }>(STATEMENTS[noun], [name, patternOf(name)]);
    const exact = rows.filter((row) => row.exact);
    return (exact.length > 0 ? exact : rows).map(({ id }) => id);
  }

  private async fold(names: string[]): Promise<Map<string, string[]>> {
    if (names.length === 0) return new Map();
    const rows = await this.database.rows<{ folded: string }>(FOLD, [names]);
    return new Map(names.map((name, index) => [name, (rows[index]?.folded ?? '').split(/\s+/).filter(Boolean)]));
  }
}

function isNoun(test: SearchTest): test is SearchTest & NamedTest & { field: Noun } {
  return Object.hasOwn(STATEMENTS, test.field);
}

function isPerson(test: SearchTest): test is SearchTest & NamedTest {
  return test.field === 'from' || test.field === 'to';
}

/** Anywhere in the name; the beginning of a very short one, which is all that the index knows of it. */
export function patternOf(name: string): string {
  const escaped = name.replace(/[\\%_]/g, '\\$&');
  return name.length < 3 ? `${escaped}%` : `%${escaped}%`;
}
