import {
  auditApi,
  casesApi,
  invitationsApi,
  sessionApi,
  signInSettingsApi,
  usersApi,
  type ChangeSignInSettings,
} from '@bureau/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aBrowserOf, challengeOf, withTwoFactor } from '../../../../../test/fixtures/authenticator.ts';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { linksTo } from '../../../../../test/fixtures/links.ts';
import { startDeskAndOutside, type DeskAndOutside } from '../../../../../test/fixtures/outside.ts';
import { EndSpentSessions } from './end-spent-sessions.ts';

let both: DeskAndOutside;
let desk: TestDesk;
beforeAll(async () => {
  both = await startDeskAndOutside();
  desk = both.desk;
});
afterAll(() => both.close());
afterEach(() =>
  desk.sql.run('DELETE FROM sign_in_settings').then(() => desk.sql.run('INSERT INTO sign_in_settings DEFAULT VALUES')),
);

const admin = () => desk.as(desk.administrator);
const set = (body: ChangeSignInSettings) => admin().call(signInSettingsApi.change, { body });
const MINUTE = 60_000;

describe('the sign-in settings', () => {
  it('are changed by those who may, and the audit log tells what', async () => {
    expect(await set({ minPasswordLength: 14, emailDomains: ['Larkspur.example', 'larkspur.example'] })).toMatchObject({
      minPasswordLength: 14,
      sessionHours: 2160,
      emailDomains: ['larkspur.example'],
    });
    const { items } = await admin().call(auditApi.list, { query: { noun: 'sign-in' } });
    expect(items[0]).toMatchObject({ before: { minPasswordLength: 10 }, after: { minPasswordLength: 14 } });

    expect(await desk.as(desk.agent).refusal(signInSettingsApi.read, {})).toMatchObject({ status: 403 });
    expect(await desk.as(desk.agent).refusal(signInSettingsApi.change, { body: {} })).toMatchObject({ status: 403 });
  });

  it.each([
    [{ minPasswordLength: 9 }],
    [{ sessionHours: 0 }],
    [{ idleMinutes: 5 }],
    [{ sessionHours: 1, idleMinutes: 90 }],
    [{ emailDomains: ['not a domain'] }],
    [{ emailDomains: ['@example.com'] }],
    [{ unknown: true } as ChangeSignInSettings],
  ])('keep to sense: %j', async (body) => {
    expect(await admin().refusal(signInSettingsApi.change, { body })).toEqual({ status: 422, code: 'request.invalid' });
  });

  it('are not overwritten unseen', async () => {
    const answer = await admin().send(signInSettingsApi.read, {});
    const etag = answer.headers.get('etag') ?? '';
    await set({ minPasswordLength: 12 });
    const late = await admin().refusal(
      signInSettingsApi.change,
      { body: { minPasswordLength: 13 } },
      { 'if-match': etag },
    );
    expect(late).toEqual({ status: 412, code: 'request.precondition-failed' });
  });
});

describe('a longer password', () => {
  const short = 'only twelve.';

  it('is asked of whoever changes his, and of whoever is invited', async () => {
    await set({ minPasswordLength: 16 });
    const person = await desk.aUser();
    const browser = await aBrowserOf(desk, person);
    const change = (next: string) => ({ body: { current: person.password, next } });
    expect(await browser.refusal(sessionApi.changePassword, change(short))).toMatchObject({ status: 422 });
    await browser.call(sessionApi.changePassword, change('sixteen or more, surely'));

    const email = `${crypto.randomUUID()}@larkspur.example`;
    await admin().call(usersApi.invite, { body: { name: 'Bo', email, roleId: 1 } });
    const [token = ''] = await linksTo(both, email);
    const accept = { body: { token, name: 'Bo', password: short } };
    expect(await desk.anybody.refusal(invitationsApi.accept, accept)).toEqual({ status: 422, code: 'request.invalid' });
    expect(await desk.anybody.call(invitationsApi.look, { body: { token } })).toMatchObject({ email });
  });
});

describe('a session', () => {
  it('ends when it is old enough by the rules of the moment, also one that was opened before', async () => {
    const browser = await aBrowserOf(desk, await desk.aUser());
    await set({ sessionHours: 8, idleMinutes: 480 });
    desk.clock.advance(7 * 60 * MINUTE);
    expect(await browser.call(sessionApi.whoAmI, {})).toBeDefined();
    desk.clock.advance(2 * 60 * MINUTE);
    expect(await browser.refusal(sessionApi.whoAmI, {})).toMatchObject({ status: 401 });
  });

  it('ends when nobody used it for long enough, and is cleared away', async () => {
    await set({ idleMinutes: 30 });
    const person = await desk.aUser();
    const browser = await aBrowserOf(desk, person);
    for (let at = 0; at < 3; at += 1) {
      desk.clock.advance(20 * MINUTE);
      expect(await browser.call(sessionApi.whoAmI, {})).toBeDefined();
    }
    desk.clock.advance(31 * MINUTE);
    expect(await browser.refusal(sessionApi.whoAmI, {})).toMatchObject({ status: 401 });

    await desk.running.get(EndSpentSessions).run();
    const left = await desk.sql.row('SELECT count(*) AS count FROM sessions WHERE user_id = $1', [person.id]);
    expect(left).toEqual({ count: 0 });
  });
});

describe('a second factor for everybody', () => {
  it('opens nothing to whoever has none, but the way to set it up', async () => {
    const shutOut = await admin().refusal(signInSettingsApi.change, { body: { twoFactorRequired: true } });
    expect(shutOut).toEqual({ status: 422, code: 'request.invalid' });

    await desk.sql.run('UPDATE sign_in_settings SET two_factor_required = true');
    const person = await desk.aUser();
    const browser = await aBrowserOf(desk, person);
    expect(await browser.call(sessionApi.whoAmI, {})).toMatchObject({ twoFactor: { enabled: false, required: true } });
    expect(await browser.refusal(casesApi.list, {})).toEqual({ status: 403, code: 'two-factor.required' });
    const authenticator = await withTwoFactor(desk, person);
    const body = { challenge: await challengeOf(desk, person), code: authenticator.code() };
    const response = await desk.anybody.send(sessionApi.signInWithCode, { body });
    const signedIn = desk.anybody.with({ cookie: response.headers.get('set-cookie')!.split(';')[0]! });
    expect(await signedIn.call(casesApi.list, {})).toBeDefined();
  });
});

describe('people are invited', () => {
  it('at the addresses of the desk’s own domains only, when it names some', async () => {
    await set({ emailDomains: ['larkspur.example', 'tideline.example'] });
    const invite = (email: string) => ({ body: { name: 'Bo', email, roleId: 1 } });
    expect(await admin().refusal(usersApi.invite, invite('bo@elsewhere.example'))).toMatchObject({ status: 422 });
    expect(await admin().refusal(usersApi.invite, invite('bo@sub.larkspur.example'))).toMatchObject({ status: 422 });
    const { id } = await admin().call(usersApi.invite, invite(`${crypto.randomUUID()}@LARKSPUR.example`));
    const move = { params: { userId: id }, body: { email: 'bo@elsewhere.example' } };
    expect(await admin().refusal(usersApi.change, move)).toMatchObject({ status: 422 });
    const rename = { params: { userId: desk.agent.id }, body: { email: desk.agent.email, name: 'Mia Larsen' } };
    expect(await admin().call(usersApi.change, rename)).toMatchObject({ name: 'Mia Larsen' });
  });
});
