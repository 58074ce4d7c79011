import { CaseRepository } from '@bureau/cases';
import { atConsole } from '@bureau/cases/testing';
import { lockApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendMail } from '../../../../../test/fixtures/mail.ts';
import { DeskClient, type Resource } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
beforeAll(async () => {
  desk = await startTestDesk();
  client = new DeskClient(desk.as(desk.administrator));
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

async function aCase(fields: object = {}): Promise<string> {
  const message = { direction: 'in', from: 'Ana Flores <ana@customer.example>', body: 'Help me!' };
  const { body } = await client.post('/cases', { type: 'email', subject: 'A kettle', message, ...fields });
  return body._links.self.href.slice('/api/v2'.length);
}

const read = async (path: string) => (await client.get(path)).body;

/** Stands for a time not before the event, to the second, as answers have times. */
const NOW = 'now';

/** What is different in the case once it has happened, a minute later, as far as these members go. */
async function changedBy(path: string, members: string[], event: () => Promise<unknown>): Promise<object> {
  const before = await read(path);
  desk.clock.advance(60_000);
  const began = Math.floor(desk.clock.now().getTime() / 1000) * 1000;
  await event();
  const after = await read(path);
  const told = (value: unknown) => (Date.parse(String(value)) >= began ? NOW : value);
  return Object.fromEntries(
    members.filter((name) => before[name] !== after[name]).map((name) => [name, told(after[name])]),
  );
}

const TIMES = [
  'active_at',
  'changed_at',
  'received_at',
  'first_opened_at',
  'opened_at',
  'first_resolved_at',
  'resolved_at',
];

describe('the times of a case', () => {
  it('begin when it is opened, with what the customer said', async () => {
    const made = await read(await aCase());
    const begun = made['created_at'];
    expect(made).toMatchObject({ status: 'new', received_at: begun, changed_at: begun, active_at: null });
    expect(made).toMatchObject({ first_opened_at: null, opened_at: null, first_resolved_at: null, resolved_at: null });
  });

  it('say when somebody began to work on it, whom everybody sees', async () => {
    const path = await aCase();
    const mia = await atConsole(desk, desk.agent);
    const params = { caseId: Number(path.split('/').at(-1)) };
    const changed = await changedBy(path, ['locked_until', ...TIMES], () =>
      mia.call(lockApi.take, { params, body: {} }),
    );
    expect(changed).toEqual({
      ...{ active_at: NOW, changed_at: NOW, first_opened_at: NOW, opened_at: NOW, locked_until: NOW },
    });
    expect((await read(path))._links['locked_by']).toEqual({ href: `/api/v2/users/${desk.agent.id}`, class: 'user' });
  });

  it('say when it was opened and resolved first, and when last; opening it again keeps when it was resolved', async () => {
    const path = await aCase();
    const set = (status: string) => changedBy(path, TIMES, () => client.patch(path, { status }));
    expect(await set('open')).toEqual({ changed_at: NOW, first_opened_at: NOW, opened_at: NOW });
    expect(await set('resolved')).toEqual({ changed_at: NOW, first_resolved_at: NOW, resolved_at: NOW });
    expect(await set('open')).toEqual({ changed_at: NOW, opened_at: NOW });
    const { opened_at: opened, resolved_at: resolved } = await read(path);
    expect(Date.parse(String(opened))).toBeGreaterThan(Date.parse(String(resolved)));
    expect(await set('resolved')).toEqual({ changed_at: NOW, resolved_at: NOW });
  });

  it('say when the customer was last heard, not when he was answered', async () => {
    const path = await aCase({ type: 'phone' });
    const say = (direction: string) => () => client.post(`${path}/replies`, { body: 'Hello', direction });
    expect(await changedBy(path, ['received_at'], say('in'))).toEqual({ received_at: NOW });
    expect(await changedBy(path, ['received_at', 'changed_at'], say('out'))).toEqual({ changed_at: NOW });
  });

  it('do not move by a lock alone, but for when the row was touched', async () => {
    const path = await aCase();
    const until = new Date(desk.clock.now().getTime() + 3_600_000).toISOString();
    expect(await changedBy(path, TIMES, () => client.patch(path, { locked_until: until }))).toEqual({});
  });
});

describe('what a case tells of its interactions', () => {
  const states = async (path: string) => {
    const { has_pending_interactions: pending, has_failed_interactions: failed } = await read(path);
    return { pending, failed };
  };

  it('is that something waits, failed, or arrived', async () => {
    const path = await aCase();
    expect(await states(path)).toEqual({ pending: false, failed: false });
    const { body: reply } = await client.post(`${path}/replies`, { body: 'Hello', status: 'pending' });
    expect(await states(path)).toEqual({ pending: true, failed: false });
    await desk.sql.run("UPDATE deliveries SET state = 'failed' WHERE message_id = $1", [reply.id]);
    await desk.running.get(CaseRepository).refreshDeliveryTrouble(Number(path.split('/').at(-1)));
    expect(await states(path)).toEqual({ pending: false, failed: true });
    expect((await client.get(reply._links.self.href.slice(7))).body['status']).toBe('failed');
    await desk.sql.run("UPDATE deliveries SET state = 'sent', sent_at = now() WHERE message_id = $1", [reply.id]);
    await desk.running.get(CaseRepository).refreshDeliveryTrouble(Number(path.split('/').at(-1)));
    expect(await states(path)).toEqual({ pending: false, failed: false });
  });

  it('is how many notes and files there are, and the beginning of what was said last', async () => {
    const path = await aCase();
    await client.post(`${path}/notes`, { body: 'Between us' });
    await client.post(`${path}/attachments`, { file_name: 'a.txt', content: 'SGVsbG8=' });
    await client.post(`${path}/replies`, { body: 'Here you are', status: 'sent' });
    expect(await read(path)).toMatchObject({
      ...{ active_notes_count: 2, active_attachments_count: 1, blurb: 'Here you are' },
      _links: { notes: { count: 2 }, attachments: { count: 1 }, replies: { count: 1 } },
    });
  });
});

it('a mail that comes in makes a case with the facts of mail', async () => {
  const from = `${crypto.randomUUID()}@customer.example`;
  await sendMail(desk, { from, subject: 'It drips', text: 'My kettle drips.' });
  await desk.drain();
  const { body } = await client.get(`/cases/search?email=${from}`);
  const [made]: Resource[] = body._embedded.entries;
  expect(made).toMatchObject({
    ...{ type: 'email', status: 'new', subject: 'It drips', blurb: 'My kettle drips.', external_id: null },
    ...{ has_failed_interactions: false, has_pending_interactions: false, locked_until: null, active_at: null },
    _links: { message: { class: 'email' }, assigned_user: null, draft: null, feedbacks: null },
  });
  expect(made?.['received_at']).toBe(made?.['created_at']);
});
