import { casesApi, sessionApi, twoFactorApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBrowserOf, Authenticator, challengeOf, withTwoFactor } from '../../../../../test/fixtures/authenticator.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const WRONG = '000000';

describe('setting up a second factor', () => {
  it('gives the authenticator its secret, and me ten recovery codes when I show a code', async () => {
    const person = await desk.aUser();
    const authenticator = await withTwoFactor(desk, person);

    expect(authenticator.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(authenticator.recoveryCodes).size).toBe(10);
    const challenge = await challengeOf(desk, person);
    const session = await desk.anybody.call(sessionApi.signInWithCode, {
      body: { challenge, code: authenticator.code() },
    });
    expect(session).toMatchObject({ user: { id: person.id }, twoFactor: { enabled: true, required: false } });
  });

  it('needs my password and a code: nothing is switched on by half', async () => {
    const person = await desk.aUser();
    const browser = await aBrowserOf(desk, person);
    expect(await browser.refusal(twoFactorApi.confirm, { body: { code: WRONG } })).toMatchObject({
      code: 'two-factor.not-enabled',
    });
    expect(await browser.refusal(twoFactorApi.begin, { body: { password: 'wrong' } })).toMatchObject({
      code: 'password.wrong',
    });

    const { uri } = await browser.call(twoFactorApi.begin, { body: { password: person.password } });
    expect(uri).toContain(`otpauth://totp/Bureau:${encodeURIComponent(person.email)}?`);
    expect(await browser.refusal(twoFactorApi.confirm, { body: { code: WRONG } })).toEqual({
      status: 422,
      code: 'two-factor.wrong-code',
    });
    expect(await browser.call(twoFactorApi.get, {})).toMatchObject({ enabled: false, recoveryCodesLeft: 0 });
    expect((await desk.anybody.send(sessionApi.signIn, { body: person })).status).toBe(201);
  });

  it('ends the sessions that were opened with the password alone', async () => {
    const person = await desk.aUser();
    const elsewhere = await aBrowserOf(desk, person);
    await withTwoFactor(desk, person);
    expect(await elsewhere.refusal(sessionApi.whoAmI, {})).toMatchObject({ status: 401 });
  });

  it('is not done twice', async () => {
    const person = await desk.aUser();
    const browser = await aBrowserOf(desk, person);
    const { secret } = await browser.call(twoFactorApi.begin, { body: { password: person.password } });
    await browser.call(twoFactorApi.confirm, { body: { code: new Authenticator(desk, secret).code() } });
    expect(await browser.refusal(twoFactorApi.begin, { body: { password: person.password } })).toEqual({
      status: 409,
      code: 'two-factor.enabled',
    });
  });
});

describe('signing in with a second factor', () => {
  it('takes a code once', async () => {
    const person = await desk.aUser();
    const authenticator = await withTwoFactor(desk, person);
    const code = authenticator.code();
    const enter = async () => {
      const body = { challenge: await challengeOf(desk, person), code };
      return (await desk.anybody.send(sessionApi.signInWithCode, { body })).status;
    };
    expect([await enter(), await enter()]).toEqual([201, 422]);
  });

  it('takes each recovery code once, however it is typed', async () => {
    const person = await desk.aUser();
    const { recoveryCodes } = await withTwoFactor(desk, person);
    const code = recoveryCodes[3]!.toUpperCase().replaceAll('-', ' ');
    const body = { challenge: await challengeOf(desk, person), code };
    const response = await desk.anybody.send(sessionApi.signInWithCode, { body });
    expect(response.status).toBe(201);

    const again = { challenge: await challengeOf(desk, person), code };
    expect(await desk.anybody.refusal(sessionApi.signInWithCode, { body: again })).toEqual({
      status: 422,
      code: 'two-factor.wrong-code',
    });
    const browser = desk.anybody.with({ cookie: response.headers.get('set-cookie')!.split(';')[0]! });
    expect(await browser.call(twoFactorApi.get, {})).toMatchObject({ enabled: true, recoveryCodesLeft: 9 });
  });

  it('waits five minutes for the code', async () => {
    const person = await desk.aUser();
    const authenticator = await withTwoFactor(desk, person);
    const challenge = await challengeOf(desk, person);
    desk.clock.advance(5 * 60_000);
    const refusal = await desk.anybody.refusal(sessionApi.signInWithCode, {
      body: { challenge, code: authenticator.code() },
    });
    expect(refusal).toEqual({ status: 401, code: 'session.expired-challenge' });
  });

  it('is not for Basic credentials: programs use an access token', async () => {
    const person = await desk.aUser();
    expect(await desk.as(person).call(sessionApi.whoAmI, {})).toMatchObject({ user: { id: person.id } });
    await withTwoFactor(desk, person);
    expect(await desk.as(person).refusal(sessionApi.whoAmI, {})).toEqual({
      status: 401,
      code: 'session.basic-refused',
    });
  });
});

