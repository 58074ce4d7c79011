import { applicationsApi, usersApi, type Permission } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { SignedAuthentication } from './signed-authentication.ts';
import { signOAuth1, type OAuth1Keys, type OAuth1Request } from '../../../../../test/fixtures/oauth1.ts';

let desk: TestDesk;
let keys: OAuth1Keys;
beforeAll(async () => {
  desk = await startTestDesk({ env: { BUREAU_PUBLIC_URL: 'https://desk.example', BUREAU_TRUSTED_PROXY: '127.0.0.1' } });
  keys = await keysOf(desk.administrator);
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

async function keysOf(person: Person, scopes: Permission[] = ['cases:view', 'users:view']): Promise<OAuth1Keys> {
  const caller = desk.as(person);
  const body = { name: crypto.randomUUID() };
  const { application, secret } = await caller.call(applicationsApi.create, { body });
  const params = { applicationId: application.id };
  const { accessToken, tokenSecret } = await caller.call(applicationsApi.createToken, { params, body: { scopes } });
  return { key: application.key, secret, token: accessToken.token, tokenSecret };
}

const seconds = () => Math.floor(desk.clock.now().getTime() / 1000);

type Asked = Partial<OAuth1Request> & { keys?: OAuth1Keys; headers?: Record<string, string>; as?: string };

/** Signs for one address, and calls the other when there is one (`as`). */
async function ask({ keys: signing = keys, headers = {}, as, ...request }: Asked = {}): Promise<number> {
  const url = request.url ?? `${desk.url}/api/v2/cases?subject=please+help&name=J%C3%BCrgen`;
  const authorization = signOAuth1(signing, { timestamp: seconds(), ...request, url });
  const { pathname, search } = new URL(as ?? url);
  const answer = await desk.anybody.fetch(pathname + search, { headers: { authorization, ...headers } });
  await answer.body?.cancel();
  return answer.status;
}

describe('a signed request', () => {
  it('is answered, with its query in any spelling', async () => {
    expect(await ask()).toBe(200);
    expect(await ask({ url: `${desk.url}/api/v2/cases?since_id=1&subject=a%20b%2Bc%26d&custom_x=(1)*!'~` })).toBe(200);
  });

  it('opens the native API too', async () => {
    expect(await ask({ url: `${desk.url}/api/v3/cases` })).toBe(200);
    expect(await ask({ url: `${desk.url}/api/v3/audit-log` })).toBe(403);
  });

  it('is signed over the address that the client called, behind a proxy that says so', async () => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'support.larkspur.example:8443' };
    expect(await ask({ url: 'https://support.larkspur.example:8443/api/v2/cases?page=1', headers })).toBe(200);
    expect(await ask({ url: 'https://elsewhere.example/api/v2/cases?page=1', headers })).toBe(401);
  });

  it('is signed over the address of the desk, behind a proxy that says nothing', async () => {
    expect(await ask({ url: 'https://desk.example/api/v2/users' })).toBe(200);
  });
});

describe('a request is refused', () => {
  it('when it is sent again, also when both come at once', async () => {
    const again = { nonce: 'the same', timestamp: seconds() };
    const statuses = await Promise.all(Array.from({ length: 8 }, () => ask(again)));
    expect(statuses.toSorted()).toEqual([200, ...Array<number>(7).fill(401)]);
    desk.clock.advance(60_000);
    expect(await ask(again)).toBe(401);
  });

  it('when it is too old, or of the future', async () => {
    expect(await ask({ timestamp: seconds() - 299 })).toBe(200);
    expect(await ask({ timestamp: seconds() - 302 })).toBe(401);
    expect(await ask({ timestamp: seconds() + 302 })).toBe(401);
  });

  it('when anything of it was changed after it was signed', async () => {
    expect(await ask({ method: 'POST' })).toBe(401);
    expect(await ask({ as: `${desk.url}/api/v2/cases` })).toBe(401);
    expect(await ask({ as: `${desk.url}/api/v2/customers?subject=please+help&name=J%C3%BCrgen` })).toBe(401);
    expect(await ask({ as: `${desk.url}/api/v2/cases?subject=please+help&name=J%C3%BCrgen&page=2` })).toBe(401);
  });

  it('when secrets are wrong, missing, or of another application', async () => {
    const others = await keysOf(desk.administrator);
    for (const wrong of [
      { secret: 'x' },
      { tokenSecret: 'x' },
      { secret: '', tokenSecret: '' },
      { token: '' },
      { key: others.key, secret: others.secret },
      { token: others.token },
      { token: others.token, tokenSecret: others.tokenSecret },
      { key: "' OR 1=1 --" },
    ]) {
      expect([wrong, await ask({ keys: { ...keys, ...wrong } })]).toEqual([wrong, 401]);
    }
  });

  it.each(['OAuth', 'OAuth ', 'OAuth x', 'OAuth oauth_token="%"', `OAuth ${'a="b",'.repeat(10_000)}`])(
    'when its header is %.30s',
    async (authorization) => {
      expect([401, 431]).toContain((await desk.anybody.fetch('/api/v2/cases', { headers: { authorization } })).status);
    },
  );

  it('as soon as the token is revoked, or its user leaves', async () => {
    const person = await desk.aUser({ role: 'administrator' });
    const leaving = await keysOf(person);
    expect(await ask({ keys: leaving })).toBe(200);
    const params = { userId: person.id };
    await desk.as(desk.administrator).call(usersApi.disable, { params });
    expect(await ask({ keys: leaving })).toBe(401);
  });

  it('and an old signature is forgotten when nobody could use it any more', async () => {
    await ask();
    const count = async () => (await desk.sql.row<{ count: number }>('SELECT count(*) FROM oauth_nonces'))?.count;
    expect(await count()).toBeGreaterThan(0);
    desk.clock.advance(11 * 60_000);
    await desk.running.get(SignedAuthentication).sweep();
    expect(await count()).toBe(0);
  });
});
