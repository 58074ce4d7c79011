import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockApi } from '@bureau/contracts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient } from '../desk-client.fixture.ts';

let desk: TestDesk;
let ada: DeskClient;
let mia: DeskClient;
beforeAll(async () => {
  desk = await startTestDesk();
  ada = new DeskClient(desk.as(desk.administrator));
  mia = new DeskClient(desk.as(desk.agent));
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

async function aCase(): Promise<string> {
  const message = { direction: 'in', from: 'Ana Flores <ana@customer.example>', body: 'Help me!' };
  const { body } = await mia.post('/cases', { type: 'email', subject: 'A kettle', status: 'open', message });
  return body._links.self.href.slice('/api/v2'.length);
}

const linkTo = (userId: number) => ({ href: `/api/v2/users/${userId}`, class: 'user' });

/** To the second, as clients write times. */
const inMinutes = (minutes: number) =>
  new Date(desk.clock.now().getTime() + minutes * 60_000).toISOString().replace(/\.\d+Z$/, 'Z');

const lockOf = async (path: string) => {
  const { body } = await ada.get(path);
  return [body['locked_until'], body._links['locked_by']];
};

describe('a case', () => {
  it('is locked until a time, by oneself, and unlocked by two nulls', async () => {
    const path = await aCase();
    const until = inMinutes(45);
    const locked = await mia.patch(path, { locked_until: until, _links: { locked_by: linkTo(desk.agent.id) } });
    expect(locked).toMatchObject({
      status: 200,
      body: { locked_until: until, status: 'open', _links: { locked_by: linkTo(desk.agent.id) } },
    });
    expect(await lockOf(path)).toEqual([until, linkTo(desk.agent.id)]);
    const freed = await mia.patch(path, { locked_until: null, _links: { locked_by: null } });
    expect(freed).toMatchObject({ status: 200, body: { locked_until: null, _links: { locked_by: null } } });
  });

  it('is locked for oneself when nobody is named, for ten minutes when no time is, and a day at most', async () => {
    const path = await aCase();
    await mia.patch(path, { locked_until: inMinutes(5) });
    expect(await lockOf(path)).toEqual([expect.any(String), linkTo(desk.agent.id)]);
    const ten = await mia.patch(path, { locked_until: null, _links: { locked_by: linkTo(desk.agent.id) } });
    expect(ten.body['locked_until']).toBe(inMinutes(10));
    const long = await mia.patch(path, { locked_until: inMinutes(100_000) });
    expect(long.body['locked_until']).toBe(inMinutes(24 * 60));
  });

  it('stays locked when a client sends locked_until null with everything', async () => {
    const path = await aCase();
    const until = inMinutes(30);
    await mia.patch(path, { locked_until: until });
    expect((await mia.patch(path, { subject: 'Two kettles', locked_until: null })).status).toBe(200);
    expect(await lockOf(path)).toEqual([until, linkTo(desk.agent.id)]);
  });

  it('is free again when the time has come', async () => {
    const path = await aCase();
    await mia.patch(path, { locked_until: inMinutes(30) });
    await desk.sql.run("UPDATE cases SET locked_until = now() - interval '1 second' WHERE locked_by IS NOT NULL");
    expect(await lockOf(path)).toEqual([null, null]);
  });

  it.each(['2014-01-01T00:00:00Z', 'tomorrow', 5])('is not locked until %s', async (until) => {
    const path = await aCase();
    expect(await mia.patch(path, { locked_until: until, subject: 'Kettle' })).toMatchObject({
      status: 422,
      body: { errors: { locked_until: ['invalid'] } },
    });
    expect((await mia.get(path)).body['subject']).toBe('A kettle');
  });
});

describe('while a colleague has the case', () => {
  it('it is changed all the same, unless one wants the lock or saw another version', async () => {
    const path = await aCase();
    const { headers } = await mia.get(path);
    await ada.patch(path, { locked_until: inMinutes(30) });

    expect((await mia.patch(path, { priority: 9 }, { 'if-match': headers.get('etag')! })).status).toBe(409);
    const wanted = { priority: 9, locked_until: inMinutes(30), _links: { locked_by: linkTo(desk.agent.id) } };
    expect((await mia.patch(path, wanted)).status).toBe(409);
    expect((await mia.patch(path, { locked_until: null, _links: { locked_by: null } })).status).toBe(409);
    expect((await mia.get(path)).body['priority']).not.toBe(9);

    expect(await mia.patch(path, { priority: 9 })).toMatchObject({ status: 200, body: { priority: 9 } });
    expect((await lockOf(path))[1]).toEqual(linkTo(desk.administrator.id));
  });

  it('only who may take cases over locks in another’s name, or unlocks what another has', async () => {
    const path = await aCase();
    const forAda = { locked_until: inMinutes(30), _links: { locked_by: linkTo(desk.administrator.id) } };
    expect((await mia.patch(path, forAda)).status).toBe(403);
    const forMia = { locked_until: inMinutes(30), _links: { locked_by: linkTo(desk.agent.id) } };
    expect((await ada.patch(path, forMia)).status).toBe(200);
    expect((await lockOf(path))[1]).toEqual(linkTo(desk.agent.id));
    expect((await ada.patch(path, { locked_until: null, _links: { locked_by: null } })).status).toBe(200);
    expect(await ada.patch(path, { _links: { locked_by: linkTo(999_999) } })).toMatchObject({
      status: 422,
      body: { errors: { _links: { locked_by: ['invalid'] } } },
    });
  });

  it('the console reads it only', async () => {
    const path = await aCase();
    await ada.patch(path, { locked_until: inMinutes(30) });
    const call = { params: { caseId: Number(path.split('/').at(-1)) }, body: {} };
    expect(await desk.as(desk.agent).refusal(lockApi.take, call)).toMatchObject({ status: 409, code: 'case.locked' });
  });
});

describe('a change with a reply', () => {
  it('is one: the reply is sent, and the status is the one that was asked for', async () => {
    const path = await aCase();
    const reply = { body: 'Descale it.', direction: 'out', status: 'pending' };
    const { status, body } = await mia.patch(path, { status: 'resolved', priority: 7, reply });
    expect([status, body['status'], body['priority']]).toEqual([200, 'resolved', 7]);
    const replies = await mia.get(`${path}/replies`);
    expect(replies.body._embedded.entries).toMatchObject([{ body: 'Descale it.', direction: 'out' }]);
  });

  it('is refused whole, and says where it is wrong', async () => {
    const path = await aCase();
    const nothing = { body: '', direction: 'out', status: 'pending' };
    expect(await mia.patch(path, { priority: 7, reply: nothing })).toMatchObject({
      status: 422,
      body: { errors: { reply: { body: ['blank'] } } },
    });
    expect((await mia.get(path)).body['priority']).not.toBe(7);
    const good = { body: 'Descale it.', direction: 'out', status: 'pending' };
    expect((await mia.patch(path, { status: 'shut', reply: good })).status).toBe(422);
    expect((await mia.get(`${path}/replies`)).body.total_entries).toBe(0);
  });

  it('without a status is a draft, in a case by telephone it was said', async () => {
    const path = await aCase();
    await mia.patch(path, { reply: { body: 'Let me see.' } });
    expect((await mia.get(`${path}/replies/draft`)).body).toMatchObject({ body: 'Let me see.', status: 'draft' });
  });
});
