import { applicationsApi, casesApi, sessionApi, twoFactorApi, usersApi, type Permission } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../../../test/fixtures/api-client.ts';
import { aBrowserOf, withTwoFactor } from '../../../../../test/fixtures/authenticator.ts';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
let admin: ApiClient;
beforeAll(async () => {
  desk = await startTestDesk();
  admin = desk.as(desk.administrator);
});
afterAll(() => closeDesk(desk));

const pipeline = (fields: { rateLimit?: number } = {}) => ({
  name: `Pipeline ${crypto.randomUUID()}`,
  websiteUrl: 'https://pipeline.example',
  callbackUrl: 'https://pipeline.example/back',
  supportUrl: 'https://pipeline.example/help',
  ...fields,
});

const anApplication = async (fields: { rateLimit?: number } = {}) =>
  (await admin.call(applicationsApi.create, { body: pipeline(fields) })).application.id;

async function aToken(
  scopes: Permission[],
  { applicationId, expiresAt }: { applicationId?: number; expiresAt?: string } = {},
) {
  const params = { applicationId: applicationId ?? (await anApplication()) };
  return admin.call(applicationsApi.createToken, { params, body: { scopes, expiresAt } });
}

const withToken = (bearerToken: string) => desk.anybody.with({ authorization: `Bearer ${bearerToken}` });

describe('an API application', () => {
  it('has a key and a secret, which is shown once', async () => {
    const body = pipeline();
    const { application, secret } = await admin.call(applicationsApi.create, { body });
    expect(application).toMatchObject({ ...body, rateLimit: 1000, tokenCount: 0, createdBy: { name: 'Ada Osei' } });
    expect(application.key).toMatch(/^[0-9a-f]{32}$/);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);

    const params = { applicationId: application.id };
    expect(JSON.stringify(await admin.call(applicationsApi.get, { params }))).not.toContain(secret);
    const renewed = await admin.call(applicationsApi.renewSecret, { params });
    expect(renewed.secret).not.toBe(secret);
  });

  it('is changed, by whoever saw its present version', async () => {
    const params = { applicationId: await anApplication() };
    const seen = (await admin.send(applicationsApi.get, { params })).headers.get('etag')!;
    const changed = await admin.call(applicationsApi.update, { params, body: { rateLimit: 50 } }, { 'if-match': seen });
    expect(changed).toMatchObject({ rateLimit: 50, websiteUrl: 'https://pipeline.example' });
    const stale = { params, body: { rateLimit: 60 } };
    expect(await admin.refusal(applicationsApi.update, stale, { 'if-match': seen })).toMatchObject({ status: 412 });
  });

  it('has a name of its own', async () => {
    const body = pipeline();
    await admin.call(applicationsApi.create, { body });
    const same = { body: { ...body, name: body.name.toUpperCase() } };
    expect(await admin.refusal(applicationsApi.create, same)).toEqual({ status: 409, code: 'application.name-taken' });
  });

  it('is nobody’s business but that of who manages applications', async () => {
    const refused = { status: 403, code: 'permission.denied' };
    expect(await desk.as(desk.agent).refusal(applicationsApi.list, {})).toEqual(refused);
    expect(await desk.as(desk.agent).refusal(applicationsApi.create, { body: pipeline() })).toEqual(refused);
  });

  it.each(['javascript:alert(1)', 'pipeline', 'https://'])('links to the web, not to %s', async (websiteUrl) => {
    const refusal = admin.call(applicationsApi.create, { body: { ...pipeline(), websiteUrl } });
    await expect(refusal).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'websiteUrl' }] } });
  });
});

