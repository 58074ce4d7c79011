import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casesApi, notesApi } from '@bureau/contracts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient, type Resource } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
beforeAll(async () => {
  desk = await startTestDesk();
  client = new DeskClient(desk.as(desk.administrator));
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

const below = ({ _links: { self } }: Resource) => self.href.slice('/api/v2'.length);
const eraser = () => ({ href: `/api/v2/users/${desk.administrator.id}`, class: 'user' });
const aFile = { file_name: 'order.csv', content_type: 'text/csv', content: Buffer.from('a;b\n').toString('base64') };

async function aCase(fields: object = {}): Promise<string> {
  const message = { direction: 'in', from: 'Ana Flores <ana@customer.example>', body: 'Help me!' };
  return below((await client.post('/cases', { type: 'email', subject: 'A kettle', message, ...fields })).body);
}

const aReply = async (path: string, fields: object = { status: 'sent' }) =>
  below((await client.post(`${path}/replies`, { body: 'Descale it.', ...fields })).body);

describe('what is deleted', () => {
  it.each([
    ['the message', async (path: string) => `${path}/message`],
    ['a reply', (path: string) => aReply(path)],
    ['a note', async (path: string) => below((await client.post(`${path}/notes`, { body: 'Between us' })).body)],
  ])('keeps its place but not its words: %s', async (_, make) => {
    const path = await aCase();
    const address = await make(path);
    expect((await client.delete(address)).status).toBe(204);
    const { status, body } = await client.get(address);
    expect(status).toBe(200);
    expect(body).toMatchObject({ body: '', erased_at: expect.any(String), _links: { erased_by: eraser() } });
    const feed = await client.get(`${path}/feed`);
    const told = feed.body._embedded.entries.find((entry) => entry._links.self.href === `/api/v2${address}`);
    expect(told).toMatchObject({ erased_at: body['erased_at'], _links: { erased_by: eraser() } });
    expect((await client.delete(address)).status).toBe(204);
    const agent = new DeskClient(desk.as(desk.agent));
    expect((await agent.delete(address)).status).toBe(403);
  });

  it('counts no more among what is active', async () => {
    const path = await aCase();
    const note = below((await client.post(`${path}/notes`, { body: 'Between us' })).body);
    const file = below((await client.post(`${path}/attachments`, aFile)).body);
    expect((await client.get(path)).body).toMatchObject({ active_notes_count: 2, active_attachments_count: 1 });
    await client.delete(note);
    await client.delete(file);
    expect((await client.get(path)).body).toMatchObject({ active_notes_count: 1, active_attachments_count: 0 });
  });

  it('is a message that is on its way only once it has arrived', async () => {
    const path = await aCase();
    const reply = await aReply(path, { status: 'pending' });
    expect((await client.delete(reply)).status).toBe(409);
    await desk.sql.run("UPDATE deliveries SET state = 'sent', sent_at = now()");
    expect((await client.delete(reply)).status).toBe(204);
  });

  it('is gone where it was a draft', async () => {
    const path = await aCase();
    const { body } = await client.post(`${path}/replies`, { body: 'Let me see.' });
    expect((await client.delete(`${path}/replies/${body.id}`)).status).toBe(204);
    expect((await client.get(`${path}/replies/draft`)).status).toBe(404);
    await client.post(`${path}/replies/draft`, {});
    expect((await client.delete(`${path}/replies/draft`)).status).toBe(204);
    expect((await client.delete(`${path}/replies/draft`)).status).toBe(404);
  });

  it('is not to be found in the history or the console any more, when it was a note', async () => {
    const path = await aCase();
    const caseId = Number(path.split('/').at(-1));
    const { body: note } = await client.post(`${path}/notes`, { body: 'The first secret' });
    await client.patch(below(note), { body: 'The second secret' });
    const params = { noteId: note.id };
    const refused = desk.as(desk.agent).refusal(notesApi.erase, { params });
    expect(await refused).toEqual({ status: 403, code: 'permission.denied' });
    expect(await desk.as(desk.administrator).call(notesApi.erase, { params })).toMatchObject({ text: '', html: null });
    const feed = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId } });
    expect(JSON.stringify(feed)).not.toContain('secret');
    expect(feed.items.at(-1)).toMatchObject({ event: 'note.erased', context: { noteId: note.id } });
    const words = { text: 'A third secret' };
    expect(await desk.as(desk.administrator).refusal(notesApi.edit, { params, body: words })).toEqual({
      status: 409,
      code: 'note.erased',
    });
  });
});

