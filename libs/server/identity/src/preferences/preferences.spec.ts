import { auditApi, DEFAULT_PREFERENCES, preferencesApi, sessionApi, usersApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { dial, nextOf } from '../../../../../test/fixtures/socket.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const preferencesOf = (person: Person) => desk.as(person).call(preferencesApi.read, {});
const change = (person: Person, body: object) => desk.as(person).call(preferencesApi.change, { body });

describe('my preferences', () => {
  it('are those that the desk proposes until I choose, and come with my session', async () => {
    const me = await desk.aUser();
    expect(await preferencesOf(me)).toEqual(DEFAULT_PREFERENCES);

    await change(me, { language: 'de', timeZone: 'Europe/Berlin', notifications: { message: { sound: true } } });

    const expected = {
      ...DEFAULT_PREFERENCES,
      ...{ language: 'de', timeZone: 'Europe/Berlin' },
      notifications: {
        ...DEFAULT_PREFERENCES.notifications,
        message: { ...DEFAULT_PREFERENCES.notifications.message, sound: true },
      },
    };
    expect(await preferencesOf(me)).toEqual(expected);
    expect((await desk.as(me).call(sessionApi.whoAmI, {})).preferences).toEqual(expected);
  });

  it('keep what I do not name, also when two windows change them at once', async () => {
    const me = await desk.aUser();
    await Promise.all([change(me, { theme: 'dark' }), change(me, { density: 'compact' })]);
    expect(await preferencesOf(me)).toMatchObject({ theme: 'dark', density: 'compact' });
  });

  it('are nobody else’s', async () => {
    const [me, colleague] = [await desk.aUser(), await desk.aUser()];
    await change(me, { theme: 'dark' });
    expect((await preferencesOf(colleague)).theme).toBeNull();
    expect(await desk.anybody.refusal(preferencesApi.read, {})).toMatchObject({ status: 401 });
  });

  it.each([
    [{ colour: 'blue' }, 'body'],
    [{ timeZone: 'Europe/Larkspur' }, 'timeZone'],
    [{ language: 'fr' }, 'language'],
    [{ shortReplyBelow: 0 }, 'shortReplyBelow'],
    [{ shortReplyBelow: 2.5 }, 'shortReplyBelow'],
    [{ notifications: { weather: { sound: true } } }, 'notifications'],
    [{ notifications: { mention: { smoke: true } } }, 'notifications.mention'],
  ])('are not %j', async (body, path) => {
    const answer = await desk.as(desk.agent).send(preferencesApi.change, { body });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ path }] });
  });

  it('that another version stored are read as far as this one knows them', async () => {
    const me = await desk.aUser();
    const stored = JSON.stringify({ theme: 'dark', density: 'tiny', weather: 'sunny' });
    await desk.sql.run('INSERT INTO user_preferences (user_id, preferences) VALUES ($1, $2)', [me.id, stored]);
    expect(await preferencesOf(me)).toEqual({ ...DEFAULT_PREFERENCES, theme: 'dark' });
  });
});

describe('whether I take new cases', () => {
  it('is seen by colleagues and recorded each time that it changes', async () => {
    const me = await desk.aUser();
    const set = (available: boolean) => desk.as(me).call(preferencesApi.setAvailability, { body: { available } });
    for (const available of [false, false, true, false]) await set(available);

    const seen = await desk.as(desk.agent).call(usersApi.read, { params: { userId: me.id } });
    expect(seen.available).toBe(false);
    expect((await desk.as(me).call(sessionApi.whoAmI, {})).available).toBe(false);
    const rows = await desk.sql.rows<{ available: boolean }>(
      'SELECT available FROM availability_changes WHERE user_id = $1 ORDER BY id',
      [me.id],
    );
    expect(rows.map(({ available }) => available)).toEqual([false, true, false]);
  });

  it('is news on the screens of the others', async () => {
    const me = await desk.aUser();
    await desk.drain();
    const { headers } = await desk.anybody.send(sessionApi.signIn, { body: desk.agent });
    const socket = dial(desk, { cookie: headers.get('set-cookie')!.split(';')[0]! });
    await nextOf(socket, 'connect');
    expect(await socket.emitWithAck('join', 'users')).toMatchObject({ joined: true });
    const change = new Promise((resolve) => socket.once('change', resolve));

    await desk.as(me).call(preferencesApi.setAvailability, { body: { available: false } });
    await desk.drain();

    expect(await change).toMatchObject({ event: 'user.availability-changed', room: 'users', ids: [me.id] });
  });
});

describe('my own name and signature', () => {
  it('are mine to change, and the log tells', async () => {
    const me = await desk.aUser({ name: 'Dee' });
    const body = { name: 'Dee Moss', publicName: 'Dee', signature: 'Dee · Larkspur Coffee\n+49 30 1234' };
    expect(await desk.as(me).call(usersApi.changeMe, { body })).toMatchObject(body);

    const query = { noun: 'user' as const, objectId: me.id };
    const { items } = await desk.as(desk.administrator).call(auditApi.list, { query });
    expect(items[0]).toMatchObject({ action: 'changed', before: { name: 'Dee' }, after: { name: 'Dee Moss' } });
  });

  it.each([{ name: ' ' }, { signature: 'x'.repeat(2001) }, { roleId: 1 }, { email: 'me@elsewhere.example' }])(
    'are all that I can change of myself: not %j',
    async (body) => {
      const answer = await desk.as(desk.agent).send(usersApi.changeMe, { body });
      expect(answer.status).toBe(422);
    },
  );

  it('are not overwritten from a window that saw an older version', async () => {
    const me = await desk.aUser();
    const seen = { 'if-match': (await desk.as(me).send(usersApi.me, {})).headers.get('etag')! };
    await desk.as(me).call(usersApi.changeMe, { body: { publicName: 'First' } }, seen);
    const late = await desk.as(me).send(usersApi.changeMe, { body: { publicName: 'Second' } }, seen);
    expect(late.status).toBe(412);
  });
});
