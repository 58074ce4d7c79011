import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient, type Resource } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
let phonePath: string;
beforeAll(async () => {
  desk = await startTestDesk();
  client = new DeskClient(desk.as(desk.administrator));
  const message = { direction: 'in', from: 'Ana Flores <ana@customer.example>', body: 'Where is it?' };
  const { body: mail } = await client.post('/cases', { subject: 'By mail', message });
  const { body: call } = await client.post('/cases', { type: 'phone', subject: 'By telephone', message });
  phonePath = call._links.self.href.slice(7);
  await client.post(`${phonePath}/replies`, { body: 'I told her.' });
  for (const body of ['One', 'Two']) await client.post(`${mail._links.self.href.slice(7)}/notes`, { body });
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

describe('the stream of interactions', () => {
  it('is followed by its next link to the end, each of its own class', async () => {
    const seen: Resource[] = [];
    let next: string | undefined = '/api/v2/interactions?per_page=2';
    let last = await client.get(next.slice(7));
    while (last.status === 200) {
      seen.push(...last.body._embedded.entries);
      next = last.body._links.next.href;
      last = await client.get(next.slice(7));
    }
    expect(last).toMatchObject({
      status: 422,
      body: { message: 'no records found with id greater than since_id' },
    });
    expect(next).toBe(`/api/v2/interactions?since_id=${seen.at(-1)?.id}&per_page=2`);
    expect(seen.map(({ _links, body }) => [_links.self.class, body])).toEqual([
      ['email', 'Where is it?'],
      ['phone_call', 'Where is it?'],
      ['phone_call', 'I told her.'],
    ]);
    expect(seen[0]).toMatchObject({ subject: 'By mail', cc: null });
    expect(seen[0]).not.toHaveProperty('entered_at');
    expect(seen[1]).not.toHaveProperty('subject');
    expect(seen[1]!._links.self.href).toBe(`/api/v2${phonePath}/message`);
    expect(seen[2]!._links.self.href).toBe(`/api/v2${phonePath}/replies/${seen[2]!.id}`);
    expect((await client.get(seen[2]!._links.self.href.slice(7))).body.id).toBe(seen[2]!.id);
  });

  it('holds 100 at most, and understands where to begin', async () => {
    expect((await client.get('/interactions?per_page=900')).body._links.self.href).toContain('per_page=100');
    expect((await client.get('/interactions?since_id=x')).status).toBe(422);
  });
});

it('lists the notes of all cases, as deep as they go', async () => {
  const { body } = await client.get('/notes?per_page=1&page=2');
  expect(body).toMatchObject({ total_entries: 2, page: 2, _embedded: { entries: [{ body: 'Two' }] } });
  expect((await client.get('/notes?page=30000')).status).toBe(200);
  expect((await client.get('/notes?page=30001')).status).toBe(422);
});

it('tells a case from its beginning or from its end, notes among what was said', async () => {
  const { body: note } = await client.post(`${phonePath}/notes`, { body: 'She was glad.' });
  const { body } = await client.get(`${phonePath}/feed?sort_direction=desc&per_page=90`);
  expect(body._links.self.href).toContain('per_page=50');
  expect(body._embedded.entries.map(({ id, _links, body: said }) => [id, _links.self.class, said])).toEqual([
    [note.id, 'note', 'She was glad.'],
    [expect.any(Number), 'phone_call', 'I told her.'],
    [expect.any(Number), 'phone_call', 'Where is it?'],
  ]);
  const [noted] = body._embedded.entries;
  expect(noted!._links.self).toEqual(note._links.self);
  expect(noted).not.toHaveProperty('direction');
  for (const { _links } of body._embedded.entries)
    expect((await client.get(_links.self.href.slice(7))).status).toBe(200);
});
