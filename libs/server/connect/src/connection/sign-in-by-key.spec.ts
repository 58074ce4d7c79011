import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { salesforceConnectionApi as api } from '@bureau/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDeskAndSalesforce, type DeskAndSalesforce } from '../../../../../test/fixtures/salesforce.ts';
import { SalesforceClients } from '../salesforce/index.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

let world: DeskAndSalesforce;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bureau-key-'));
  const file = path.join(folder, 'key.pem');
  await writeFile(file, privateKey, { mode: 0o600 });
  const env = { SF_JWT_USERNAME: 'integration@larkspur.example', SF_JWT_KEY_FILE: file };
  world = await startDeskAndSalesforce({ env, salesforce: { withRecords: false } });
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const admin = () => world.desk.as(world.desk.administrator);
const assertions = () =>
  world.org.requests
    .of('POST', '/services/oauth2/token')
    .map(({ at, body }) => ({ at: Date.parse(at) / 1_000, form: new URLSearchParams(body) }))
    .filter(({ form }) => form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer');

it('is refused as long as Salesforce does not know the key', async () => {
  expect(await admin().call(api.get, {})).toMatchObject({ keyUsername: 'integration@larkspur.example' });
  expect(await admin().refusal(api.useKey, {})).toEqual({ status: 503, code: 'salesforce.unavailable' });
});

it('connects without anybody at a sign-in page, by an assertion that lives for three minutes at most', async () => {
  world.org.trustKey(publicKey);
  const { connection } = await admin().call(api.useKey, {});
  expect(connection).toMatchObject({
    state: 'ok',
    signedInBy: 'key',
    user: { username: 'integration@larkspur.example' },
  });

  const { at, form } = assertions().at(-1) ?? { at: 0, form: new URLSearchParams() };
  const [head, claims] = (form.get('assertion') ?? '').split('.').map((part) => {
    return Buffer.from(part, 'base64url').toString('utf8');
  });
  expect(head).toContain('"alg":"RS256"');
  const { iss, sub, aud, exp } = JSON.parse(claims ?? '{}') as Record<string, string | number>;
  expect({ iss, sub, aud }).toEqual({
    ...{ iss: world.org.app.clientId, sub: 'integration@larkspur.example', aud: world.org.url },
  });
  expect(Number(exp) - at).toBeLessThanOrEqual(180);
  const kept = await world.desk.sql.row('SELECT * FROM salesforce_connections');
  expect(JSON.stringify(kept)).not.toContain('PRIVATE KEY');
});

it('asserts anew when the session has ended, once for all that ask at that moment', async () => {
  world.org.token({ as: world.org.users.admin, how: 'expire' });
  const before = assertions().length;
  const ask = async () => (await world.desk.running.get(SalesforceClients).forPeople()).query('SELECT Id FROM Account');
  await Promise.all([ask(), ask(), ask()]);
  expect(assertions().length - before).toBe(1);
  expect((await admin().call(api.check, {})).connection).toMatchObject({ state: 'ok' });
  expect(world.org.violations()).toEqual([]);
});
