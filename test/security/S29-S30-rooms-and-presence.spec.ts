import { API, type JoinAnswer } from '@bureau/contracts';
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';
import { sendMail } from '../fixtures/mail.ts';
import { dial, nextOf } from '../fixtures/socket.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

async function cookieOf({ email, password }: { email: string; password: string }) {
  const answer = await desk.anybody.send(API.session.signIn, { body: { email, password } });
  return answer.headers.get('set-cookie')!.split(';')[0]!;
}

async function anAgentsSocket(): Promise<Socket> {
  const socket = dial(desk, { cookie: await cookieOf(desk.agent) });
  await nextOf(socket, 'connect');
  return socket;
}

const join = (socket: Socket, room: unknown): Promise<JoinAnswer> => socket.emitWithAck('join', room);

describe('a socket', () => {
  it.each(['', 'bureau_session=', 'bureau_session=forged'])('is refused with the cookie %j', async (cookie) => {
    expect(await nextOf(dial(desk, { cookie }), 'connect_error')).toMatchObject({ message: 'session.required' });
  });

  it('is refused to a page of another site, however well the browser is signed in', async () => {
    const cookie = await cookieOf(desk.agent);
    for (const origin of ['https://evil.example', 'null', `http://127.0.0.1.evil.example`]) {
      const socket = dial(desk, { cookie, origin });
      await nextOf(socket, 'connect_error');
      expect([origin, socket.connected]).toEqual([origin, false]);
    }
  });

  it.each([
    ...['*', 'case:*', 'case:', 'case:0', 'case:-1', 'case:1e3', 'case:01', 'case:1,2', 'case:1 ', 'CASE:1', 'users:1'],
    ...['user:1', 'session:1', 'admin', '__proto__', 'constructor', '', 'x'.repeat(500), 7, null, {}, ['cases']],
  ])('cannot join the room %j', async (room) => {
    expect(await join(await anAgentsSocket(), room)).toEqual({ joined: false });
  });

  it('hears of colleagues only where its user may see them', async () => {
    const stranger = await desk.aUser();
    await desk.sql.run(
      `WITH narrow AS (INSERT INTO roles (name, permissions) VALUES ('Sees cases alone', '{cases:view}') RETURNING id)
       UPDATE users SET role_id = narrow.id FROM narrow WHERE users.id = $1`,
      [stranger.id],
    );
    const theirs = dial(desk, { cookie: await cookieOf(stranger) });
    await nextOf(theirs, 'connect');
    expect(await join(theirs, 'users')).toEqual({ joined: false });
    expect(await join(await anAgentsSocket(), 'users')).toMatchObject({ joined: true });
  });

  it('hears ids and numbers alone, never words of the case', async () => {
    const socket = await anAgentsSocket();
    const heard: unknown[] = [];
    socket.onAny((...message) => heard.push(message));
    expect(await join(socket, 'cases')).toMatchObject({ joined: true });

    const [subject, text] = [crypto.randomUUID(), crypto.randomUUID()];
    await sendMail(desk, { from: `Eve <${crypto.randomUUID()}@customer.example>`, subject, text });
    await desk.drain();
    await expect.poll(() => JSON.stringify(heard)).toContain('case');

    for (const secret of [subject, text, 'customer.example', 'Eve'])
      expect(JSON.stringify(heard)).not.toContain(secret);
  });

  it('cannot be present, or be seen writing, in a room that it did not join', async () => {
    const socket = await anAgentsSocket();
    const tell = (room: string): Promise<boolean> => socket.emitWithAck('presence', room, 'writing');

    expect(await tell('case:1')).toBe(false);
    expect(await tell('presence')).toBe(false);
    await join(socket, 'case:1');
    expect(await tell('case:1')).toBe(true);
    expect(await tell('case:2')).toBe(false);
  });

  it('is closed when it sends more than a client ever would', async () => {
    const socket = await anAgentsSocket();
    const closed = nextOf(socket, 'disconnect');
    socket.emit('join', 'x'.repeat(100_000));
    await closed;
  });
});