describe('giving it up', () => {
  it('takes password and code', async () => {
    const person = await desk.aUser();
    const authenticator = await withTwoFactor(desk, person);
    const browser = await signedIn(person, authenticator.code());
    const { password } = person;
    expect(await browser.refusal(twoFactorApi.disable, { body: { password, code: WRONG } })).toMatchObject({
      code: 'two-factor.wrong-code',
    });
    const right = { password: 'wrong', code: authenticator.code() };
    expect(await browser.refusal(twoFactorApi.disable, { body: right })).toMatchObject({ code: 'password.wrong' });

    await browser.call(twoFactorApi.disable, { body: { password, code: authenticator.code() } });
    expect((await desk.anybody.send(sessionApi.signIn, { body: person })).status).toBe(201);
  });

  it('renews the recovery codes: the old ones end', async () => {
    const person = await desk.aUser();
    const authenticator = await withTwoFactor(desk, person);
    const browser = await signedIn(person, authenticator.code());
    const body = { password: person.password, code: authenticator.code() };
    const { recoveryCodes } = await browser.call(twoFactorApi.renewRecoveryCodes, { body });

    const old = { challenge: await challengeOf(desk, person), code: authenticator.recoveryCodes[0]! };
    expect(await desk.anybody.refusal(sessionApi.signInWithCode, { body: old })).toMatchObject({ status: 422 });
    const fresh = { challenge: await challengeOf(desk, person), code: recoveryCodes[0]! };
    expect((await desk.anybody.send(sessionApi.signInWithCode, { body: fresh })).status).toBe(201);
  });

  it('is done by an administrator for who lost everything, and told in the log', async () => {
    const person = await desk.aUser();
    await withTwoFactor(desk, person);
    const params = { userId: person.id };
    expect(await desk.as(desk.agent).refusal(twoFactorApi.reset, { params })).toMatchObject({ status: 403 });

    await desk.as(desk.administrator).call(twoFactorApi.reset, { params });

    expect((await desk.anybody.send(sessionApi.signIn, { body: person })).status).toBe(201);
    expect(
      await desk.sql.row(
        'SELECT noun, action, object_id AS id FROM audit_entries ORDER BY audit_entries.id DESC LIMIT 1',
      ),
    ).toEqual({
      noun: 'two-factor',
      action: 'revoked',
      id: person.id,
    });
  });

  it('is not done by whoever may do less than the user', async () => {
    const manager = await desk.aUser({ role: 'administrative-manager' });
    await withTwoFactor(desk, desk.administrator);
    const refusal = await desk.as(manager).refusal(twoFactorApi.reset, { params: { userId: desk.administrator.id } });
    expect(refusal).toEqual({ status: 403, code: 'rights.exceeded' });
    await desk.sql.run('DELETE FROM two_factors WHERE user_id = $1', [desk.administrator.id]);
  });
});

describe('a role that demands a second factor', () => {
  it('opens nothing but the way to set it up', async () => {
    const person = await desk.aUser({ role: 'content-manager' });
    await desk.sql.run("UPDATE roles SET two_factor_required = true WHERE key = 'content-manager'");
    const browser = await aBrowserOf(desk, person);

    expect(await browser.call(sessionApi.whoAmI, {})).toMatchObject({ twoFactor: { enabled: false, required: true } });
    const refused = { status: 403, code: 'two-factor.required' };
    expect(await browser.refusal(casesApi.list, {})).toEqual(refused);
    expect(await browser.refusal(sessionApi.list, {})).toEqual(refused);
    expect(await desk.as(person).refusal(casesApi.list, {})).toEqual(refused);

    const authenticator = await withTwoFactor(desk, person);
    const set = await signedIn(person, authenticator.code());
    expect(await set.call(sessionApi.list, {})).toMatchObject({ items: [{ current: true }, {}] });
  });
});

async function signedIn(person: { email: string; password: string; id: number; name: string }, code: string) {
  const body = { challenge: await challengeOf(desk, person), code };
  const response = await desk.anybody.send(sessionApi.signInWithCode, { body });
  return desk.anybody.with({ cookie: response.headers.get('set-cookie')!.split(';')[0]! });
}
