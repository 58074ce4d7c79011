import { sessionApi } from '@bureau/contracts';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../fixtures/desk.ts';
import { dial, nextOf } from '../fixtures/socket.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

async function aBrowserOf({ email, password }: Person) {
  const answer = await desk.anybody.send(sessionApi.signIn, { body: { email, password } });
  return { cookie: answer.headers.get('set-cookie')!.split(';')[0]! };
}

async function aSocket(headers: Record<string, string>): Promise<Socket> {
  const socket = dial(desk, headers);
  await nextOf(socket, 'connect');
  return socket;
}

describe('a new password', () => {
  it('ends the other sessions and closes their sockets, at once', async () => {
    const person = await desk.aUser();
    const [here, thief] = [await aBrowserOf(person), await aBrowserOf(person)];
    const [mine, his] = [await aSocket(here), await aSocket(thief)];
    const closed = nextOf(his, 'disconnect');

    await desk.anybody
      .with(here)
      .call(sessionApi.changePassword, { body: { current: person.password, next: 'another long phrase' } });

    await closed;
    expect((await desk.anybody.fetch('/api/v3/session', { headers: thief })).status).toBe(401);
    expect((await desk.anybody.fetch('/api/v3/session', { headers: here })).status).toBe(200);
    expect(mine.connected).toBe(true);
  });

  it('is nobody’s to set without a session and the old one', async () => {
    const body = { current: desk.agent.password, next: 'another long phrase' };
    expect(await desk.anybody.refusal(sessionApi.changePassword, { body })).toMatchObject({ status: 401 });
    const wrong = { current: '', next: 'another long phrase' };
    expect(await desk.as(desk.agent).refusal(sessionApi.changePassword, { body: wrong })).toMatchObject({
      status: 422,
    });
  });

  it('leaves Basic credentials of the old one no minute more', async () => {
    const person = await desk.aUser();
    await desk.as(person).call(sessionApi.whoAmI, {});
    await desk
      .as(person)
      .call(sessionApi.changePassword, { body: { current: person.password, next: 'another long phrase' } });
    expect(await desk.as(person).refusal(sessionApi.whoAmI, {})).toEqual({ status: 401, code: 'session.refused' });
  });
});

describe('a user who is switched off', () => {
  it('is out with the next request', async () => {
    const person = await desk.aUser();
    const browser = await aBrowserOf(person);
    await desk.as(person).call(sessionApi.whoAmI, {});
    await desk.sql.run('UPDATE users SET disabled_at = now() WHERE id = $1', [person.id]);

    expect((await desk.anybody.fetch('/api/v3/session', { headers: browser })).status).toBe(401);
    expect(await desk.as(person).refusal(sessionApi.whoAmI, {})).toEqual({ status: 401, code: 'session.refused' });
  });
});
