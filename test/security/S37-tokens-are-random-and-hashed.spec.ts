import { createHash } from 'node:crypto';
import { applicationsApi, sessionApi } from '@bureau/contracts';
import { InstallationSecret, unseal } from '@bureau/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

async function aToken(): Promise<string> {
  const { email, password } = desk.agent;
  const answer = await desk.anybody.send(sessionApi.signIn, { body: { email, password } });
  return /^bureau_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')![1]!;
}

describe('the token of a session', () => {
  it('has 256 bits, none of which repeat from one to the next', async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, aToken));
    const bytes = tokens.map((token) => Buffer.from(token, 'base64url'));

    expect(bytes.every(({ length }) => length === 32)).toBe(true);
    const prefixes = new Set(bytes.map((token) => token.subarray(0, 8).toString('hex')));
    const suffixes = new Set(bytes.map((token) => token.subarray(24).toString('hex')));
    expect([prefixes.size, suffixes.size]).toEqual([20, 20]);
  });

  it('is in the database as its hash alone', async () => {
    const token = await aToken();
    const hash = createHash('sha256').update(token).digest();

    const rows = await desk.sql.rows<{ row: string; token_hash: Buffer }>(
      'SELECT to_jsonb(s)::text AS row, token_hash FROM sessions s',
    );
    expect(rows.some(({ token_hash }) => token_hash.equals(hash))).toBe(true);
    const plain = Buffer.from(token, 'base64url').toString('hex');
    expect(rows.filter(({ row }) => row.includes(token) || row.includes(plain))).toEqual([]);
  });

  it('is not its hash: who reads the database cannot sign in with what is there', async () => {
    const { token_hash } = (await desk.sql.row<{ token_hash: Buffer }>('SELECT token_hash FROM sessions LIMIT 1'))!;
    for (const value of [
      token_hash.toString('hex'),
      token_hash.toString('base64url'),
      `\\x${token_hash.toString('hex')}`,
    ]) {
      const answer = await desk.anybody.fetch('/api/v3/session', {
        headers: { cookie: `bureau_session=${encodeURIComponent(value)}` },
      });
      expect(answer.status).toBe(401);
    }
  });

  it.each(['', 'null', 'undefined', '0', '%00', '__proto__', '[object Object]', "' OR 1=1 --", 'a'.repeat(4000)])(
    'is never %j',
    async (value) => {
      const headers = { cookie: `bureau_session=${value}` };
      expect((await desk.anybody.fetch('/api/v3/session', { headers })).status).toBe(401);
    },
  );

  it('keeps passwords as argon2id alone', async () => {
    const rows = await desk.sql.rows<{ password_hash: string }>('SELECT password_hash FROM users');
    expect(rows.every(({ password_hash }) => password_hash.startsWith('$argon2id$v=19$m=19456,t=2,p=1$'))).toBe(true);
  });
});

describe('the secrets of an API application', () => {
  async function anApplication() {
    const admin = desk.as(desk.administrator);
    const { application, secret } = await admin.call(applicationsApi.create, { body: { name: crypto.randomUUID() } });
    const params = { applicationId: application.id };
    const token = await admin.call(applicationsApi.createToken, { params, body: { scopes: ['cases:view'] } });
    return { application, secret, ...token };
  }

  it('have 256 bits each, and no two are alike', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, anApplication));
    const secrets = all.flatMap(({ secret, tokenSecret, bearerToken }) => [
      secret,
      tokenSecret,
      bearerToken.replace(/^bureau_/, ''),
    ]);
    expect(secrets.every((secret) => Buffer.from(secret, 'base64url').length === 32)).toBe(true);
    expect(new Set(secrets).size).toBe(30);
  });

  it('are in the database sealed, where signatures need them, and else as a hash alone', async () => {
    const { secret, tokenSecret, bearerToken } = await anApplication();
    const rows = await desk.sql.rows<{ row: string }>(
      'SELECT to_jsonb(a)::text AS row FROM api_applications a UNION ALL SELECT to_jsonb(t)::text FROM api_tokens t',
    );
    expect(rows.filter(({ row }) => [secret, tokenSecret, bearerToken].some((text) => row.includes(text)))).toEqual([]);

    const kept = await desk.sql.row<{ application: string; token: string; hash: Buffer }>(
      `SELECT a.secret_sealed AS application, t.secret_sealed AS token, t.bearer_hash AS hash
       FROM api_tokens t JOIN api_applications a ON a.id = t.application_id ORDER BY t.id DESC LIMIT 1`,
    );
    const installation = desk.running.get(InstallationSecret);
    expect(unseal(installation, kept!.application)).toBe(secret);
    expect(unseal(installation, kept!.token)).toBe(tokenSecret);
    expect(kept!.hash).toEqual(createHash('sha256').update(bearerToken).digest());
  });

  it('are not among what is read later, nor kept by a cache', async () => {
    const { application, secret, tokenSecret, bearerToken } = await anApplication();
    const admin = desk.as(desk.administrator);
    const params = { applicationId: application.id };
    const answers = await Promise.all([
      admin.send(applicationsApi.get, { params }),
      admin.send(applicationsApi.list, {}),
      admin.send(applicationsApi.tokens, { params }),
    ]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts.filter((text) => [secret, tokenSecret, bearerToken].some((word) => text.includes(word)))).toEqual([]);

    const made = await admin.send(applicationsApi.renewSecret, { params });
    expect(made.headers.get('cache-control')).toBe('no-store');
  });

  it('do not stand in for one another: the public half of a token opens nothing', async () => {
    const { application, secret, tokenSecret, accessToken } = await anApplication();
    for (const value of [application.key, secret, accessToken.token, tokenSecret, `bureau_${tokenSecret}`]) {
      const answer = await desk.anybody.fetch('/api/v3/session', { headers: { authorization: `Bearer ${value}` } });
      expect(answer.status).toBe(401);
    }
  });
});
