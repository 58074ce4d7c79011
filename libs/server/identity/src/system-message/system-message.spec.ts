import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { auditApi, groupsApi, linksApi, systemMessageApi } from '@bureau/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
let manager: Person;
let groupId: number;
beforeAll(async () => {
  desk = await startTestDesk();
  manager = await desk.aUser({ role: 'administrative-manager' });
  const body = { name: 'Second line', userIds: [desk.agent.id] };
  ({ id: groupId } = await desk.as(desk.administrator).call(groupsApi.create, { body }));
});
afterAll(() => closeDesk(desk));

const told = async (person: Person) => (await desk.as(person).call(systemMessageApi.told, {})).message;
const write = (body: object) => desk.as(desk.administrator).send(systemMessageApi.write, { body: body as never });

it('is silent until somebody has something to say, and then tells everybody', async () => {
  expect(await told(desk.agent)).toBeNull();
  const body = { message: ' The mail of Larkspur is late today. ' };
  expect(await desk.as(manager).call(systemMessageApi.write, { body })).toMatchObject({
    message: 'The mail of Larkspur is late today.',
    groupIds: [],
    until: null,
  });
  expect(await told(desk.agent)).toBe('The mail of Larkspur is late today.');
  const { items } = await desk.as(desk.administrator).call(auditApi.list, { query: { noun: 'site', limit: 1 } });
  expect(items[0]).toMatchObject({
    object: { name: 'System message' },
    after: { message: 'The mail of Larkspur is late today.' },
  });
});

it('is for the members of a group where it names one', async () => {
  expect((await write({ message: 'Ring the supplier first.', groupIds: [groupId, groupId] })).status).toBe(200);
  expect([await told(desk.agent), await told(manager)]).toEqual(['Ring the supplier first.', null]);
});

it('is over when its time has come', async () => {
  const until = new Date(desk.clock.now().getTime() + 3_600_000).toISOString();
  await write({ message: 'Until noon.', until });
  expect(await told(desk.agent)).toBe('Until noon.');
  desk.clock.advance(3_600_000);
  expect(await told(desk.agent)).toBeNull();
});

it('is taken back by saying nothing', async () => {
  await write({ message: 'Hello', groupIds: [groupId] });
  const answer = await write({ message: ' ', groupIds: [groupId] });
  expect(await answer.json()).toMatchObject({ message: '', groupIds: [], until: null });
  expect(await told(desk.agent)).toBeNull();
});

it('is not for everybody to write, nor with an end in the past, for groups that there are not, or over a colleague’s words', async () => {
  const body = { message: 'Hello' };
  expect(await desk.as(desk.agent).refusal(systemMessageApi.write, { body })).toMatchObject({ status: 403 });
  expect(await desk.as(desk.agent).refusal(systemMessageApi.read, {})).toMatchObject({ status: 403 });
  for (const [wrong, path] of [
    [{ message: 'x', until: '2020-01-01T00:00:00.000Z' }, 'until'],
    [{ message: 'x', groupIds: [999_999] }, 'groupIds'],
    [{ message: 'x'.repeat(501) }, 'message'],
    [{ message: 'a\u0000b' }, 'message'],
  ] as const) {
    const answer = await write(wrong);
    expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ path }] }]);
  }
  const seen = await desk.as(desk.administrator).send(systemMessageApi.read, {});
  const ifMatch = { 'if-match': seen.headers.get('etag') ?? '' };
  await write({ message: 'Mine' });
  const late = await desk
    .as(desk.administrator)
    .send(systemMessageApi.write, { body: { ...body, groupIds: [], until: null } }, ifMatch);
  expect(late.status).toBe(412);
});

it('hangs on its group, and is for the heir of one that goes', async () => {
  const admin = desk.as(desk.administrator);
  const made = async (name: string, userIds: number[]) =>
    (await admin.call(groupsApi.create, { body: { name, userIds } })).id;
  const [night, day] = [await made('Night', [desk.agent.id]), await made('Day', [manager.id])];
  expect((await write({ message: 'The heating is off.', groupIds: [night] })).status).toBe(200);
  const params = { groupId: night };
  const links = await admin.call(linksApi.read, { params: { noun: 'group', objectId: night } });
  expect(links.items).toContainEqual({ noun: 'system-message', count: 1, examples: [] });
  expect(await admin.refusal(groupsApi.remove, { params, query: {} })).toMatchObject({ code: 'group.in-use' });
  expect([await told(desk.agent), await told(manager)]).toEqual(['The heating is off.', null]);

  await admin.call(groupsApi.remove, { params, query: { successorId: day } });
  expect([await told(desk.agent), await told(manager)]).toEqual([null, 'The heating is off.']);
  expect(await admin.call(systemMessageApi.read, {})).toMatchObject({ groupIds: [day] });
  const { items } = await admin.call(auditApi.list, { query: { noun: 'site', limit: 1 } });
  expect(items[0]).toMatchObject({ before: { groupIds: [night] }, after: { groupIds: [day] } });
});

it('is for the group once that it was for already, and hinders no group that it does not name', async () => {
  const admin = desk.as(desk.administrator);
  const made = async (name: string) => (await admin.call(groupsApi.create, { body: { name, userIds: [] } })).id;
  const [early, late, other] = [await made('Early'), await made('Late'), await made('Other')];
  await write({ message: 'Lunch.', groupIds: [early, late] });
  await admin.call(groupsApi.remove, { params: { groupId: other }, query: {} });
  await admin.call(groupsApi.remove, { params: { groupId: early }, query: { successorId: late } });
  expect(await admin.call(systemMessageApi.read, {})).toMatchObject({ message: 'Lunch.', groupIds: [late] });
});

it('is taken back where it was for groups alone that had gone before they had heirs', async () => {
  const file = '../../../platform/migrations/0371_system_message_of_no_group.sql';
  const migration = await readFile(path.resolve(import.meta.dirname, file), 'utf8');
  const after = async (groupIds: number[]) => {
    await write({ message: 'Heard by nobody.' });
    await desk.sql.run('UPDATE system_message SET group_ids = $1', [groupIds]);
    await desk.sql.run(migration);
    const { message, groupIds: left } = await desk.as(desk.administrator).call(systemMessageApi.read, {});
    return [message, left];
  };
  expect(await after([999_999])).toEqual(['', []]);
  expect(await after([999_999, groupId])).toEqual(['Heard by nobody.', [groupId]]);
  expect(await after([groupId])).toEqual(['Heard by nobody.', [groupId]]);
  expect(await after([])).toEqual(['Heard by nobody.', []]);
});
