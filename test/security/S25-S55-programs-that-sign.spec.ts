import { authorizable, authorizationsApi, Permission } from '@bureau/contracts';
import { V1_ROUTES, type V1Route } from '@bureau/desk-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allow, aProgram, CALLBACK, type AskingProgram } from '../fixtures/asking-program.ts';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../fixtures/desk.ts';
import { oauth1Parameters } from '../fixtures/oauth1.ts';
import { Random } from '../faults/ledger/random.ts';
import { EXTRA_MEMBERS, NO_BODIES, POISONS } from './desk-api/poisons.ts';
import { HOSTILE_TEXTS } from './matrix/hostile-values.ts';
import { makePersonas, OUTSIDERS, type Personas } from './matrix/personas.ts';
import { makeSecretCase, stateOf, type SecretCase } from './matrix/secret-case.ts';

let desk: TestDesk;
let program: AskingProgram;
let personas: Personas;
let secret: SecretCase;
let groupId: number;
let cookie: string;
beforeAll(async () => {
  desk = await startTestDesk();
  program = await aProgram(desk);
  const made = await makePersonas(desk);
  personas = made.personas;
  groupId = made.places.groupId;
  secret = await makeSecretCase(desk, { groupId, assigneeId: personas.assigned.id });
  const { email, password } = desk.agent;
  const answer = await desk.anybody.fetch('/api/v3/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  cookie = answer.headers.getSetCookie().join('; ');
});
afterAll(() => closeDesk(desk));
/** A window of requests of one's own. */
beforeEach(() => desk.clock.advance(60_000));

const asked = async (callback = CALLBACK) => (await program.requestToken(callback)).said;

/** The keys of a program that a person let in. */
async function tokenOf(person: Person, scopes: Permission[]): Promise<Record<string, string>> {
  const request = await asked('oob');
  const { code } = await allow(desk, person, request['oauth_token']!, scopes);
  return (await program.accessToken(request, code!)).said;
}

describe('where a browser is sent with what opens the desk', () => {
  it.each([
    'https://evil.example/cb',
    'https://shop.example.evil.example/cb',
    'https://shop.example@evil.example/cb',
    'https://shop.example/other',
    'https://shop.example/cb/../other',
    'https://shop.example/cb/..%2fother',
    'http://shop.example/cb',
    'javascript:alert(document.cookie)',
    'https://shop.example/cb#',
    `https://shop.example/cb\r\nlocation: https://evil.example`,
  ])('is never %j', async (callback) => {
    const { status, said } = await program.requestToken(callback);
    const isTaken = status === 200;
    // What a URL makes of it may still be an address of the application's own.
    if (isTaken) {
      const { redirectTo } = await allow(desk, desk.agent, said['oauth_token']!);
      expect(new URL(redirectTo!).origin + new URL(redirectTo!).pathname).toMatch(/^https:\/\/shop\.example\/cb/);
      expect(redirectTo).not.toMatch(/[\r\n]/);
    } else {
      expect([status, said['oauth_problem']]).toEqual([401, 'parameter_rejected']);
    }
  });

  it('is nowhere for an application that has registered nothing', async () => {
    const nameless = await aProgram(desk, { callbackUrl: null });
    expect((await nameless.requestToken(CALLBACK)).status).toBe(401);
    expect((await nameless.requestToken('oob')).status).toBe(200);
  });

  it('cannot be changed after it was signed', async () => {
    const url = `${desk.url}/oauth/request_token`;
    const signed = { method: 'POST', url, timestamp: program.seconds, more: { oauth_callback: CALLBACK } };
    const said = { ...oauth1Parameters(program.keys, signed), oauth_callback: `${CALLBACK}/elsewhere` };
    expect((await fetch(url, { method: 'POST', body: new URLSearchParams(said) })).status).toBe(401);
  });
});

describe('a request for a token', () => {
  it('is answered once, also when it comes many times at once', async () => {
    const again = { nonce: 'the same', timestamp: program.seconds };
    const answers = await Promise.all(Array.from({ length: 6 }, () => program.requestToken('oob', again)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401, 401, 401]);
  });

  it('is refused when it is too old, or signed by nobody', async () => {
    expect((await program.requestToken('oob', { timestamp: program.seconds - 302 })).status).toBe(401);
    const wrong = { ...program.keys, secret: 'x' };
    const { status, said } = await program.requestToken('oob', { keys: wrong });
    expect([status, said['oauth_problem']]).toEqual([401, 'signature_invalid']);
    const nobody = await program.requestToken('oob', { keys: { ...wrong, key: 'nobody' } });
    expect(nobody.said).toEqual(said);
  });

  it('is braked', async () => {
    desk.clock.toNextMinute();
    const answers = await Promise.all(Array.from({ length: 70 }, () => program.post('/oauth/access_token')));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    expect(answers.find(({ status }) => status === 429)!.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

describe('a verifier', () => {
  it('of another request opens nothing, neither does one that is guessed', async () => {
    const [mine, hers] = [await asked('oob'), await asked('oob')];
    await allow(desk, desk.agent, mine['oauth_token']!);
    const { code } = await allow(desk, desk.administrator, hers['oauth_token']!);
    expect((await program.accessToken(mine, code!)).said['oauth_problem']).toBe('token_rejected');
    expect((await program.accessToken(mine, '')).status).toBe(401);
    expect((await program.accessToken(hers, code!)).status).toBe(200);
  });

  it('is guessed five times at most, also at once', async () => {
    const request = await asked('oob');
    const { code } = await allow(desk, desk.agent, request['oauth_token']!);
    await Promise.all(Array.from({ length: 8 }, (_, guess) => program.accessToken(request, `guess${guess}`)));
    expect((await program.accessToken(request, code!)).status).toBe(401);
  });

  it('is of no use to another application', async () => {
    const request = await asked('oob');
    const { code } = await allow(desk, desk.agent, request['oauth_token']!);
    const other = await aProgram(desk);
    expect((await other.accessToken(request, code!)).status).toBe(401);
    expect((await program.accessToken({ ...request, oauth_token_secret: 'x' }, code!)).status).toBe(401);
    expect((await program.accessToken(request, code!)).status).toBe(200);
  });

  it('is not known to whoever began it, when somebody else was made to allow it (token fixation)', async () => {
    const request = await asked();
    await allow(desk, desk.agent, request['oauth_token']!);
    expect((await program.accessToken(request, '', { more: {} })).status).toBe(401);
    expect(await program.status('/api/v2/cases', request)).toBe(401);
  });
});

describe('the page that asks', () => {
  it('stands in no frame', async () => {
    const answer = await desk.anybody.fetch('/oauth/authorize?oauth_token=x');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
  });

  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
  ])('is answered by nobody elsewhere: %o', async (headers) => {
    const request = await asked();
    const params = { token: request['oauth_token']! };
    const body = { scopes: ['cases:view' as const] };
    const hers = desk.anybody.with({ cookie });
    const forged = await hers.send(authorizationsApi.allow, { params, body }, headers);
    expect(forged.status).toBe(403);
    const form = await desk.anybody.fetch(`/api/v3/authorizations/${params.token}/allow`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'scopes=cases:view',
    });
    expect(form.status).toBeGreaterThanOrEqual(400);
    expect((await hers.send(authorizationsApi.look, { params })).status).toBe(200);
  });

  it('is not for programs: a token makes no other', async () => {
    const token = await tokenOf(desk.administrator, ['cases:view']);
    const request = await asked();
    expect(await program.status(`/api/v3/authorizations/${request['oauth_token']}`, token)).toBe(403);
    expect(await program.status('/api/v3/access-tokens', token)).toBe(403);
  });

  it('leaves nothing in the database that opens anything', async () => {
    const request = await asked('oob');
    const { code } = await allow(desk, desk.agent, request['oauth_token']!);
    const rows = await desk.sql.rows<{ text: string }>('SELECT q::text AS text FROM oauth_requests q');
    for (const known of [request['oauth_token']!, request['oauth_token_secret']!, code!]) {
      expect(rows.some(({ text }) => text.includes(known))).toBe(false);
    }
  });
});

describe('the API v1', () => {
  const rows = V1_ROUTES.map((row): [name: string, row: V1Route] => [row.route.path, row]);
  let tokens: Record<string, Record<string, string>>;
  beforeAll(async () => {
    const people: [string, Person][] = [
      ...[...OUTSIDERS, 'own' as const, 'assigned' as const].map((name): [string, Person] => [name, personas[name]]),
      ['everybody', desk.administrator],
    ];
    tokens = {};
    for (const [name, person] of people) {
      const params = { token: (await asked('oob'))['oauth_token']! };
      const { scopes } = await desk.as(person).call(authorizationsApi.look, { params });
      tokens[name] = await tokenOf(person, scopes);
      desk.clock.advance(20_000);
    }
  });

  const addressOf = ({ route: { path } }: V1Route) => {
    const keys: Record<string, unknown> = { case: secret.caseId, customer: secret.customerId, group: groupId };
    const known = { ...keys, user: secret.userId, macro: secret.sharedMacroId, topic: 1, article: 1 };
    return path.replace(/:(\w+)/g, (_, name: string) =>
      String(Object.entries(known).find(([key]) => key === name)?.[1]),
    );
  };

  it.each(rows)('%s is closed to strangers, passwords, bearer tokens and sessions', async (_, row) => {
    for (const headers of [{}, { cookie }, { authorization: 'Bearer x' }, { authorization: 'OAuth x' }]) {
      const caller = desk.anybody.with(headers as Record<string, string>);
      expect((await caller.fetch(`/api/v1${addressOf(row)}`)).status).toBe(401);
    }
    expect((await desk.as(desk.administrator).fetch(`/api/v1${addressOf(row)}`)).status).toBe(401);
  });

  it.each(rows)('%s is refused to a token that may everything else', async (_, row) => {
    const rest = authorizable(Permission.options).filter((permission) => permission !== row.route.allow);
    await desk.sql.run('UPDATE api_tokens SET scopes = $2 WHERE token = $1', [
      tokens['everybody']!['oauth_token'],
      rest,
    ]);
    const status = await program.status(`/api/v1${addressOf(row)}`, tokens['everybody']!);
    await desk.sql.run('UPDATE api_tokens SET scopes = $2 WHERE token = $1', [
      tokens['everybody']!['oauth_token'],
      authorizable(Permission.options),
    ]);
    expect(status).toBe(403);
  });

  it.each(rows.filter(([path]) => /:case|:customer/.test(path)))('%s knows no foreign case', async (_, row) => {
    for (const outsider of OUTSIDERS) {
      expect([outsider, await program.status(`/api/v1${addressOf(row)}`, tokens[outsider]!)]).toEqual([outsider, 404]);
    }
    for (const insider of ['own', 'assigned']) {
      expect([insider, await program.status(`/api/v1${addressOf(row)}`, tokens[insider]!)]).toEqual([insider, 200]);
    }
  });

  it.each(['/cases', '/customers', '/interactions'])('%s mentions no foreign case, nor counts it', async (path) => {
    for (const outsider of OUTSIDERS) {
      const text = await program.text(`/api/v1${path}?q=${secret.marker}&case_id=${secret.caseId}`, tokens[outsider]!);
      expect([outsider, text.includes(secret.marker), JSON.parse(text).total]).toEqual([outsider, false, 0]);
    }
  });

  it.each(rows)('%s changes nothing, whatever is sent to it and however that is meant', async (_, row) => {
    const poisons = [...NO_BODIES, ...Object.values(POISONS).flat(), ...EXTRA_MEMBERS.map((member) => `{${member}}`)];
    const random = new Random(rows.findIndex(([, other]) => other === row));
    const before = await stateOf(desk, secret);
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
      const headers = { 'content-type': 'application/json', 'x-http-method-override': random.pick(['GET', 'PATCH']) };
      const asked = { headers, body: random.pick(poisons) };
      const answer = await program.send(method, `/api/v1${addressOf(row)}`, tokens['everybody']!, asked);
      expect([method, answer.status, await answer.json()]).toEqual([method, 405, { message: 'Method Not Allowed' }]);
    }
    expect(await stateOf(desk, secret)).toBe(before);
  });

  it('is calm, whatever it is asked', async () => {
    const addressable = HOSTILE_TEXTS.filter((value) => value !== '\uD800' && value !== '' && value.length < 250);
    for (const [index, value] of addressable.entries()) {
      if (index % 50 === 0) desk.clock.advance(60_000);
      const name = ['page', 'count', 'since_id', 'case_id', 'q', 'custom_x', 'labels'][index % 7]!;
      const said = `/api/v1/cases?${new URLSearchParams({ [name]: value })}`;
      expect([value, await program.status(said, tokens['everybody']!)]).toEqual([
        value,
        expect.toBeOneOf([200, 404, 422]),
      ]);
    }
  });
});