describe('what is changed', () => {
  it('is a draft, by its own number too, until it is sent', async () => {
    const path = await aCase();
    const { body: draft } = await client.post(`${path}/replies`, { body: 'Let me see.' });
    expect(draft['from']).toMatch(/^".+ \(.+\)" <.+@.+>$/);
    const byNumber = `${path}/replies/${draft.id}`;
    expect((await client.get(byNumber)).body).toEqual(draft);
    expect((await new DeskClient(desk.as(desk.agent)).get(byNumber)).status).toBe(404);
    const changed = await client.patch(byNumber, { id: draft.id, body: 'I have seen.', _links: draft._links });
    expect(changed).toMatchObject({ status: 200, body: { id: draft.id, body: 'I have seen.', status: 'draft' } });
    const sent = await client.patch(byNumber, { status: 'pending' });
    expect(sent).toMatchObject({ status: 200, body: { body: 'I have seen.', status: 'pending' } });
    expect((await client.get(below(sent.body))).body).toEqual(sent.body);
    expect(sent.body._links['outbound_mailbox']).toMatchObject({ class: 'outbound_mailbox' });
    expect((await client.get(sent.body._links['outbound_mailbox']!.href.slice(7))).status).toBe(200);
  });

  it.each([
    ['the message', async (path: string) => `${path}/message`],
    ['a reply', (path: string) => aReply(path)],
  ])('of %s is only whether the customer sees it', async (_, make) => {
    const address = await make(await aCase());
    const { body: before } = await client.get(address);
    expect(await client.patch(address, { body: before['body'], hidden: true })).toMatchObject({
      status: 200,
      body: { body: before['body'], hidden: true, hidden_at: expect.any(String), _links: { hidden_by: eraser() } },
    });
    expect((await client.patch(address, { hidden: false })).body).toMatchObject({ hidden: false, hidden_at: null });
    expect(await client.patch(address, { body: 'Otherwise' })).toMatchObject({
      status: 422,
      body: { errors: { body: ['invalid'] } },
    });
  });
});

describe('a file', () => {
  it.each([
    ['the message', async (path: string) => `${path}/message`],
    ['a reply that was said elsewhere', (path: string) => aReply(path)],
  ])('is added to %s, and erased', async (_, make) => {
    const path = await aCase();
    const address = await make(path);
    const made = await client.post(`${address}/attachments`, aFile);
    expect(made).toMatchObject({ status: 201, body: { file_name: 'order.csv', size: 4 } });
    const inside = `${address}/attachments/${made.body.id}`;
    expect((await client.get(inside)).body).toEqual(made.body);
    expect((await client.get(`${address}/attachments`)).body._embedded.entries).toEqual([made.body]);
    expect((await client.get(path)).body).toMatchObject({ active_attachments_count: 1 });
    expect((await client.delete(inside)).status).toBe(204);
    expect((await client.get(inside)).body).toMatchObject({
      erased_at: expect.any(String),
      _links: { erased_by: eraser() },
    });
  });

  it('is not added to what the desk itself has sent', async () => {
    const reply = await aReply(await aCase(), { status: 'pending' });
    expect((await client.post(`${reply}/attachments`, aFile)).status).toBe(409);
  });

  it('is sent with the draft that it was added to', async () => {
    const path = await aCase();
    const { body: draft } = await client.post(`${path}/replies`, { body: 'See there.' });
    const place = draft._links['attachments']!.href.slice('/api/v2'.length);
    const made = await client.post(place, aFile);
    const other = await client.post(place, { ...aFile, file_name: 'other.csv' });
    expect(made).toMatchObject({ status: 201, body: { file_name: 'order.csv', size: 4 } });
    expect((await client.get(below(made.body))).body).toEqual(made.body);
    const redirect = await client.api.fetch(`/api/v2${below(made.body)}/url`, { redirect: 'manual' });
    const loaded = await desk.anybody.fetch(new URL(redirect.headers.get('location')!).pathname);
    expect(await loaded.text()).toBe('a;b\n');
    expect((await client.delete(below(other.body))).status).toBe(204);
    expect((await client.get(place)).body._embedded.entries).toEqual([made.body]);
    const sent = await client.patch(`${path}/replies/draft`, { status: 'pending' });
    const { body } = await client.get(`${below(sent.body)}/attachments`);
    expect(body._embedded.entries).toMatchObject([{ file_name: 'order.csv' }]);
  });
});

