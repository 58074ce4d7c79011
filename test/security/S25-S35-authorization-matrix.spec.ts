import { API, Permission, type Route } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../fixtures/api-client.ts';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../fixtures/desk.ts';
import { aRestrictedPerson, makePersonas, OUTSIDERS, type Personas, type Places } from './matrix/personas.ts';
import { inputFor, paramsOf, ROWS, type RouteName } from './matrix/route-inputs.ts';
import { makeSecretCase, PIXEL, stateOf, type SecretCase } from './matrix/secret-case.ts';

let desk: TestDesk;
let personas: Personas;
let places: Places;
beforeAll(async () => {
  desk = await startTestDesk();
  ({ personas, places } = await makePersonas(desk));
});
afterAll(() => closeDesk(desk));

const routes: [name: RouteName, route: Route][] = Object.entries(API).flatMap(([noun, table]) =>
  Object.entries<Route>(table).map(([name, route]): [RouteName, Route] => [`${noun}.${name}`, route]),
);
const rowsOf = (route: Route) => paramsOf(route).filter((param) => ROWS.has(param));
const onRows = routes.filter(([, route]) => rowsOf(route).length > 0);
const reads = routes.filter(([, route]) => route.method === 'GET');

async function statusOf(caller: ApiClient, route: Route, input: { params: object }): Promise<number> {
  const response =
    route.shape.bytes === 'request' ? await sendPixel(caller, route, input) : await caller.send(route, input);
  await response.body?.cancel();
  return response.status;
}

function sendPixel(caller: ApiClient, route: Route, { params }: { params: object }): Promise<Response> {
  const path = Object.entries(params).reduce((text, [name, value]) => text.replace(`:${name}`, `${value}`), route.path);
  return caller.fetch(`/api/v3${path}?fileName=pixel.png`, {
    method: route.method,
    headers: { 'content-type': 'image/png' },
    body: new Uint8Array(PIXEL),
  });
}

const secretCase = () => makeSecretCase(desk, { groupId: places.groupId, assigneeId: personas.assigned.id });

