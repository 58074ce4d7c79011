import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import type { Resource } from '../desk-client.fixture.ts';
import { basic, good, speak } from './speak.fixture.ts';

/** As npm's desk.js speaks: the body `null` with every GET and DELETE, and addresses taken from links alone. */
let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
  await desk.aUser({ name: 'Omar Haddad' });
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

const say = (method: string, path: string, body: object | null) =>
  speak(desk, {
    method,
    path,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'desk.js v1.2.0',
      authorization: basic(desk.administrator),
    },
    body: JSON.stringify(body),
  });
const get = (path: string) => say('GET', path, null);
const remove = (path: string) => say('DELETE', path, null);

const linkOf = (resource: Resource, name: string) => resource._links[name]?.href ?? '';

async function aCase(type: string): Promise<Resource> {
  const message = { direction: 'in', status: 'received', from: 'test@customer.example', subject: 'Hi', body: 'Hi!' };
  return good(await say('POST', '/cases', { type, subject: 'Hi', language: null, message }), 201);
}

describe('desk.js', () => {
  it('creates a case that says no language, and gets the times of what happened', async () => {
    const made = await aCase('email');
    expect(made['received_at']).toBe(made['created_at']);
    expect(made).toMatchObject({ status: 'new', active_at: null, priority: 4 });
    expect(good(await get(made._links.self.href))).toEqual(made);
  });

  it('replies to a case by telephone, which is sent by that', async () => {
    const made = await aCase('phone');
    const reply = good(await say('POST', linkOf(made, 'replies'), { direction: 'out', body: 'Hello' }), 201);
    expect(reply).toMatchObject({ status: 'sent', entered_at: expect.any(String) });
    expect(reply._links['entered_by']).toMatchObject({ class: 'user' });
  });

  it('replies to a case by mail, which is a draft until that is changed', async () => {
    const made = await aCase('email');
    const reply = good(await say('POST', linkOf(made, 'replies'), { direction: 'out', body: 'Hello' }), 201);
    expect(reply['status']).toBe('draft');
    const changed = good(await say('PATCH', reply._links.self.href, { body: 'Hello again' }));
    expect(changed).toMatchObject({ status: 'draft', body: 'Hello again' });
    const sent = good(await say('PATCH', reply._links.self.href, { status: 'pending' }));
    expect(sent).toMatchObject({ status: 'pending', body: 'Hello again' });
  });

  it('is told whom a reply lacks', async () => {
    const nobody = { type: 'email', subject: 'Hi', message: { direction: 'in', body: 'Hi!' } };
    const customer = good(await say('POST', '/customers', { first_name: 'No', last_name: 'Address' }), 201);
    const made = good(await say('POST', `${customer._links.self.href}/cases`, nobody), 201);
    const { status, body } = await say('POST', linkOf(made, 'replies'), { body: 'Hello', status: 'pending' });
    expect(status).toBe(422);
    expect(body.message).toBeTruthy();
  });

  it('adds notes, and adds and deletes files', async () => {
    const made = await aCase('email');
    good(await say('POST', linkOf(made, 'notes'), { body: 'Between us' }), 201);
    const file = { file_name: 'note.txt', content_type: 'text/plain', content: 'SGVsbG8=' };
    const attached = good(await say('POST', linkOf(made, 'attachments'), file), 201);
    good(await remove(attached._links.self.href), 204);
    expect(good(await get(made._links.self.href))).toMatchObject({ active_attachments_count: 0 });
  });

  it('walks through the users one by one, there and back', async () => {
    let page = good(await get('/users?per_page=1'));
    const seen = [page._embedded.entries[0]?.id];
    while (page._links.next) {
      page = good(await get(page._links.next.href));
      seen.push(page._embedded.entries[0]?.id);
    }
    expect([page.total_entries, new Set(seen).size]).toEqual([seen.length, seen.length]);
    const back = good(await get(linkOf(page, 'previous')));
    expect(back._embedded.entries[0]?.id).toBe(seen.at(-2));
    expect(good(await get(linkOf(page, 'first')))._links['previous']).toBeNull();
  });

  it('changes many cases in a job, and looks how far it is', async () => {
    const ids = [(await aCase('email')).id, (await aCase('email')).id];
    const job = { type: 'bulk_case_update', case: { priority: 10 }, case_ids: ids };
    const begun = good(await say('POST', '/jobs', job), 201);
    await desk.drain();
    expect(good(await get(begun._links.self.href))).toMatchObject({ progress: 100 });
    expect(good(await get(`/cases/${ids[0]}`))['priority']).toBe(10);
  });
});
