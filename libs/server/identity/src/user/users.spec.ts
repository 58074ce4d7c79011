import { auditApi, sessionApi, usersApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { dial, nextOf } from '../../../../../test/fixtures/socket.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const admin = () => desk.as(desk.administrator);
const change = (userId: number, body: object, headers = {}) =>
  admin().call(usersApi.change, { params: { userId }, body }, headers);
const read = (userId: number) => admin().call(usersApi.read, { params: { userId } });

async function aBrowserOf({ email, password }: Person) {
  const answer = await desk.anybody.send(sessionApi.signIn, { body: { email, password } });
  return { cookie: answer.headers.get('set-cookie')!.split(';')[0]! };
}

describe('the people who work here', () => {
  it('are listed with their state; those who left only when asked for', async () => {
    const left = await desk.aUser({ name: 'Cy Left' });
    await admin().call(usersApi.disable, { params: { userId: left.id } });

    const ids = async (state?: 'disabled' | 'all') =>
      (await admin().call(usersApi.list, { query: state ? { state } : {} })).items.map(({ id }) => id);
    expect(await ids()).not.toContain(left.id);
    expect(await ids('disabled')).toEqual([left.id]);
    expect(await ids('all')).toEqual(expect.arrayContaining([left.id, desk.agent.id]));
  });

  it('know of each other who they are, but not how they sign in', async () => {
    await desk.anybody.call(sessionApi.signIn, { body: desk.agent });
    expect((await read(desk.agent.id)).lastSignInAt).not.toBeNull();
    expect(await desk.as(desk.agent).call(usersApi.me, {})).toMatchObject({ id: desk.agent.id, twoFactor: false });

    const colleague = await desk.aUser();
    const seen = await desk.as(colleague).call(usersApi.read, { params: { userId: desk.agent.id } });
    expect(seen).toMatchObject({ name: 'Mia Larsen', twoFactor: null, lastSignInAt: null });
  });

  it('are changed by those who manage them, and the log tells', async () => {
    const { id, email } = await desk.aUser({ name: 'Dee' });
    expect(await change(id, { name: 'Dee Moss', publicName: 'Dee', brandIds: [desk.brandId] })).toMatchObject({
      name: 'Dee Moss',
      publicName: 'Dee',
      email,
      brandIds: [desk.brandId],
    });

    const { items } = await admin().call(auditApi.list, { query: { noun: 'user', objectId: id } });
    expect(items[0]).toMatchObject({ action: 'changed', before: { name: 'Dee' }, after: { name: 'Dee Moss' } });
    expect(items[0]?.after).toHaveProperty('brands', ['Larkspur Coffee']);
    const mine = { params: { userId: id }, body: { name: 'Me' } };
    expect(await desk.as(desk.agent).refusal(usersApi.change, mine)).toMatchObject({ status: 403 });
  });

  it('are not changed by whoever saw an older version', async () => {
    const { id } = await desk.aUser();
    const answer = await admin().send(usersApi.read, { params: { userId: id } });
    const seen = { 'if-match': answer.headers.get('etag')! };
    await change(id, { name: 'First' }, seen);
    await expect(change(id, { name: 'Second' }, seen)).rejects.toMatchObject({ status: 412 });
  });

  it('each have an address, a role and groups that exist', async () => {
    const { id } = await desk.aUser();
    const refused = (body: object) => admin().refusal(usersApi.change, { params: { userId: id }, body });
    expect(await refused({ email: desk.agent.email.toUpperCase() })).toEqual({ status: 409, code: 'user.email-taken' });
    for (const body of [
      { roleId: 999_999 },
      { groupIds: [999_999] },
      { brandIds: [999_999] },
      { name: ' ' },
      { name: 'a\0b' },
    ]) {
      expect(await refused(body)).toEqual({ status: 422, code: 'request.invalid' });
    }
    const invite = { body: { name: 'Twin', email: desk.agent.email, roleId: 1 } };
    expect(await admin().refusal(usersApi.invite, invite)).toEqual({ status: 409, code: 'user.email-taken' });
  });
});

describe('somebody who leaves', () => {
  it('is out at once, with every session and screen, and can come back', async () => {
    const person = await desk.aUser();
    const browser = await aBrowserOf(person);
    const socket = dial(desk, browser);
    await nextOf(socket, 'connect');
    const closed = nextOf(socket, 'disconnect');

    const disabled = await admin().call(usersApi.disable, { params: { userId: person.id } });
    await closed;
    expect(disabled.state).toBe('disabled');
    expect(await desk.as(person).refusal(usersApi.me, {})).toMatchObject({ status: 401 });

    await admin().call(usersApi.enable, { params: { userId: person.id } });
    expect(await desk.as(person).call(usersApi.me, {})).toMatchObject({ state: 'active' });
    expect((await desk.anybody.fetch('/api/v3/session', { headers: browser })).status).toBe(401);
  });

  it('is never the last who may do everything', async () => {
    const second = await desk.aUser({ role: 'administrator' });
    const both = [desk.administrator, second];
    const answers = await Promise.all(
      both.map((person) => desk.as(person).send(usersApi.disable, { params: { userId: person.id } })),
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const left = both[answers.findIndex(({ status }) => status === 409)]!;
    const demote = { params: { userId: left.id }, body: { roleId: 1 } };
    expect(await desk.as(left).refusal(usersApi.change, demote)).toEqual({
      status: 409,
      code: 'user.last-administrator',
    });
    await desk.sql.run('UPDATE users SET disabled_at = NULL WHERE id = $1', [desk.administrator.id]);
  });
});
