import { sessionApi, twoFactorApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBrowserOf, challengeOf, withTwoFactor } from '../fixtures/authenticator.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const enter = (challenge: string, code: string) =>
  desk.anybody.send(sessionApi.signInWithCode, { body: { challenge, code } });
const looked = (statuses: number[]) => statuses.filter((status) => status === 422).length;

describe('a hundred guesses at once', () => {
  it('are five, on one challenge', async () => {
    const person = await desk.aUser();
    await withTwoFactor(desk, person);
    const challenge = await challengeOf(desk, person);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, guess) => enter(challenge, String(guess).padStart(6, '0'))),
    );
    const statuses = answers.map(({ status }) => status);
    expect(looked(statuses)).toBeLessThanOrEqual(5);
    expect(new Set(statuses)).toEqual(new Set([422, 429]));
    expect(answers.find(({ status }) => status === 429)!.headers.get('retry-after')).toBe('900');
  });

  it('are five, however many challenges there are', async () => {
    const person = await desk.aUser();
    await withTwoFactor(desk, person);
    const challenges = await Promise.all(Array.from({ length: 10 }, () => challengeOf(desk, person)));
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, guess) => enter(challenges[guess % 10]!, String(guess).padStart(6, '0'))),
    );
    expect(looked(answers.map(({ status }) => status))).toBeLessThanOrEqual(5);
  });

  it('are five for recovery codes too, and then the right code waits a quarter of an hour', async () => {
    const person = await desk.aUser();
    const authenticator = await withTwoFactor(desk, person);
    const challenge = await challengeOf(desk, person);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, guess) => enter(challenge, `aaaa-bbbb-cccc-${guess}`)),
    );
    expect(looked(answers.map(({ status }) => status))).toBeLessThanOrEqual(5);
    expect((await enter(challenge, authenticator.code())).status).toBe(429);
    desk.clock.advance(15 * 60_000);
    expect((await enter(await challengeOf(desk, person), authenticator.code())).status).toBe(201);
  });

  it('stay counted when an Idempotency-Key comes with each', async () => {
    const person = await desk.aUser();
    const browser = await aBrowserOf(desk, person);
    await browser.call(twoFactorApi.begin, { body: { password: person.password } });
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, guess) =>
        browser.send(
          twoFactorApi.confirm,
          { body: { code: String(guess).padStart(6, '0') } },
          { 'idempotency-key': crypto.randomUUID() },
        ),
      ),
    );
    expect(looked(answers.map(({ status }) => status))).toBeLessThanOrEqual(5);
  });
});

describe('one right code, sent a hundred times at once', () => {
  it.each(['a code', 'a recovery code'] as const)('opens one session: %s', async (kind) => {
    const person = await desk.aUser();
    const authenticator = await withTwoFactor(desk, person);
    const code = kind === 'a code' ? authenticator.code() : authenticator.recoveryCodes[0]!;
    const challenge = await challengeOf(desk, person);
    const answers = await Promise.all(Array.from({ length: 100 }, () => enter(challenge, code)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

describe('a challenge', () => {
  it('is bound to the user whose password was right', async () => {
    const [mine, hers] = [await desk.aUser(), await desk.aUser()];
    const [, authenticator] = [await withTwoFactor(desk, mine), await withTwoFactor(desk, hers)];
    expect((await enter(await challengeOf(desk, mine), authenticator.code())).status).toBe(422);
  });

  it('is spent with the sign-in, and opens nothing by itself', async () => {
    const person = await desk.aUser();
    const authenticator = await withTwoFactor(desk, person);
    const challenge = await challengeOf(desk, person);
    const headers = { cookie: `bureau_session=${challenge}`, authorization: `Bearer ${challenge}` };
    expect((await desk.anybody.fetch('/api/v3/session', { headers: { cookie: headers.cookie } })).status).toBe(401);
    expect((await desk.anybody.fetch('/api/v3/session', { headers })).status).toBe(401);

    expect((await enter(challenge, authenticator.code())).status).toBe(201);
    expect((await enter(challenge, authenticator.code())).status).toBe(401);
  });

  it('ends when the factor is taken away', async () => {
    const person = await desk.aUser();
    const authenticator = await withTwoFactor(desk, person);
    const challenge = await challengeOf(desk, person);
    await desk.as(desk.administrator).call(twoFactorApi.reset, { params: { userId: person.id } });
    expect((await enter(challenge, authenticator.code())).status).toBe(401);
  });

  it('is given to nobody who has the password wrong: the answer says nothing of a second factor', async () => {
    const person = await desk.aUser();
    await withTwoFactor(desk, person);
    const body = { email: person.email, password: 'wrong' };
    expect(await desk.anybody.refusal(sessionApi.signIn, { body })).toEqual({ status: 401, code: 'session.refused' });
    const basic = desk.as({ ...person, password: 'wrong' });
    expect(await basic.refusal(sessionApi.whoAmI, {})).toEqual({ status: 401, code: 'session.refused' });
  });
});

describe('what the database keeps', () => {
  it('is neither the secret nor the codes', async () => {
    const person = await desk.aUser();
    const { secret, recoveryCodes } = await withTwoFactor(desk, person);
    const challenge = await challengeOf(desk, person);
    const rows = await desk.sql.rows<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM two_factors t UNION ALL SELECT to_jsonb(r)::text FROM recovery_codes r
       UNION ALL SELECT to_jsonb(c)::text FROM sign_in_challenges c`,
    );
    const secrets = [secret, challenge, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))];
    expect(rows.filter(({ row }) => secrets.some((text) => row.includes(text)))).toEqual([]);
  });
});
