import { TwitterApi } from 'twitter-api-v2';
import { describe, expect, it } from 'vitest';
import { startWorld } from '../testing/desk.ts';
import { xClients } from '../testing/x.ts';

const CALLBACK = 'http://127.0.0.1:3000/x/callback';
const SCOPES = ['tweet.read', 'tweet.write', 'users.read', 'dm.read', 'dm.write', 'media.write', 'offline.access'];

async function startX() {
  const sandbox = await startWorld();
  return { sandbox, x: sandbox.x, clients: xClients(sandbox) };
}

describe('signing in with OAuth 1.0a', () => {
  it('connects two accounts, each with tokens of its own', async () => {
    const { x, clients } = await startX();
    const connect = async (as: string) => {
      const link = await clients.oauth1().generateAuthLink(CALLBACK, { linkMode: 'authorize', forceLogin: true });
      const back = await x.authorize(link.url, { as });
      const { appKey, appSecret } = x.app;
      const accessToken = back.searchParams.get('oauth_token')!;
      const half = { appKey, appSecret, accessToken, accessSecret: link.oauth_token_secret };
      return new TwitterApi(half, clients.settings).login(back.searchParams.get('oauth_verifier')!);
    };

    const larkspur = await connect('larkspurcoffee');
    const tideline = await connect('tidelinegear');

    expect(larkspur).toMatchObject({ screenName: 'larkspurcoffee', userId: '1001' });
    expect((await tideline.client.v2.me()).data.username).toBe('tidelinegear');
    expect((await larkspur.client.v2.me()).data.username).toBe('larkspurcoffee');
  });

  it('takes a verifier once, and only the right one', async () => {
    const { x, clients } = await startX();
    const link = await clients.oauth1().generateAuthLink(CALLBACK);
    const back = await x.authorize(link.url, { as: 'larkspurcoffee' });
    const { appKey, appSecret } = x.app;
    const half = { appKey, appSecret, accessToken: link.oauth_token, accessSecret: link.oauth_token_secret };
    const login = () => new TwitterApi(half, clients.settings).login(back.searchParams.get('oauth_verifier')!);
    await login();

    await expect(login()).rejects.toMatchObject({ code: 401 });
    await expect(x.authorize(link.url, { as: 'larkspurcoffee' })).rejects.toThrow('403');
  });

  it('sends whoever denies back without a token', async () => {
    const { x, clients } = await startX();
    const link = await clients.oauth1().generateAuthLink(CALLBACK);
    const back = await x.authorize(link.url, { as: 'larkspurcoffee', answer: 'deny' });

    expect([...back.searchParams.keys()]).toEqual(['denied']);
  });

  it('lets everybody choose again when the app forces it, also where somebody is signed in', async () => {
    const { x, clients } = await startX();
    const link = await clients.oauth1().generateAuthLink(CALLBACK, { forceLogin: true });
    const path = new URL(link.url).search;
    const page = async (query: string) =>
      (await fetch(`${x.url}/oauth/authorize${query}`, { headers: { cookie: 'x_signed_in=1001' } })).text();

    expect(await page(path)).toContain('@tidelinegear');
    expect(await page(path.replace('force_login=true', ''))).not.toContain('@tidelinegear');
  });

  it('refuses wrong keys, wrong signatures, and a signature that comes twice', async () => {
    const { x, clients } = await startX();
    const tokens = x.userTokens('larkspurcoffee');
    const wrong = new TwitterApi({ ...x.app, appSecret: 'guessed', ...tokens }, clients.settings);
    await expect(wrong.v2.me()).rejects.toMatchObject({ code: 401, data: { title: 'Unauthorized', status: 401 } });

    await clients.user('larkspurcoffee').me();
    const header = `OAuth oauth_consumer_key="${x.app.appKey}", oauth_nonce="n", oauth_signature="c2ln", oauth_signature_method="HMAC-SHA1", oauth_timestamp="${Math.floor(Date.now() / 1000)}", oauth_token="${tokens.accessToken}", oauth_version="1.0"`;
    expect((await fetch(`${x.url}/2/users/me`, { headers: { authorization: header } })).status).toBe(401);
    expect((await fetch(`${x.url}/2/users/me`)).status).toBe(401);
  });

  it('gives access back, and ends it when the owner removes the app', async () => {
    const { x, clients } = await startX();
    const api = clients.user('larkspurcoffee');
    await api.me();
    x.act({ kind: 'remove-app', as: 'larkspurcoffee' });

    await expect(api.me()).rejects.toMatchObject({ code: 401 });
  });
});