it('stands below the id that another system gave the case as well', async () => {
  const path = await aCase({ external_id: 'crm/7 b' });
  await aReply(path);
  await client.post(`${path}/notes`, { body: 'Between us' });
  const named = `/cases/e-${encodeURIComponent('crm/7 b')}`;
  for (const child of [
    '',
    '/message',
    '/replies',
    '/notes',
    '/history',
    '/feed',
    '/labels',
    '/links',
    '/attachments',
  ]) {
    const [byNumber, byName] = [await client.get(`${path}${child}`), await client.get(`${named}${child}`)];
    const { _links: one, ...rest } = byNumber.body;
    const { _links: other, ...same } = byName.body;
    expect([child, byName.status, same]).toEqual([child, 200, rest]);
    if (one['next'] === undefined) expect(other).toEqual(one);
  }
  const note = await client.post(`${named}/notes`, { body: 'By name' });
  expect(note).toMatchObject({ status: 201, body: { _links: { case: { href: `/api/v2${path}` } } } });
  expect(await client.patch(named, { priority: 8 })).toMatchObject({ status: 200, body: { priority: 8 } });
  expect((await client.get('/cases/e-nobody/replies')).status).toBe(404);
});

describe('a preview of macros', () => {
  async function aMacro(values: Record<string, string>): Promise<Resource> {
    const { body: macro } = await client.post('/macros', { name: `Macro ${crypto.randomUUID()}` });
    const { body: rows } = await client.get(`${below(macro)}/actions`);
    for (const row of rows._embedded.entries) {
      const value = values[String(row['type'])];
      if (value !== undefined) await client.patch(below(row), { value, enabled: true });
    }
    return macro;
  }

  it('shows the case and the reply as they would be, and keeps nothing', async () => {
    const path = await aCase({ priority: 4 });
    const raise = await aMacro({ 'set-case-priority': '9', 'set-case-quick-reply': 'Hello {{customer.first_name}}' });
    const close = await aMacro({ 'set-case-status': 'pending' });
    const before = (await client.get(path)).body;
    const link = before._links['macro_preview']!.href.slice('/api/v2'.length);
    const asked = { _links: { macros: [raise._links.self, close._links.self] } };
    const shown = await client.post(link, asked);
    expect(shown).toMatchObject({
      status: 200,
      body: {
        _links: { self: { href: `/api/v2${path}/macros/preview`, class: 'macro_response' } },
        _embedded: {
          case: { id: before.id, priority: 9, status: 'pending', _links: { self: before._links.self } },
          reply: { body: expect.stringContaining('Hello'), status: 'draft', to: 'ana@customer.example' },
        },
      },
    });
    expect((await client.get(path)).body).toEqual(before);
    expect((await client.get(`${path}/replies/draft`)).status).toBe(404);
  });

  it('has no reply where none is left, and knows no macro that is not there', async () => {
    const path = await aCase();
    const raise = await aMacro({ 'set-case-priority': '9' });
    const shown = await client.post(`${path}/macros/preview`, { _links: { macros: [raise._links.self] } });
    expect(shown.body._embedded['reply']).toBeNull();
    const nobody = { _links: { macros: [{ href: '/api/v2/macros/999999' }] } };
    expect((await client.post(`${path}/macros/preview`, nobody)).status).toBe(404);
    expect((await client.post(`${path}/macros/preview`, {})).status).toBe(422);
  });
});
