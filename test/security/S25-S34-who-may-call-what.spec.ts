import { API, type Permission, type Route, type StandardRole } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../fixtures/desk.ts';
import type { ApiClient } from '../fixtures/api-client.ts';

let desk: TestDesk;
const people = new Map<StandardRole, Person>();
beforeAll(async () => {
  desk = await startTestDesk();
  for (const role of ['administrator', 'agent'] as const) people.set(role, await desk.aUser({ role }));
});
afterAll(() => closeDesk(desk));

const routes: [name: string, route: Route][] = Object.values(API)
  .flatMap((nouns): Route[] => Object.values(nouns))
  .map((route) => [`${route.method} ${route.path}`, route]);

/** Nothing has this number. */
const NOBODY = 999_999_999;

/** Asks with ids of nothing and no usable input: who may call gets past the guard to 404 or 422, never to an effect. */
async function statusFor(caller: ApiClient, route: Route): Promise<number> {
  const params = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, NOBODY]));
  const body = route.shape.body ? {} : undefined;
  const response = await caller.send(route, { params, body });
  await response.body?.cancel();
  return response.status;
}

describe.each(routes)('%s', (_, route) => {
  const { allow } = route.shape;

  it(allow === 'public' ? 'asks nobody who they are' : 'is closed to whoever is not signed in', async () => {
    const status = await statusFor(desk.anybody, route);
    if (allow === 'public') expect(status).not.toBe(401);
    else expect(status).toBe(401);
  });

  it.each(['administrator', 'agent'] as const)('keeps to the permission table for an %s', async (role) => {
    const status = await statusFor(desk.as(people.get(role)!), route);

    const { permissions } = await desk.as(people.get(role)!).call(API.session.whoAmI, {});
    const allowed = allow === 'public' || allow === 'signed-in' || permissions.includes(allow as Permission);
    if (!allowed) expect(status).toBe(403);
    else expect([401, 403]).not.toContain(status);
    expect(status).toBeLessThan(500);
  });
});

describe('what is no route of the table', () => {
  it('does not exist, for nobody and for administrators', async () => {
    for (const path of ['/api/v3/users/1', '/api/v3/', '/api/v3/cases/1/../../users', '/api/v3/debug']) {
      const answer = await desk.as(people.get('administrator')!).fetch(path, { method: 'DELETE' });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  it('is not reached by another spelling of a route', async () => {
    for (const path of ['/API/V3/cases', '/api/v3//cases', '/api/v3/cases/', '/api/v3/%63ases', '/api/v3/cases;x']) {
      expect([path, [401, 404].includes((await desk.anybody.fetch(path)).status)]).toEqual([path, true]);
    }
  });

  it('is not reached by a method that a header claims', async () => {
    const answer = await desk
      .as(people.get('agent')!)
      .fetch('/api/v3/mailboxes', { headers: { 'x-http-method-override': 'POST', 'x-method-override': 'POST' } });
    expect(answer.status).toBe(200);
  });
});

describe('what belongs to one agent', () => {
  it('is an unsent reply: a colleague sees nothing of it', async () => {
    const supportCase = await aCase();
    const save = { params: { caseId: supportCase.id }, body: { html: '', text: 'Between us', sequence: 0 } };
    await desk.as(desk.agent).call(API.drafts.save, save);

    const other = desk.as(people.get('administrator')!);
    expect(await other.call(API.drafts.get, { params: { caseId: supportCase.id } })).toEqual({ draft: null });
  });

  it('is an upload: a colleague cannot send it by its number (S25)', async () => {
    const supportCase = await aCase();
    const upload = await desk.as(desk.agent).fetch('/api/v3/uploads?fileName=salaries.txt', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: 'secret',
    });
    const { id } = (await upload.json()) as { id: number };

    const stolen = { text: 'Here you are.', sequence: supportCase.sequence, uploadIds: [id] };
    const refusal = await desk
      .as(people.get('administrator')!)
      .refusal(API.cases.reply, { params: { caseId: supportCase.id }, body: stolen });
    expect(refusal).toEqual({ status: 422, code: 'upload.not-found' });
  });

  it('is not named by another one’s draft either', async () => {
    const supportCase = await aCase();
    const upload = await desk.as(desk.agent).fetch('/api/v3/uploads?fileName=salaries.txt', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: 'secret',
    });
    const { id } = (await upload.json()) as { id: number };

    const { draft } = await desk.as(people.get('administrator')!).call(API.drafts.save, {
      params: { caseId: supportCase.id },
      body: { html: '', text: 'x', sequence: 0, uploadIds: [id] },
    });
    expect(draft.uploads).toEqual([]);
  });
});

function aCase() {
  return desk.as(desk.agent).call(API.cases.open, {
    body: { subject: 'The grinder is stuck', text: 'It is.', customer: { address: 'ana@customer.example' } },
  });
}