describe('signing in with OAuth 2.0', () => {
  async function consent() {
    const started = await startX();
    const client = started.clients.oauth2();
    const link = client.generateOAuth2AuthLink(CALLBACK, { scope: SCOPES });
    const back = await started.x.authorize(link.url, { as: 'larkspurcoffee' });
    const exchange = (changes: { codeVerifier?: string; redirectUri?: string } = {}) =>
      client.loginWithOAuth2({
        code: back.searchParams.get('code')!,
        codeVerifier: link.codeVerifier,
        redirectUri: CALLBACK,
        ...changes,
      });
    return { ...started, client, link, back, exchange };
  }

  it('exchanges a code that was proven, and brings the state back', async () => {
    const { link, back, exchange } = await consent();
    const tokens = await exchange();

    expect(back.searchParams.get('state')).toBe(link.state);
    expect(tokens).toMatchObject({ expiresIn: 7200, scope: SCOPES });
    expect((await tokens.client.v2.me()).data.username).toBe('larkspurcoffee');
  });

  it('refuses a code that is unproven, used, too old, or for another address', async () => {
    const failed = { code: 400, data: { error: 'invalid_request' } };
    const unproven = await consent();
    await expect(unproven.exchange({ codeVerifier: 'x'.repeat(64) })).rejects.toMatchObject(failed);
    await expect(unproven.exchange()).rejects.toMatchObject(failed);
    const elsewhere = await consent();
    await expect(elsewhere.exchange({ redirectUri: 'https://evil.example/' })).rejects.toMatchObject(failed);
    const late = await consent();
    late.x.turnClock({ advanceMs: 31_000 });
    await expect(late.exchange()).rejects.toMatchObject(failed);
  });

  it('ends the access token after two hours, and renews it once per refresh token', async () => {
    const { x, client, exchange } = await consent();
    const first = await exchange();
    x.turnClock({ advanceMs: 7_201_000 });
    await expect(first.client.v2.me()).rejects.toMatchObject({ code: 401 });

    const second = await client.refreshOAuth2Token(first.refreshToken!);
    expect((await second.client.v2.me()).data.id).toBe('1001');
    await expect(client.refreshOAuth2Token(first.refreshToken!)).rejects.toMatchObject({ code: 400 });
  });

  it('ends the whole family when a used refresh token comes again: it must have been stolen', async () => {
    const { client, exchange } = await consent();
    const first = await exchange();
    const second = await client.refreshOAuth2Token(first.refreshToken!);
    await expect(client.refreshOAuth2Token(first.refreshToken!)).rejects.toMatchObject({ code: 400 });

    await expect(second.client.v2.me()).rejects.toMatchObject({ code: 401 });
    await expect(client.refreshOAuth2Token(second.refreshToken!)).rejects.toMatchObject({ code: 400 });
  });

  it('allows nothing that was not granted', async () => {
    const { x, clients } = await startX();
    const { accessToken } = x.grant('larkspurcoffee', ['tweet.read', 'users.read']);
    const api = clients.bearer(accessToken);

    await expect(api.tweet('Hello')).rejects.toMatchObject({
      code: 403,
      data: { type: 'https://api.x.com/2/problems/client-forbidden', detail: expect.stringContaining('tweet.write') },
    });
    await expect(api.listDmEvents()).rejects.toMatchObject({ code: 403 });
  });

  it('revokes what the app gives back', async () => {
    const { client, exchange } = await consent();
    const tokens = await exchange();
    await client.revokeOAuth2Token(tokens.accessToken);

    await expect(tokens.client.v2.me()).rejects.toMatchObject({ code: 401 });
  });

  it('sends nobody back to an address that is no callback, and says no to strangers', async () => {
    const { x, clients } = await startX();
    const link = clients.oauth2().generateOAuth2AuthLink('http://evil.example/', { scope: ['users.read'] });
    await expect(x.authorize(link.url, { as: 'larkspurcoffee' })).rejects.toThrow('400');
    const stranger = await fetch(`${x.url}/2/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'x' }),
    });
    expect(stranger.status).toBe(400);
    const app = await clients.oauth1().appLogin();
    await expect(app.v2.me()).rejects.toMatchObject({ code: 403, data: { title: 'Unsupported Authentication' } });
  });
});
