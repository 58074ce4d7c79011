import { API, type Route } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';
import type { ApiClient } from '../fixtures/api-client.ts';
import { HOSTILE_JSON, HOSTILE_TEXTS } from './matrix/hostile-values.ts';
import { makePersonas } from './matrix/personas.ts';
import { inputFor, paramsOf, type RouteName } from './matrix/route-inputs.ts';
import { makeSecretCase, stateOf, type SecretCase } from './matrix/secret-case.ts';

let desk: TestDesk;
let caller: ApiClient;
let target: SecretCase;
let bystander: SecretCase;
let untouched: string;
beforeAll(async () => {
  desk = await startTestDesk();
  const { personas, places } = await makePersonas(desk);
  const place = { groupId: places.groupId, assigneeId: personas.assigned.id };
  target = await makeSecretCase(desk, place);
  bystander = await makeSecretCase(desk, place);
  caller = desk.as(desk.administrator);
  untouched = await stateOf(desk, bystander);
});
afterAll(() => closeDesk(desk));

const routes: [name: RouteName, route: Route][] = Object.entries(API).flatMap(([noun, table]) =>
  Object.entries<Route>(table).map(([name, route]): [RouteName, Route] => [`${noun}.${name}`, route]),
);

type Input = { params?: unknown; query?: unknown; body?: unknown };

/** What came back, for a hostile value at a place: a refusal says which field, nothing is a failure of the desk. */
async function answerTo(route: Route, input: Input): Promise<{ status: number; complaint: string | null }> {
  const response = await caller.send(route, input);
  const text = await response.text();
  if (response.status !== 422) return { status: response.status, complaint: null };
  const problem = JSON.parse(text) as { code: string; errors?: { path: string; message: string }[] };
  const isNamed = (problem.errors ?? []).every(({ path, message }) => path !== '' && message !== '');
  return { status: 422, complaint: problem.code === 'request.invalid' && !isNamed ? text : null };
}

async function expectCalm(route: Route, cases: { place: string; input: Input }[]): Promise<void> {
  const failures: unknown[] = [];
  for (const { place, input } of cases) {
    const { status, complaint } = await answerTo(route, input);
    if (status >= 500 || complaint !== null) failures.push({ place, status, complaint });
  }
  expect(failures).toEqual([]);
}

const shown = (value: unknown) => (JSON.stringify(value) ?? 'undefined').slice(0, 60);

const properties = (part: unknown): string[] => Object.keys((part as { shape?: object } | undefined)?.shape ?? {});

/** What an address can carry: no lone surrogate, and nothing longer than any server takes. */
const ADDRESSABLE = HOSTILE_TEXTS.filter((value) => value !== '\uD800' && value.length < 1000);

describe('a hostile address', () => {
  it.each(routes.filter(([, route]) => paramsOf(route).length > 0))(
    'of %s is answered with 4xx',
    async (name, route) => {
      const good = inputFor(name, route, target);
      const cases = paramsOf(route).flatMap((param) =>
        ADDRESSABLE.filter((value) => value !== '').map((value) => ({
          place: `${param}=${shown(value)}`,
          input: { ...good, params: { ...good.params, [param]: value } },
        })),
      );
      await expectCalm(route, cases);
    },
  );
});

describe('a hostile query', () => {
  it.each(routes.filter(([, { shape }]) => shape.query))(
    'of %s is answered with 4xx, naming the field',
    async (name, route) => {
      const good = inputFor(name, route, target);
      const cases = properties(route.shape.query).flatMap((field) =>
        ADDRESSABLE.map((value) => ({
          place: `${field}=${shown(value)}`,
          input: { ...good, query: { ...(good.query as object), [field]: value } },
        })),
      );
      await expectCalm(route, cases);
    },
  );
});

describe('a hostile body', () => {
  const writes = routes.filter(([, { shape }]) => shape.body);

  it.each(writes)('of %s is answered with 4xx, naming the field', async (name, route) => {
    const good = inputFor(name, route, target);
    const fields = [...new Set([...properties(route.shape.body), ...Object.keys((good.body ?? {}) as object)])];
    const cases = fields.flatMap((field) =>
      [...HOSTILE_TEXTS, ...HOSTILE_JSON].map((value) => ({
        place: `${field}=${shown(value)}`,
        input: { ...good, body: { ...(good.body as object), [field]: value } },
      })),
    );
    await expectCalm(route, [
      ...cases,
      ...HOSTILE_JSON.map((value) => ({ place: `body=${shown(value)}`, input: { ...good, body: value } })),
    ]);
  });

  it.each(writes)('of %s is refused when it has ten megabytes', async (name, route) => {
    const { status } = await answerTo(route, { ...inputFor(name, route, target), body: { x: 'x'.repeat(10_485_760) } });
    expect(status).toBe(413);
  });
});

describe('after all that', () => {
  it('nobody else’s case has changed, and the desk works', async () => {
    expect(await stateOf(desk, bystander)).toBe(untouched);
    expect(await caller.call(API.cases.get, { params: { caseId: bystander.caseId } })).toMatchObject({
      id: bystander.caseId,
    });
    expect(Object.prototype).not.toHaveProperty('isAdmin');
  });
});
