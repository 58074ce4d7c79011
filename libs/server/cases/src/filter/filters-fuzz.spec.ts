import { API_PREFIX, ConditionOperator, filtersApi, FilterSort, type Conditions } from '@bureau/contracts';
import { foldText, vocabularyOf } from '@bureau/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { FIELDS } from '../condition/conditions.fixture.ts';
import { HOSTILE } from '../condition/hostile-words.fixture.ts';

const NAUGHTY: unknown[] = [
  ...HOSTILE,
  '\0',
  'a\0b',
  '\uD800',
  '\uDFFFx',
  '',
  'x'.repeat(100_000),
  "' OR 1=1 --",
  '$1::text',
  '(a+)+$',
  '(((((((((a{90}){90}',
  '[[:alpha:',
  '../../etc/passwd',
  'me',
  'mine',
  -1,
  0,
  1.5,
  1e308,
  -1e15,
  1e15,
  2 ** 53,
  null,
  true,
  [],
  [[]],
  {},
  { amount: 1e9, unit: 'days' },
  { amount: 1, unit: 'centuries' },
  { amount: 100_000, unit: 'days' },
  ['a', 1, true],
  Array.from({ length: 101 }, (_, index) => index),
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '9999-12-31T23:59:59.999999Z',
  '2026-13-01T00:00:00Z',
  '99999-01-01T00:00:00Z',
  JSON.parse('{"__proto__": {"polluted": true}}'),
];

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
  for (const { owner, key, label, type, choices } of FIELDS) {
    await desk.sql.run('INSERT INTO custom_fields (owner, key, label, type, choices) VALUES ($1, $2, $3, $4, $5)', [
      owner,
      key,
      label,
      type,
      choices,
    ]);
  }
  await desk.sql.run("INSERT INTO customers (name) VALUES ('Ana')");
  await desk.sql.run(
    `INSERT INTO cases (brand_id, customer_id, subject) SELECT ${desk.brandId}, 1, s FROM unnest($1::text[]) s`,
    [HOSTILE],
  );
});
afterAll(() => closeDesk(desk));

const agent = () => desk.as(desk.agent);
const keys = [...vocabularyOf(FIELDS).keys()];
const anyKey = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...keys) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(...NAUGHTY, 'constructor', 'case.custom.__proto__', "case.custom.x'--"),
  },
);
const anyOperator = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<unknown>(...ConditionOperator.options) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...NAUGHTY) },
);
const anyCondition = fc.record(
  { field: anyKey, operator: anyOperator, value: fc.oneof(fc.constantFrom<unknown>(...NAUGHTY), fc.jsonValue()) },
  { requiredKeys: ['field', 'operator'] },
);

async function outcomeOf(response: Response): Promise<{ status: number; errors: { path: string; message: string }[] }> {
  const body: { errors?: { path: string; message: string }[] } = await response.json();
  return { status: response.status, errors: body.errors ?? [] };
}

describe('whatever is sent', () => {
  it('conditions are answered, or refused with the place that is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCondition, { minLength: 1, maxLength: 3 }), async (list) => {
        const conditions = { match: 'all', conditions: list };
        const { status, errors } = await outcomeOf(await agent().send(filtersApi.preview, { body: { conditions } }));

        // 400: the parser of bodies refuses keys that would change all objects.
        expect([200, 400, 422]).toContain(status);
        if (status === 422) expect(errors[0]?.path).toMatch(/^conditions\.conditions\.\d/);
      }),
      { numRuns: 1_500 },
    );
  }, 120_000);

  it('a text is found as it is, never as a pattern', async () => {
    for (const text of HOSTILE) {
      const conditions: Conditions = {
        match: 'all',
        conditions: [{ field: 'case.subject', operator: 'is', value: text }],
      };
      const { items } = await agent().call(filtersApi.preview, { body: { conditions, limit: 100 } });

      expect(items.map(({ subject }) => subject)).toContain(text);
      expect(items.every(({ subject }) => foldText(subject) === foldText(text))).toBe(true);
    }
  });

  it('sorts, cursors, groups and ids are answered, or refused with the field named', async () => {
    const { items } = await agent().call(filtersApi.list, {});
    const filterId = items[0]?.id ?? 0;
    for (const value of [...NAUGHTY.map((one) => String(one)), '999999999999999999', '%00', '-1', '1e3']) {
      if (value.length > 10_000 || !value.isWellFormed()) continue;
      const encoded = encodeURIComponent(value);
      const forged = Buffer.from(`${value}/1`).toString('base64url');
      for (const path of [
        `/filters/${encoded}/cases`,
        `/filters/${filterId}/cases?cursor=${encoded}`,
        `/filters/${filterId}/cases?cursor=${forged}`,
        `/filters/${filterId}/cases?limit=${encoded}`,
        `/filters/${filterId}/cases?group=${encoded}`,
        `/filters/${filterId}/next?after=${encoded}`,
      ]) {
        const { status } = await agent().fetch(`${API_PREFIX}${path}`);
        expect([path, status < 500]).toEqual([path, true]);
      }
      const sort = { field: value, direction: 'asc' };
      const body = { conditions: { match: 'all', conditions: [] }, sort };
      const refused = await outcomeOf(await agent().send(filtersApi.preview, { body }));
      if (!FilterSort.options.some((option) => option === value))
        expect(refused).toMatchObject({ status: 422, errors: [{ path: 'sort.field' }] });
    }
  }, 60_000);

  it('too much is refused: groups in groups, conditions, letters', async () => {
    const one = { field: 'case.id', operator: 'is', value: 1 };
    const deep = (depth: number): unknown => (depth === 0 ? one : { match: 'all', conditions: [deep(depth - 1)] });
    const many = {
      match: 'any',
      conditions: [0, 1].map(() => ({ match: 'all', conditions: Array.from({ length: 26 }, () => one) })),
    };

    expect(await outcomeOf(await agent().send(filtersApi.preview, { body: { conditions: deep(3) } }))).toMatchObject({
      status: 200,
    });
    for (const conditions of [deep(4), deep(2_000), many]) {
      const { status, errors } = await outcomeOf(await agent().send(filtersApi.preview, { body: { conditions } }));
      expect([status, errors[0]?.path]).toEqual([422, expect.stringMatching(/^conditions/)]);
    }
    const huge = { conditions: { match: 'all', conditions: [{ ...one, value: 'x'.repeat(10_000_000) }] } };
    expect([413, 422]).toContain((await agent().send(filtersApi.preview, { body: huge })).status);
  });

  it('nothing is polluted', () => {
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
