import { createHmac } from 'node:crypto';
import {
  auditApi,
  groupsApi,
  integrationUrlsApi,
  linksApi,
  type CreateIntegrationUrl,
  type IntegrationUrl,
  type ShownIntegration,
} from '@bureau/contracts';
import { aCase } from '@bureau/cases/testing';
import type { z } from 'zod';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RefusedCall } from '../../../../../test/fixtures/api-client.ts';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
let caseId: number;
beforeAll(async () => {
  desk = await startTestDesk({ env: { BUREAU_PUBLIC_URL: 'https://desk.example' } });
  ({ id: caseId } = await aCase(desk, { customer: { address: 'ana@customer.example', name: 'Ana & Søn' } }));
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.sql.run('DELETE FROM integration_urls'));

const admin = () => desk.as(desk.administrator);
const make = (body: Partial<z.input<typeof CreateIntegrationUrl>> = {}): Promise<IntegrationUrl> =>
  admin().call(integrationUrlsApi.create, { body: { name: 'Orders', markup: 'https://erp.example/', ...body } });
const shown = async (person: Person, of = caseId): Promise<ShownIntegration[]> =>
  (await desk.as(person).call(integrationUrlsApi.ofCase, { params: { caseId: of } })).items;
const namesFor = async (person: Person) => (await shown(person)).map(({ name }) => name);
const faults = (body: Partial<z.input<typeof CreateIntegrationUrl>>) =>
  make(body).then(
    () => [],
    (refused: RefusedCall) => (refused.problem['errors'] as { path: string }[]).map(({ path }) => path),
  );

describe('an integration', () => {
  it('leads from a case to the same customer elsewhere', async () => {
    await make({ markup: 'https://erp.example/find?q={{customer.email}}&name={{customer.name}}&case={{case.id}}' });
    expect(await shown(desk.agent)).toMatchObject([
      {
        ...{ name: 'Orders', kind: 'link', problem: null, origin: null },
        url: `https://erp.example/find?q=ana%40customer.example&name=Ana%20%26%20S%C3%B8n&case=${caseId}`,
      },
    ]);
  });

  it('is kept by those who manage integrations only', async () => {
    const { id } = await make();
    const agent = desk.as(desk.agent);
    const params = { integrationUrlId: id };
    const tries = await Promise.allSettled([
      agent.call(integrationUrlsApi.list, {}),
      agent.call(integrationUrlsApi.get, { params }),
      agent.call(integrationUrlsApi.create, { body: { name: 'Mine', markup: 'https://mine.example/' } }),
      agent.call(integrationUrlsApi.update, { params, body: { enabled: false } }),
      agent.call(integrationUrlsApi.delete, { params }),
      agent.call(integrationUrlsApi.renewSecret, { params }),
      agent.call(integrationUrlsApi.reorder, { body: { integrationUrlIds: [id] } }),
    ]);
    for (const tried of tries) expect(tried).toMatchObject({ reason: { code: 'permission.denied' } });
  });

  it('is changed, put in order and deleted, and the log says by whom', async () => {
    const [one, two] = [await make({ name: 'One' }), await make({ name: 'Two' })];
    await admin().call(integrationUrlsApi.reorder, { body: { integrationUrlIds: [two.id, one.id] } });
    expect(await namesFor(desk.agent)).toEqual(['Two', 'One']);
    const params = { integrationUrlId: one.id };
    const changed = await admin().call(integrationUrlsApi.update, { params, body: { name: 'First', enabled: false } });
    expect(changed).toMatchObject({ name: 'First', enabled: false, updatedBy: { id: desk.administrator.id } });
    expect(await namesFor(desk.agent)).toEqual(['Two']);
    await admin().call(integrationUrlsApi.delete, { params });
    await expect(admin().call(integrationUrlsApi.get, { params })).rejects.toMatchObject({
      code: 'integration-url.not-found',
    });
    const { items } = await admin().call(auditApi.list, {
      query: { noun: 'integration-url', objectId: one.id },
    });
    expect(items.map(({ action }) => action)).toEqual(['deleted', 'changed', 'created']);
    expect(items[1]).toMatchObject({
      before: { name: 'One', enabled: true },
      after: { name: 'First', enabled: false },
    });
  });

  it('is not saved over a colleague’s change', async () => {
    const { id } = await make();
    const params = { integrationUrlId: id };
    const old = '"b2xk.x"';
    const saved = admin().call(integrationUrlsApi.update, { params, body: { name: 'Late' } }, { 'if-match': old });
    await expect(saved).rejects.toMatchObject({ code: 'request.precondition-failed' });
  });

  it('is refused where it could lead elsewhere, or names nobody', async () => {
    expect(await faults({ markup: 'javascript:alert(1)' })).toEqual(['markup']);
    expect(await faults({ markup: 'https://{{customer.name}}/' })).toEqual(['markup']);
    expect(await faults({ markup: 'https://erp.example/{{customer.custom_nothing}}' })).toEqual(['markup']);
    expect(await faults({ kind: 'embedded', markup: 'https://desk.example/cases/inbox/1' })).toEqual(['markup']);
    expect(await faults({ visibility: { for: 'group', groupId: 999_999 } })).toEqual(['visibility.groupId']);
    expect(await faults({ visibility: { for: 'user', userId: 999_999 } })).toEqual(['visibility.userId']);
    expect(await faults({ roleIds: [999_999] })).toEqual(['roleIds']);
  });

  it('can be tried before it is saved', async () => {
    const tried = (markup: string, of: number | null = caseId) =>
      admin().call(integrationUrlsApi.try, { body: { kind: 'link', markup, caseId: of } });
    const markup = 'https://erp.example/{{customer.name}}';
    expect(await tried(markup)).toEqual({ url: 'https://erp.example/Ana%20%26%20S%C3%B8n', problem: null });
    expect(await tried(markup, null)).toEqual({ url: 'https://erp.example/', problem: null });
    expect(await tried('https://erp.example/{{customer.nmae}}')).toMatchObject({
      url: null,
      problem: expect.stringContaining('did you mean {{customer.name}}?'),
    });
    await expect(tried(markup, 999_999)).rejects.toMatchObject({ code: 'case.not-found' });
  });
});

describe('who is shown an integration', () => {
  it('is everybody, a group or one user', async () => {
    const group = await admin().call(groupsApi.create, { body: { name: 'Orders' } });
    const member = await desk.aUser({ name: 'Gro' });
    await desk.sql.run('INSERT INTO group_members (group_id, user_id) VALUES ($1, $2)', [group.id, member.id]);
    await make({ name: 'All' });
    await make({ name: 'Group', visibility: { for: 'group', groupId: group.id } });
    await make({ name: 'Mine', visibility: { for: 'user', userId: desk.agent.id } });
    expect(await namesFor(member)).toEqual(['All', 'Group']);
    expect(await namesFor(desk.agent)).toEqual(['All', 'Mine']);
    // Whoever manages them sees them in the administration, not beside every case.
    expect(await namesFor(desk.administrator)).toEqual(['All']);

    const { items } = await admin().call(linksApi.read, { params: { noun: 'group', objectId: group.id } });
    expect(items).toContainEqual({
      ...{ noun: 'integration-url', count: 1 },
      examples: [{ id: expect.any(Number), name: 'Group' }],
    });
    const heir = await admin().call(groupsApi.create, { body: { name: 'Heirs' } });
    await admin().call(groupsApi.remove, { params: { groupId: group.id }, query: { successorId: heir.id } });
    const all = (await admin().call(integrationUrlsApi.list, {})).items;
    expect(all.find(({ name }) => name === 'Group')?.visibility).toEqual({ for: 'group', groupId: heir.id });
  });

  it('is only who has one of its roles, and nobody once the role is gone', async () => {
    const roleOf = async ({ id }: Person) =>
      (await desk.sql.row<{ id: number }>('SELECT role_id AS id FROM users WHERE id = $1', [id]))!.id;
    const { id } = await make({ roleIds: [await roleOf(desk.agent)] });
    expect(await namesFor(desk.agent)).toEqual(['Orders']);
    expect(await namesFor(desk.administrator)).toEqual([]);
    await desk.sql.run("UPDATE integration_urls SET role_ids = '{999999}' WHERE id = $1", [id]);
    expect(await namesFor(desk.agent)).toEqual([]);
  });

  it('is nobody who does not see the case', async () => {
    await make();
    await expect(shown(desk.agent, 999_999)).rejects.toMatchObject({ code: 'case.not-found' });
  });
});

describe('a canvas app', () => {
  const app = (body: object = {}) =>
    make({ name: 'Stock', kind: 'canvas', markup: 'https://stock.example/app?case={{case.id}}', ...body });
  const secretOf = async (integrationUrlId: number) =>
    (await admin().call(integrationUrlsApi.renewSecret, { params: { integrationUrlId } })).secret;
  const sign = (person: Person, integrationUrlId: number) =>
    desk.as(person).call(integrationUrlsApi.sign, { params: { caseId, integrationUrlId } });

  /** As the app's own side would do it, with what Salesforce documents. */
  function verified(signedRequest: string, secret: string) {
    const [signature, payload = '', ...rest] = signedRequest.split('.');
    expect(rest).toEqual([]);
    const expected = createHmac('sha256', secret).update(payload).digest('base64');
    return signature === expected ? JSON.parse(Buffer.from(payload, 'base64').toString('utf8')) : null;
  }

  it('is told who looks at which case, signed with its secret', async () => {
    const { id, origin } = await app();
    expect(origin).toBe('https://stock.example');
    const secret = await secretOf(id);
    const { url, signedRequest } = await sign(desk.agent, id);
    expect(url).toBe(`https://stock.example/app?case=${caseId}`);
    const told = verified(signedRequest, secret);
    expect(told).toMatchObject({
      ...{ algorithm: 'HMACSHA256', issuedAt: expect.any(Number), userId: String(desk.agent.id) },
      client: { targetOrigin: 'https://desk.example' },
      context: {
        user: { userId: String(desk.agent.id), email: desk.agent.email },
        application: { name: 'Stock', canvasUrl: url, authType: 'SIGNED_REQUEST' },
        environment: {
          case: { id: caseId, channel: 'email' },
          customer: { name: 'Ana & Søn', emails: ['ana@customer.example'] },
        },
      },
    });
    expect(Math.abs(told.issuedAt - desk.clock.now().getTime())).toBeLessThan(60_000);
    expect(Object.keys(told.client).sort()).toEqual(['instanceId', 'instanceUrl', 'targetOrigin']);
    expect(verified(signedRequest, 'another secret')).toBeNull();
    expect(verified(`${signedRequest.slice(0, -4)}AAAA`, secret)).toBeNull();
  });

  it('has a secret that is seen once, sealed in the database, and replaced by another', async () => {
    const { id } = await app();
    expect(await shown(desk.agent)).toMatchObject([{ url: null, problem: 'The app has no secret to sign with yet.' }]);
    await expect(sign(desk.agent, id)).rejects.toMatchObject({ code: 'integration-url.no-secret' });
    const first = await secretOf(id);
    const second = await secretOf(id);
    expect(first).not.toBe(second);
    const { signedRequest } = await sign(desk.agent, id);
    expect(verified(signedRequest, first)).toBeNull();
    expect(verified(signedRequest, second)).not.toBeNull();

    const params = { integrationUrlId: id };
    const answers = [
      await admin().call(integrationUrlsApi.list, {}),
      await admin().call(integrationUrlsApi.get, { params }),
      await admin().call(integrationUrlsApi.update, { params, body: { description: 'What is left' } }),
      await shown(desk.agent),
      await admin().call(auditApi.list, { query: { noun: 'integration-url' } }),
      await desk.sql.rows('SELECT * FROM integration_urls'),
    ];
    for (const answer of answers) expect(JSON.stringify(answer)).not.toContain(second);
  });

  it('is opened by whoever is shown it, as long as he is', async () => {
    const { id } = await app({ visibility: { for: 'user', userId: desk.agent.id } });
    await secretOf(id);
    await expect(sign(desk.administrator, id)).rejects.toMatchObject({ code: 'integration-url.not-found' });
    await admin().call(integrationUrlsApi.update, { params: { integrationUrlId: id }, body: { enabled: false } });
    await expect(sign(desk.agent, id)).rejects.toMatchObject({ code: 'integration-url.not-found' });
  });

  it('is none that merely stands in a frame', async () => {
    const { id } = await make({ kind: 'embedded' });
    await expect(sign(desk.agent, id)).rejects.toMatchObject({ code: 'integration-url.no-app' });
    const params = { integrationUrlId: id };
    await expect(admin().call(integrationUrlsApi.renewSecret, { params })).rejects.toMatchObject({
      code: 'integration-url.no-app',
    });
  });
});
