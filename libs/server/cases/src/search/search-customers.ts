import { Injectable } from '@nestjs/common';
import type { Actor, SearchCustomers as SearchCustomersInput } from '@bureau/contracts';
import { marksIn, stemsOf } from '@bureau/domain';
import { Database, RawJson, statement, type Statement } from '@bureau/platform';
import { customerAccess } from '@bureau/customers';
import type { AccessClause } from '../case/case-access.ts';
import { patternOf } from './resolve-names.ts';

/** Of each way to be found, so many are compared. */
const COMPARED_AT_MOST = 200;
const FIRST_ACCESS_VALUE = 5;
/** Fewer digits are no telephone number. */
const DIGITS_AT_LEAST = 4;

const known = new Map<string, Statement>();

/** Values: 1 what was typed, 2 the same as a pattern, 3 its digits backwards or null, 4 limit; then those of the access. */
function searchThrough(access: AccessClause): Statement {
  const name = `search.customers-${access.kind}`;
  const text = `WITH asked AS MATERIALIZED (SELECT search_fold($1) AS name, search_fold($2) AS pattern),
    candidate AS (
      (SELECT id, 1 AS likeness FROM customers WHERE search_fold(name) LIKE (SELECT pattern FROM asked) LIMIT ${COMPARED_AT_MOST})
      UNION ALL
      (SELECT customer_id, 0.9 FROM customer_addresses WHERE address LIKE lower($2) LIMIT ${COMPARED_AT_MOST})
      UNION ALL
      (SELECT customer_id, 0.9 FROM customer_contacts WHERE kind = 'phone' AND reversed_digits LIKE $3 LIMIT ${COMPARED_AT_MOST})
      UNION ALL
      (SELECT p.id, 0.8 FROM (SELECT id FROM companies WHERE search_fold(name) LIKE (SELECT pattern FROM asked) LIMIT 20) o
         JOIN customers p ON p.company_id = o.id LIMIT ${COMPARED_AT_MOST})
      UNION ALL
      (SELECT id, word_similarity((SELECT name FROM asked), search_fold(name)) * 0.7 FROM customers
       WHERE (SELECT name FROM asked) <% search_fold(name) LIMIT ${COMPARED_AT_MOST})
    ),
    likely AS (SELECT id, max(likeness) AS likeness FROM candidate GROUP BY id)
  SELECT p.name, json_build_object('id', p.id, 'name', p.name, 'address', p.address,
      'company', CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END)::text AS json
    FROM likely JOIN customers p ON p.id = likely.id LEFT JOIN companies o ON o.id = p.company_id
    WHERE p.merged_into_id IS NULL AND ${access.sql}
    ORDER BY starts_with(search_fold(p.name), (SELECT name FROM asked)) DESC, likely.likeness DESC, p.name, p.id LIMIT $4`;
  const found = known.get(name) ?? statement(name, text);
  known.set(name, found);
  return found;
}

/** Finds customers that the actor may see, by what people remember of them, also when it is not quite right. */
@Injectable()
export class SearchCustomers {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, { q, limit }: SearchCustomersInput): Promise<RawJson> {
    const words = q.replaceAll('\0', ' ').toWellFormed();
    const access = customerAccess(actor, FIRST_ACCESS_VALUE);
    const rows = await this.database.rows<{ name: string; json: string }>(searchThrough(access), [
      words,
      patternOf(words),
      phonePattern(words),
      limit,
      ...access.values,
    ]);
    const stems = stemsOf([{ text: words, phrase: false, prefix: true, not: false }]);
    const items = rows.map(
      ({ name, json }) => `${json.slice(0, -1)},"nameMarks":${JSON.stringify(marksIn(name, stems))}}`,
    );
    return new RawJson(`{"items":[${items.join(',')}]}`);
  }
}

/** The end of a telephone number, backwards, as customer_contacts keeps it: with or without the country. */
function phonePattern(words: string): string | null {
  const digits = words.replace(/\D/g, '');
  if (digits.length < DIGITS_AT_LEAST || /\p{L}/u.test(words)) return null;
  const national = digits.replace(/^0+/, '');
  return `${[...national].reverse().join('')}%`;
}
