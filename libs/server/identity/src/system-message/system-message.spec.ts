import { auditApi, groupsApi, systemMessageApi } from '@bureau/contracts';
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
