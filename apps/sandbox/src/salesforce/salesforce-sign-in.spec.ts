import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import jsforce from 'jsforce';
import { describe, expect, it } from 'vitest';
import { newFolder, startWorld } from '../testing/desk.ts';
import { startSandbox } from '../start-sandbox.ts';
import { connectionTo, rawTo } from './testing/app.ts';

const CALLBACK = 'http://127.0.0.1:9/callback';
const VERIFIER = 'a-verifier-that-is-long-enough-for-rfc-7636-to-take-it';

function oauthOf(sandbox: Awaited<ReturnType<typeof startWorld>>) {
  const { app, url } = sandbox.salesforce;
  return { loginUrl: url, clientId: app.clientId, clientSecret: app.clientSecret, redirectUri: CALLBACK };
}

function authorizeUrl(sandbox: Awaited<ReturnType<typeof startWorld>>, more: Record<string, string> = {}) {
  return new jsforce.OAuth2(oauthOf(sandbox)).getAuthorizationUrl({
    scope: 'api refresh_token id',
    state: 's1',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  });
}

async function token(url: string, form: Record<string, string>) {
  const response = await fetch(`${url}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
  return { status: response.status, body: await response.json() };
}

describe('signing in to the Salesforce of the sandbox', () => {
  it('lets the unmodified jsforce in with PKCE, and says who is there', async () => {
    const sandbox = await startWorld();
    const back = await sandbox.salesforce.authorize(authorizeUrl(sandbox));
    expect(back.searchParams.get('state')).toBe('s1');

    const oauth2 = new jsforce.OAuth2({ ...oauthOf(sandbox), useVerifier: true });
    oauth2.codeVerifier = VERIFIER;
    const conn = new jsforce.Connection({ version: '62.0', oauth2 });
    const { organizationId } = await conn.authorize(back.searchParams.get('code') ?? '');
    const identity = await conn.identity();

    expect(organizationId).toBe(sandbox.salesforce.org.id);
    expect(identity).toMatchObject({ username: 'integration@larkspur.example', organization_id: organizationId });
    const [organisation] = (await conn.query('SELECT Id, Name, IsSandbox FROM Organization')).records;
    expect(organisation).toMatchObject({ Id: organizationId, Name: 'Larkspur Coffee', IsSandbox: true });
    expect(conn.limitInfo.apiUsage).toMatchObject({ limit: 115_000 });
  });

  it('takes a code once, for its callback and its verifier, and ends what a second try gave', async () => {
    const sandbox = await startWorld();
    const { url, app } = sandbox.salesforce;
    const client = { client_id: app.clientId, client_secret: app.clientSecret, redirect_uri: CALLBACK };
    const code = (await sandbox.salesforce.authorize(authorizeUrl(sandbox))).searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', code, ...client, code_verifier: VERIFIER };

    expect((await token(url, { ...form, code_verifier: 'wrong' })).body.error).toBe('invalid_grant');
    expect((await token(url, { ...form, client_secret: 'wrong' })).body.error).toBe('invalid_client');
    expect((await token(url, { ...form, redirect_uri: 'http://127.0.0.1:9/other' })).status).toBe(400);
    const first = await token(url, form);
    expect(first.body).toMatchObject({ token_type: 'Bearer', instance_url: url, scope: 'api refresh_token id' });
    expect((await token(url, form)).body.error_description).toBe('expired authorization code');
    const rest = { Authorization: `Bearer ${first.body.access_token}` };
    expect((await fetch(`${url}/services/data/v62.0/limits`, { headers: rest })).status).toBe(401);
    expect(sandbox.salesforce.violations().map(({ kind }) => kind)).toEqual(['code-reused']);
  });

  it('refuses without PKCE, to a wrong callback, and when the person says no', async () => {
    const sandbox = await startWorld();
    const { salesforce } = sandbox;
    const plain = new jsforce.OAuth2(oauthOf(sandbox)).getAuthorizationUrl({ scope: 'api', state: 's' });
    expect((await salesforce.authorize(plain)).searchParams.get('error')).toBe('invalid_request');
    const denied = await salesforce.authorize(authorizeUrl(sandbox), { answer: 'deny' });
    expect(denied.searchParams.get('error')).toBe('access_denied');
    const wrong = authorizeUrl(sandbox).replace(
      encodeURIComponent(CALLBACK),
      encodeURIComponent('http://evil.example/'),
    );
    await expect(salesforce.authorize(wrong)).rejects.toThrow('400');
  });

  it('gives a new refresh token each time, and ends the grant of one that is used again', async () => {
    const sandbox = await startWorld();
    const { url, app, grant } = sandbox.salesforce;
    const client = { grant_type: 'refresh_token', client_id: app.clientId, client_secret: app.clientSecret };
    const { refreshToken } = grant();
    const second = await token(url, { ...client, refresh_token: refreshToken ?? '' });
    const third = await token(url, { ...client, refresh_token: second.body.refresh_token });
    expect(new Set([refreshToken, second.body.refresh_token, third.body.refresh_token]).size).toBe(3);

    const again = await token(url, { ...client, refresh_token: second.body.refresh_token });
    expect(again).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'expired access/refresh token' },
    });
    expect((await token(url, { ...client, refresh_token: third.body.refresh_token })).status).toBe(400);
  });

  it('lets jsforce renew a session that ended, and no longer once the app was thrown out', async () => {
    const sandbox = await startWorld();
    const { salesforce } = sandbox;
    const { accessToken, refreshToken, instanceUrl } = salesforce.grant();
    const conn = new jsforce.Connection({
      version: '62.0',
      instanceUrl,
      accessToken,
      refreshToken: refreshToken ?? '',
      oauth2: oauthOf(sandbox),
    });
    salesforce.token({ as: salesforce.users.admin, how: 'expire' });
    expect((await conn.query('SELECT COUNT() FROM Account')).totalSize).toBe(3);
    salesforce.token({ as: salesforce.users.admin, how: 'revoke' });
    await expect(conn.query('SELECT COUNT() FROM Account')).rejects.toThrow('expired access/refresh token');
    salesforce.turnClock({ advanceMs: 3 * 3_600_000 });
    expect((await rawTo(sandbox)('GET', '/limits')).status).toBe(200);
  });

  it('takes a signed assertion of a key it knows, for three minutes', async () => {
    const { salesforce } = await startWorld();
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const assertion = (claims: object) => {
      const body = [{ alg: 'RS256' }, claims]
        .map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'))
        .join('.');
      return `${body}.${sign('RSA-SHA256', Buffer.from(body), privateKey).toString('base64url')}`;
    };
    const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    const exp = Math.floor(salesforce.clock.ms() / 1000) + 120;
    const claims = { iss: salesforce.app.clientId, sub: salesforce.users.admin, aud: salesforce.url, exp };
    const ask = (one: object) => token(salesforce.url, { grant_type, assertion: assertion(one) });

    expect((await ask(claims)).status).toBe(400);
    salesforce.trustKey(String(publicKey.export({ type: 'spki', format: 'pem' })));
    expect((await ask({ ...claims, exp: exp + 600 })).body.error).toBe('invalid_grant');
    expect((await ask({ ...claims, aud: 'https://elsewhere.example' })).status).toBe(400);
    const { body } = await ask(claims);
    expect(body.refresh_token).toBeUndefined();
    const conn = new jsforce.Connection({
      version: '62.0',
      instanceUrl: body.instance_url,
      accessToken: body.access_token,
    });
    expect((await conn.query('SELECT Id FROM Case')).totalSize).toBe(3);
  });

  it('keeps records, sessions and set-up over a restart', async () => {
    const dataDir = newFolder();
    const first = await startSandbox({ dataDir });
    const { accessToken } = first.salesforce.grant();
    const made = first.salesforce.as().create('Account', { Name: 'Kept' });
    first.salesforce.switch({ pageSize: 200 });
    const port = first.salesforce.port;
    await first.stop();

    const second = await startWorld({ dataDir, salesforcePort: port });
    const conn = new jsforce.Connection({ version: '62.0', instanceUrl: second.salesforce.url, accessToken });
    expect((await conn.sobject('Account').retrieve(String(made['Id'])))['Name']).toBe('Kept');
    expect(second.salesforce.as().create('Account', { Name: 'Next' })['Id']).not.toBe(made['Id']);
    expect(connectionTo(second)).toBeDefined();
  });
});
