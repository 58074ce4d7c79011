import { conditionsIn, type ConditionGroup } from '@bureau/contracts';
import {
  checkConditions,
  foldText,
  matches,
  planConditions,
  vocabularyOf,
  type Asking,
  type CaseFacts,
} from '@bureau/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataSource } from '@bureau/platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/setup/test-database.ts';
import { FACTS } from './case-facts.queries.ts';
import { conditionSql } from './condition-sql.ts';
import { conditionsAbout, deskHours, FIELDS, fillWorld, type Sql } from './conditions.fixture.ts';
import { HOSTILE } from './hostile-words.fixture.ts';

const CASES = 300;
const vocabulary = vocabularyOf(FIELDS);
const asking: Asking = { now: Date.parse('2026-06-01T12:00:00.000Z'), userId: null, groupIds: [] };

let database: TestDatabase;
let sql: Sql;
let facts: Map<number, CaseFacts>;
let close: () => Promise<void>;
beforeAll(async () => {
  database = await createTestDatabase();
  const source = await openDataSource(database.url, 2);
  close = () => source.destroy();
  sql = (text, values) => source.query(text, values);
  const { brandIds, groupIds, userIds } = await fillWorld(sql, CASES, asking.now);
  const businessHours = deskHours(brandIds);
  Object.assign(asking, { userId: userIds[0], groupIds: groupIds.slice(0, 2), businessHours });
  const rows = await sql<{ id: number; facts: CaseFacts }>(FACTS.text, [
    (await sql('SELECT id FROM cases')).map(({ id }) => id),
  ]);
  facts = new Map(rows.map((row) => [row.id, row.facts]));
});
afterAll(async () => {
  await close();
  await database.drop();
});

async function foundBySql(conditions: ConditionGroup): Promise<number[]> {
  const asked = conditionSql(conditions, { first: 1, asking, vocabulary });
  const rows = await sql<{ id: number }>(`SELECT c.id FROM cases c WHERE ${asked.sql} ORDER BY c.id`, asked.values);
  return rows.map(({ id }) => id);
}

function foundInMemory(conditions: ConditionGroup): number[] {
  const plan = planConditions(conditions, { vocabulary }, asking);
  return [...facts]
    .filter(([, one]) => matches(plan, one, asking))
    .map(([id]) => id)
    .sort((a, b) => a - b);
}

const fields = [...vocabulary.values()].filter(({ rulesOnly }) => !rulesOnly);
const isExact = (conditions: ConditionGroup) =>
  conditionsIn(conditions).every(({ operator }) => operator !== 'matches' && operator !== 'does-not-match');

describe('what the database finds', () => {
  it('is what memory finds, for whatever is asked of whatever case', async () => {
    let pairs = 0;
    let found = 0;
    await fc.assert(
      fc.asyncProperty(conditionsAbout(fields, [...facts.values()], asking), async (conditions) => {
        expect(checkConditions(conditions, { vocabulary })).toEqual([]);
        const [inSql, inMemory] = [await foundBySql(conditions), foundInMemory(conditions)];
        if (isExact(conditions)) expect(inSql).toEqual(inMemory);
        else expect(inSql).toEqual(expect.arrayContaining(inMemory));
        pairs += CASES;
        found += inMemory.length;
      }),
      { numRuns: 2_000 },
    );

    expect(pairs).toBeGreaterThanOrEqual(10_000);
    expect(found / pairs).toBeGreaterThan(0.1);
  }, 120_000);

  it('is not all or nothing for any field', async () => {
    for (const field of fields) {
      const values = [...facts.values()].map((one) => JSON.stringify(field.read(one, asking)));
      expect([field.key, new Set(values).size]).not.toEqual([field.key, 1]);
    }
  });
});

describe('text', () => {
  it('is folded alike, letter by letter', async () => {
    const letters = Array.from({ length: 0x10ffff }, (_, code) => code + 1).filter(
      (code) => code < 0xd800 || code > 0xdfff,
    );
    for (let start = 0; start < letters.length; start += 100_000) {
      const part = letters.slice(start, start + 100_000).map((code) => String.fromCodePoint(code));
      const rows = await sql<{ letter: string; folded: string }>(
        `SELECT letter, fold_text(letter) AS folded FROM unnest($1::text[]) AS l (letter)`,
        [part],
      );
      expect(rows.filter(({ letter, folded }) => foldText(letter) !== folded)).toEqual([]);
    }
  }, 60_000);

  it('is folded alike, whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }))).map((parts) => parts.join('')),
        async (words) => {
          const written = words.replaceAll('\0', '').toWellFormed();
          const [row] = await sql<{ folded: string }>('SELECT fold_text($1) AS folded', [written]);
          expect(row?.folded).toBe(foldText(written));
        },
      ),
      { numRuns: 500 },
    );
  });
});
