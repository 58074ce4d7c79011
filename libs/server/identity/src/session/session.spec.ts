import { sessionApi, usersApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

async function signIn({ email, password }: Person) {
  const response = await desk.anybody.send(sessionApi.signIn, { body: { email, password } });
  return { response, cookie: response.headers.get('set-cookie') ?? '' };
}

/** A caller with the cookie of a session. */
const browser = (cookie: string) => desk.anybody.with({ cookie: cookie.split(';')[0]! });

describe('signing in', () => {
  it('gives a cookie that no script can read and no other site can use', async () => {
    const { response, cookie } = await signIn(desk.agent);

    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      user: { name: 'Mia Larsen', role: { name: 'Agent' } },
      permissions: expect.arrayContaining(['cases:reply']),
    });
    expect(cookie).toMatch(/^bureau_session=[\w-]{43};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
  });

  it('opens the desk until I sign out', async () => {
    const { cookie } = await signIn(desk.agent);
    expect(await browser(cookie).call(sessionApi.whoAmI, {})).toMatchObject({ user: { id: desk.agent.id } });

    await browser(cookie).call(sessionApi.signOut, {});

    expect(await browser(cookie).refusal(sessionApi.whoAmI, {})).toEqual({ status: 401, code: 'session.required' });
  });

  it('says the same of a wrong password and an unknown address', async () => {
    const known = await desk.anybody.refusal(sessionApi.signIn, {
      body: { email: desk.agent.email, password: 'wrong' },
    });
    const unknown = await desk.anybody.refusal(sessionApi.signIn, {
      body: { email: 'nobody@desk.example', password: 'wrong' },
    });

    expect(known).toEqual({ status: 401, code: 'session.refused' });
    expect(unknown).toEqual(known);
  });

  it('is slowed down after ten wrong passwords, also for the right one', async () => {
    const person = await desk.aUser();
    for (let count = 0; count < 10; count++) {
      await desk.anybody.refusal(sessionApi.signIn, { body: { email: person.email, password: 'wrong' } });
    }

    const right = { body: { email: person.email, password: person.password } };
    expect(await desk.anybody.refusal(sessionApi.signIn, right)).toEqual({ status: 429, code: 'session.throttled' });

    desk.clock.advance(16 * 60_000);
    expect(await desk.anybody.call(sessionApi.signIn, right)).toMatchObject({ user: { id: person.id } });
  });

  it('ends by itself after two weeks without use', async () => {
    const { cookie } = await signIn(desk.agent);
    desk.clock.advance(15 * 86_400_000);

    expect(await browser(cookie).refusal(sessionApi.whoAmI, {})).toMatchObject({ status: 401 });
  });
});

describe('a new password', () => {
  it('ends every other session, and the old password', async () => {
    const person = await desk.aUser();
    const here = await signIn(person);
    const elsewhere = await signIn(person);

    await browser(here.cookie).call(sessionApi.changePassword, {
      body: { current: person.password, next: 'another long phrase' },
    });

    expect(await browser(here.cookie).call(sessionApi.whoAmI, {})).toMatchObject({ user: { id: person.id } });
    expect(await browser(elsewhere.cookie).refusal(sessionApi.whoAmI, {})).toMatchObject({ status: 401 });
    expect(await desk.as(person).refusal(sessionApi.whoAmI, {})).toEqual({ status: 401, code: 'session.refused' });
  });

  it('needs the current one', async () => {
    const body = { current: 'wrong', next: 'another long phrase' };
    expect(await desk.as(desk.agent).refusal(sessionApi.changePassword, { body })).toEqual({
      status: 422,
      code: 'password.wrong',
    });
  });
});

describe('a program', () => {
  it('may send its credentials with each request', async () => {
    expect(await desk.as(desk.agent).call(sessionApi.whoAmI, {})).toMatchObject({ user: { name: 'Mia Larsen' } });
  });
});

describe('another site', () => {
  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
  ])('cannot make my browser change anything: %o', async (headers) => {
    const { cookie } = await signIn(desk.agent);
    const refused = await browser(cookie).refusal(
      sessionApi.changePassword,
      { body: { current: 'a', next: 'b' } },
      headers,
    );
    expect(refused).toEqual({ status: 403, code: 'request.cross-site' });
  });
});

describe('the users', () => {
  it('are listed without their secrets', async () => {
    const { items } = await desk.as(desk.agent).call(usersApi.list, {});

    expect(items.find(({ id }) => id === desk.agent.id)).toMatchObject({
      name: 'Mia Larsen',
      email: desk.agent.email,
      role: { id: 1, name: 'Agent' },
    });
    expect(JSON.stringify(items)).not.toContain('argon2');
  });
});
