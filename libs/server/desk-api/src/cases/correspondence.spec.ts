import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
beforeAll(async () => {
  desk = await startTestDesk();
  client = new DeskClient(desk.as(desk.administrator));
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

async function aCase() {
  const message = { direction: 'in', from: 'Ana Flores <ana@customer.example>', body: 'Help me with my issue!' };
  const { body } = await client.post('/cases', { type: 'email', subject: 'Creating a case via the API', message });
  return { ...body, path: body._links.self.href.slice('/api/v2'.length) };
}

describe('a reply', () => {
  it('waits as a draft until somebody says that it is to be sent', async () => {
    const { path } = await aCase();
    expect((await client.get(`${path}/replies/draft`)).status).toBe(404);
    const draft = await client.post(`${path}/replies`, { body: 'Let me see.', direction: 'out' });
    const place = { href: `/api/v2${path}/replies/draft`, class: 'email' };
    expect(draft).toMatchObject({
      status: 201,
      body: {
        status: 'draft',
        body: 'Let me see.',
        subject: 'Re: Creating a case via the API',
        to: 'ana@customer.example',
        _links: { self: place, case: { class: 'case' } },
      },
    });
    const withDraft = (await client.get(`${path}?embed=draft`)).body;
    expect(withDraft._links['draft']).toEqual({ ...place, class: 'reply' });
    expect(withDraft._embedded['draft']).toEqual(draft.body);
    expect((await new DeskClient(desk.as(desk.agent)).get(`${path}/replies/draft`)).status).toBe(404);

    const changed = await client.patch(`${path}/replies/draft`, { id: -1, body: 'I have seen.', cc: 'bo@x.example' });
    expect(changed.body).toMatchObject({ status: 'draft', body: 'I have seen.', cc: 'bo@x.example' });
    const sent = await client.patch(`${path}/replies/draft`, { status: 'pending' });
    expect(sent).toMatchObject({ status: 200, body: { body: 'I have seen.', direction: 'out', cc: 'bo@x.example' } });
    expect((await client.get(sent.body._links.self.href.slice(7))).body.id).toBe(sent.body.id);
    expect((await client.get(path)).body._links['draft']).toBeNull();
  });

  it('begins as a draft to the customer, about the case', async () => {
    const { path } = await aCase();
    expect(await client.post(`${path}/replies/draft`, { id: -1 })).toMatchObject({
      status: 201,
      body: { status: 'draft', body: '', subject: 'Re: Creating a case via the API', to: 'ana@customer.example' },
    });
  });
});

describe('a case', () => {
  it('goes to somebody else, with a word above it', async () => {
    const { path } = await aCase();
    const sent = await client.post(`${path}/forward`, { to: 'lab@supplier.example', note_text: 'Can you help?' });
    expect(sent).toMatchObject({ status: 201, body: { direction: 'out', to: 'lab@supplier.example' } });
    expect(sent.body['body']).toMatch(/^Can you help\?[\s\S]*Help me with my issue!/);
    expect((await client.post(`${path}/forward`, { note_text: 'To whom?' })).body).toMatchObject({
      errors: { to: ['blank'] },
    });
  });

  it('is tied to pages and to other cases', async () => {
    const [one, other] = [await aCase(), await aCase()];
    const page = { url: 'https://tracker.example/7', title: 'Bug 7' };
    const made = await client.post(`${one.path}/links`, page);
    expect(made).toMatchObject({ status: 201, body: { ...page, _links: { self: { class: 'case_link' } } } });
    expect((await client.get(made.body._links.self.href.slice(7))).body).toEqual(made.body);
    const tied = await client.post(`${one.path}/links`, { _links: { linked_case: other._links.self } });
    expect(tied.body._links['linked_case']).toMatchObject(other._links.self);
    expect((await client.get(`${other.path}/links`)).body._embedded.entries).toEqual([tied.body]);
    expect((await client.get(`${one.path}/links`)).body.total_entries).toBe(2);
    expect((await client.post(`${one.path}/links`, { url: 'javascript:alert(1)' })).status).toBe(422);
  });
});