describe('an access token', () => {
  it('acts for the user who made it, within its scopes', async () => {
    const { bearerToken } = await aToken(['cases:view', 'cases:create']);
    const program = withToken(bearerToken);
    expect(await program.call(casesApi.list, {})).toMatchObject({ items: expect.any(Array) });
    expect(await program.refusal(usersApi.list, {})).toEqual({ status: 403, code: 'permission.denied' });
    expect(await program.call(sessionApi.whoAmI, {})).toMatchObject({
      user: { id: desk.administrator.id },
      permissions: ['cases:view', 'cases:create'],
    });
  });

  it('never may what its maker may no more', async () => {
    const person = await desk.aUser({ role: 'administrator' });
    const params = { applicationId: await anApplication() };
    const body = { scopes: ['cases:view', 'system-log:view'] satisfies Permission[] };
    const { bearerToken } = await desk.as(person).call(applicationsApi.createToken, { params, body });
    await desk.sql.run("UPDATE users SET role_id = (SELECT id FROM roles WHERE key = 'agent') WHERE id = $1", [
      person.id,
    ]);
    expect(await withToken(bearerToken).call(sessionApi.whoAmI, {})).toMatchObject({ permissions: ['cases:view'] });

    await desk.sql.run('UPDATE users SET disabled_at = now() WHERE id = $1', [person.id]);
    expect(await withToken(bearerToken).refusal(sessionApi.whoAmI, {})).toEqual({
      status: 401,
      code: 'session.token-refused',
    });
  });

  it('gets no scope that its maker has not', async () => {
    const { key } = (await desk.sql.row<{ key: string }>("SELECT key FROM roles WHERE key = 'agent'"))!;
    await desk.sql.run("UPDATE roles SET permissions = permissions || '{applications:manage}' WHERE key = $1", [key]);
    const params = { applicationId: await anApplication() };
    const beyond = { params, body: { scopes: ['cases:view', 'roles:manage'] satisfies Permission[] } };
    const call = desk.as(desk.agent).call(applicationsApi.createToken, beyond);
    await expect(call).rejects.toMatchObject({ status: 422, problem: { errors: [{ path: 'scopes' }] } });
    await desk.sql.run("UPDATE roles SET permissions = array_remove(permissions, 'applications:manage')");
  });

  it('ends when it expires, is revoked, or its application goes', async () => {
    const refused = { status: 401, code: 'session.token-refused' };
    const expiresAt = new Date(desk.clock.now().getTime() + 60_000).toISOString();
    const expiring = await aToken(['cases:view'], { expiresAt });
    const applicationId = await anApplication();
    const [revoked, orphan] = [
      await aToken(['cases:view'], { applicationId }),
      await aToken(['cases:view'], { applicationId }),
    ];
    const tokenId = revoked.accessToken.id;
    await admin.call(applicationsApi.revokeToken, { params: { applicationId, tokenId } });
    expect(await withToken(revoked.bearerToken).refusal(casesApi.list, {})).toEqual(refused);
    await admin.call(applicationsApi.remove, { params: { applicationId } });
    expect(await withToken(orphan.bearerToken).refusal(casesApi.list, {})).toEqual(refused);

    await withToken(expiring.bearerToken).call(casesApi.list, {});
    desk.clock.advance(60_000);
    expect(await withToken(expiring.bearerToken).refusal(casesApi.list, {})).toEqual(refused);
  });

  it('says when it was last used', async () => {
    const applicationId = await anApplication();
    const { bearerToken } = await aToken(['cases:view'], { applicationId });
    await withToken(bearerToken).call(casesApi.list, {});
    const { items } = await admin.call(applicationsApi.tokens, { params: { applicationId } });
    expect(items).toMatchObject([{ scopes: ['cases:view'], expired: false, lastUsedAt: expect.any(String) }]);
    expect(JSON.stringify(items)).not.toContain(bearerToken);
  });

  it('cannot touch how its user signs in, nor make tokens', async () => {
    const applicationId = await anApplication();
    const { bearerToken } = await aToken(['applications:manage', 'cases:view'], { applicationId });
    const program = withToken(bearerToken);
    const refused = { status: 403, code: 'permission.denied' };
    const { password } = desk.administrator;
    const next = { current: password, next: 'another long phrase' };
    expect(await program.refusal(sessionApi.changePassword, { body: next })).toEqual(refused);
    expect(await program.refusal(sessionApi.list, {})).toEqual(refused);
    expect(await program.refusal(twoFactorApi.begin, { body: { password } })).toEqual(refused);
    const scopes = { params: { applicationId }, body: { scopes: ['cases:view'] satisfies Permission[] } };
    expect(await program.refusal(applicationsApi.createToken, scopes)).toEqual(refused);
  });

  it('works for a user with a second factor, who can send no Basic credentials', async () => {
    const person = await desk.aUser({ role: 'administrator' });
    const params = { applicationId: await anApplication() };
    const body = { scopes: ['cases:view'] satisfies Permission[] };
    const { bearerToken } = await desk.as(person).call(applicationsApi.createToken, { params, body });
    await withTwoFactor(desk, person);
    expect(await withToken(bearerToken).call(sessionApi.whoAmI, {})).toMatchObject({ user: { id: person.id } });
  });

  it('is what history shows', async () => {
    const { bearerToken } = await aToken(['cases:view', 'cases:create', 'cases:update', 'cases:reply']);
    const program = withToken(bearerToken);
    const opening = { subject: 'Lost parcel', text: 'Where is it?', customer: { address: 'kim@customer.example' } };
    const { id: caseId } = await program.call(casesApi.open, { body: opening });
    await program.call(casesApi.update, { params: { caseId }, body: { priority: 9 } });
    const { sequence } = await program.call(casesApi.get, { params: { caseId } });
    await program.call(casesApi.reply, { params: { caseId }, body: { text: 'It is on its way.', sequence } });

    const { items } = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId } });
    const actors = items.flatMap((item) => (item.kind === 'event' ? [item.actor.kind] : []));
    expect(new Set(actors)).toEqual(new Set(['application']));
    const reply = items.find((item) => item.kind === 'message' && item.direction === 'out');
    expect(reply).toMatchObject({ author: { kind: 'application' } });
  });

  it.each(['', 'x', 'bureau_', '__proto__', `bureau_${'a'.repeat(43)}`, "' OR 1=1 --"])(
    'is never %j',
    async (token) => {
      expect([401]).toContain((await withToken(token).send(casesApi.list, {})).status);
    },
  );
});

describe('a browser', () => {
  it('keeps its session beside the tokens of its user', async () => {
    const person: Person = await desk.aUser();
    const browser = await aBrowserOf(desk, person);
    const { items } = await browser.call(sessionApi.list, {});
    expect(items).toMatchObject([{ current: true, network: '127.0.0.1' }]);
  });
});