describe('the permissions of every route', () => {
  let person: Person;
  beforeAll(async () => {
    person = await aRestrictedPerson(desk, {});
  });

  it.each(routes.filter(([, { shape }]) => shape.allow !== 'public' && shape.allow !== 'signed-in'))(
    '%s is refused to a role that may everything else',
    async (name, route) => {
      const rest = Permission.options.filter((permission) => permission !== route.shape.allow);
      await desk.sql.run(
        'UPDATE roles SET permissions = $2 FROM users WHERE users.role_id = roles.id AND users.id = $1',
        [person.id, rest],
      );
      expect(await statusOf(desk.as(person), route, inputFor(name, route))).toBe(403);
    },
  );

  it.each(routes.filter(([, { shape }]) => shape.allow !== 'public'))(
    '%s is closed to customers and strangers, whatever they claim to be',
    async (name, route) => {
      const input = inputFor(name, route);
      expect(await statusOf(desk.anybody, route, input)).toBe(401);
      const claims: Record<string, string>[] = [
        { cookie: 'bureau_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
        { authorization: 'Bearer x' },
        { 'x-remote-user': 'ada@desk.example', 'x-forwarded-user': 'ada@desk.example' },
      ];
      for (const headers of claims) {
        expect([headers, await statusOf(desk.anybody.with(headers), route, input)]).toEqual([headers, 401]);
      }
    },
  );
});

describe('the rows of every route', () => {
  it.each(onRows.filter(([, { method }]) => method !== 'GET'))(
    '%s does nothing to a case of another group, brand or colleague',
    async (name, route) => {
      const secret = await secretCase();
      const before = await stateOf(desk, secret);
      const input = inputFor(name, route, secret);

      for (const outsider of OUTSIDERS) {
        expect([outsider, await statusOf(desk.as(personas[outsider]), route, input)]).toEqual([outsider, 404]);
      }

      expect(await stateOf(desk, secret)).toBe(before);
      // The same request is a good one for whoever may see the case, or is refused for the state that the case is in.
      expect([200, 201, 202, 204, 409]).toContain(await statusOf(desk.as(desk.administrator), route, input));
    },
  );

  describe('that read', () => {
    let secret: SecretCase;
    beforeAll(async () => {
      secret = await secretCase();
    });

    it.each(onRows.filter(([, { method }]) => method === 'GET'))('%s knows no foreign case', async (name, route) => {
      const input = inputFor(name, route, secret);
      for (const outsider of OUTSIDERS) {
        expect([outsider, await statusOf(desk.as(personas[outsider]), route, input)]).toEqual([outsider, 404]);
      }
      for (const insider of ['own', 'assigned'] as const) {
        // 409: there is nothing to read yet, e.g. no organisation of Salesforce is connected; the case is known all the same.
        const status = await statusOf(desk.as(personas[insider]), route, input);
        expect([insider, status === 409 ? 200 : status]).toEqual([insider, 200]);
      }
    });

    it.each(reads.filter(([, route]) => rowsOf(route).length === 0))(
      '%s mentions no foreign case in a list, a count or a suggestion (S27, S28)',
      async (name, route) => {
        const input = inputFor(name, route, secret);
        const query = { ...(input.query as object), ...(name.startsWith('search.') ? { q: secret.marker } : {}) };
        for (const outsider of OUTSIDERS) {
          const response = await desk.as(personas[outsider]).send(route, { ...input, query });
          expect([outsider, response.status < 500]).toEqual([outsider, true]);
          expect([outsider, (await response.text()).includes(secret.marker)]).toEqual([outsider, false]);
        }
      },
    );

    it('but the lists of those who may see it do', async () => {
      for (const insider of ['own', 'assigned'] as const) {
        const { items } = await desk.as(personas[insider]).call(API.cases.list, {});
        expect(items.map(({ id }) => id)).toContain(secret.caseId);
      }
    });
  });

  it('are covered: every parameter of every route is known to this matrix', () => {
    const unknown = routes.filter(([name, route]) => {
      const { params } = inputFor(name, route);
      return paramsOf(route).some((param) => !(param in params));
    });
    expect(unknown.map(([name]) => name)).toEqual([]);
  });
});

describe('foreign ids in a body (S25)', () => {
  /** What an outsider may do with a case of his own, naming something of the secret one. */
  const ATTEMPTS: Record<string, (own: SecretCase, secret: SecretCase) => { route: Route; input: object }> = {
    'a merge': (own, secret) => ({
      route: API.merges.merge,
      input: { body: { caseIds: [own.caseId, secret.caseId], differentCustomers: true } },
    }),
    'a merge the other way': (own, secret) => ({
      route: API.merges.merge,
      input: { body: { caseIds: [secret.caseId], intoCaseId: own.caseId, differentCustomers: true } },
    }),
    'a split': (own, secret) => ({
      route: API.splits.split,
      input: { params: { caseId: own.caseId }, body: { messageIds: [secret.messageId] } },
    }),
    'a link': (own, secret) => ({
      route: API.related.link,
      input: { params: { caseId: own.caseId }, body: { caseId: secret.caseId } },
    }),
    'another customer': (own, secret) => ({
      route: API.cases.update,
      input: { params: { caseId: own.caseId }, body: { customerId: secret.customerId } },
    }),
    'a new case for him': (_own, secret) => ({
      route: API.cases.open,
      input: { body: { subject: 'Hello', text: 'Hello', customerId: secret.customerId } },
    }),
    'a merge of customers': (own, secret) => ({
      route: API.customers.merge,
      input: { params: { customerId: own.customerId }, body: { customerId: secret.customerId } },
    }),
    'a forward': (own, secret) => ({
      route: API.messages.forward,
      input: {
        params: { caseId: own.caseId },
        body: { to: ['thief@elsewhere.example'], messageIds: [secret.messageId] },
      },
    }),
  };

  it.each(Object.keys(ATTEMPTS))('get nothing out of %s', async (attempt) => {
    const secret = await secretCase();
    const before = await stateOf(desk, secret);
    for (const outsider of OUTSIDERS) {
      const own = await makeSecretCase(desk, {
        groupId: places.otherGroupId,
        assigneeId: personas[outsider].id,
        brandId: places.otherBrandId,
      });
      const { route, input } = ATTEMPTS[attempt]!(own, secret);
      const response = await desk.as(personas[outsider]).send(route, input);
      expect([outsider, response.status >= 400 && response.status < 500]).toEqual([outsider, true]);
      expect(await response.text()).not.toContain(secret.marker);
    }
    expect(await stateOf(desk, secret)).toBe(before);
  });

  it('change nothing in bulk either, and are not even counted as existing', async () => {
    const secret = await secretCase();
    const before = await stateOf(desk, secret);
    for (const outsider of OUTSIDERS) {
      const caller = desk.as(personas[outsider]);
      await caller.send(API.bulk.change, { body: { caseIds: [secret.caseId], changes: { priority: 9 } } });
    }
    await desk.drain();
    expect(await stateOf(desk, secret)).toBe(before);
  });
});

describe('counts', () => {
  it('do not move for whoever may not see what moved them (S28)', async () => {
    const countsOf = async (person: Person) => {
      const { items } = await desk.as(person).call(API.filters.counts, {});
      return items.map(({ filterId, count, more }) => ({ filterId, count, more }));
    };
    const outsiders = OUTSIDERS.map((outsider) => personas[outsider]);
    const before = await Promise.all(outsiders.map(countsOf));
    const insider = await countsOf(personas.own);
    await secretCase();
    // Figures are kept for some seconds.
    desk.clock.advance(60_000);

    expect(await Promise.all(outsiders.map(countsOf))).toEqual(before);
    expect(await countsOf(personas.own)).not.toEqual(insider);
  });
});
