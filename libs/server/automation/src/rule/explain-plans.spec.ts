import { rulesApi, type RouteInput, type RouteResponse } from '@bureau/contracts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { greedyParts, overhearReads, type Asked } from '../../../../../test/fixtures/plans.ts';
import { aCase } from '@bureau/cases/testing';

const RULES = 1_000;
/** What happened to the case, with every rule considered each time. */
const RUNS = 100;
/** Beside those of 20,000 runs of other cases, no statement may look at more rows of a table than this. */
const ROWS_AT_MOST = 2_000;
/** Generous, and the best of a few: other tests run beside this one. */
const MILLISECONDS_AT_MOST = 800;
const TRIES = 5;

let desk: TestDesk;
let client: Client;
let caseId: number;
let asked: Asked[];
beforeAll(async () => {
  desk = await startTestDesk();
  client = new Client({ connectionString: desk.database.url });
  await client.connect();
  caseId = (await aCase(desk)).id;
  const { id: other } = await aCase(desk);
  await desk.drain();
  await client.query(
    `INSERT INTO rules (type, name, conditions, actions, enabled, position)
     SELECT 'case-updated', 'Voucher ' || i, jsonb_build_object('match', 'all', 'conditions', jsonb_build_array(
         jsonb_build_object('field', 'case.subject', 'operator', 'contains', 'value', 'voucher ' || i))),
       '[{"type": "set-priority", "priority": 9}]', true, i FROM generate_series(1, ${RULES}) i`,
  );
  await client.query(
    `INSERT INTO rule_versions (rule_id, version, name, conditions, actions, stop_processing, created_at)
     SELECT id, version, name, conditions, actions, stop_processing, created_at FROM rules`,
  );
  await client.query(
    `INSERT INTO rule_runs (case_id, type, actor, at, rule_ids, versions, applied, record)
     SELECT $1, 'time', '{"kind": "system", "id": null, "name": "Time"}', now() - make_interval(secs => i), ids, versions,
       ARRAY[ids[900]], jsonb_build_object('seen', jsonb_build_array(jsonb_build_object('from', 0, 'values',
         jsonb_build_object('case.subject', jsonb_build_array('The grinder is stuck')))),
         'outcomes', jsonb_build_object('899', '{"outcome": "applied", "effects": [], "error": null}'::jsonb))
     FROM generate_series(1, ${RUNS}) i,
       (SELECT array_agg(id ORDER BY id) AS ids, array_agg(version ORDER BY id) AS versions FROM rules) r`,
    [caseId],
  );
  await client.query(
    `INSERT INTO rule_runs (case_id, type, actor, at)
     SELECT $1, 'time', '{"kind": "system", "id": null, "name": "Time"}', now() - make_interval(secs => i)
     FROM generate_series(1, 20000) i`,
    [other],
  );
  await client.query('ANALYZE');
  asked = overhearReads(desk.sql);
}, 60_000);
afterAll(async () => {
  await client.end();
  await closeDesk(desk);
});

type Query = RouteInput<typeof rulesApi.explain>['query'];
const explain = (query: Query): Promise<RouteResponse<typeof rulesApi.explain>> =>
  desk.as(desk.agent).call(rulesApi.explain, { params: { caseId }, query });

it('tells of a thousand rules what matters: the one that did something, and that the others were not met', async () => {
  const { items, next } = await explain({});
  expect(items).toHaveLength(50);
  expect(next).not.toBeNull();
  for (const { considered, notMet, rules } of items) {
    expect({ considered, notMet, told: rules.length }).toEqual({ considered: RULES, notMet: RULES - 1, told: 21 });
    expect(rules.at(-1)).toMatchObject({ name: 'Voucher 900', outcome: 'applied' });
  }
});

it('tells of any of them when it is asked for by its name', async () => {
  const { items } = await explain({ named: 'VOUCHER 777', limit: 2 });
  expect(items.map(({ rules }) => rules.map(({ name, outcome }) => [name, outcome]))).toEqual([
    [['Voucher 777', 'not-met']],
    [['Voucher 777', 'not-met']],
  ]);
  expect(await explain({ named: 'refund' })).toEqual({ items: [], next: null });
});

it('tells of all of them in one run, page by page', async () => {
  const [run] = (await explain({ limit: 1 })).items;
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await explain({ runId: run!.id, limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    names.push(...page.items.flatMap(({ rules }) => rules.map(({ name }) => name)));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(names).toEqual(Array.from({ length: RULES }, (_, index) => `Voucher ${index + 1}`));
});

it.each<Query>([{}, { named: 'voucher 777' }])('reads no more than it tells, in an instant: %j', async (query) => {
  await explain(query);
  const times: number[] = [];
  for (let n = 0; n < TRIES; n++) {
    asked.length = 0;
    const begin = performance.now();
    await explain(query);
    times.push(performance.now() - begin);
  }
  expect(Math.min(...times)).toBeLessThan(MILLISECONDS_AT_MOST);
  const greedy = [];
  for (const one of asked.splice(0)) greedy.push(...(await greedyParts(client, one, ROWS_AT_MOST)));
  expect(greedy).toEqual([]);
});
