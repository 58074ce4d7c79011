import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import type { Resource } from '../desk-client.fixture.ts';
import { basic, good, speak, type Heard } from './speak.fixture.ts';

/** As github.com/talbright/go-desk speaks (2014–16): Basic, JSON that says of itself nothing, ids and links echoed. */
let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
  good(await post('/companies', { name: 'Acme', domains: ['acme.example'] }), 201);
  const group = await desk.sql.row<{ id: number }>("INSERT INTO groups (name) VALUES ('Ninjas') RETURNING id");
  await desk.sql.run('INSERT INTO group_members (group_id, user_id) VALUES ($1, $2)', [group?.id, desk.agent.id]);
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

/** What Go's http package adds by itself, and nothing of types. */
const headers = () => ({
  authorization: basic(desk.administrator),
  'user-agent': 'Go-http-client/1.1',
  'accept-encoding': 'identity',
});

async function get(path: string): Promise<Heard> {
  for (;;) {
    const heard = await speak(desk, { path, headers: headers() });
    if (heard.status !== 429) return heard;
    // It sleeps for as long as it is told to.
    desk.clock.advance(Number(heard.headers['x-rate-limit-reset']) * 1000);
  }
}
const post = (path: string, body: object) =>
  speak(desk, { method: 'POST', path, headers: headers(), body: JSON.stringify(body) });
const patch = (path: string, body: object) =>
  speak(desk, { method: 'PATCH', path, headers: headers(), body: JSON.stringify(body) });
const remove = (path: string) => speak(desk, { method: 'DELETE', path, headers: headers() });

const message = {
  direction: 'in',
  status: 'received',
  to: 'support@larkspur.example',
  from: 'someone-else@acme.example',
  subject: 'My email subject',
  body: 'Please assist me with this case',
};

async function aCase(): Promise<Resource> {
  const customer = good(
    await post('/customers', {
      first_name: 'James',
      last_name: 'Dean',
      emails: [{ type: 'home', value: `${crypto.randomUUID()}@acme.example` }],
    }),
    201,
  );
  const made = await post('/cases', {
    type: 'email',
    subject: 'My email subject',
    priority: 4,
    status: 'received',
    labels: ['Spam'],
    locked_until: null,
    _links: { customer: { href: customer._links.self.href, class: 'customer' } },
    message,
  });
  return good(made, 201);
}

const idOf = ({ id }: Resource) => {
  expect(id).toBeTypeOf('number');
  return id;
};

describe('go-desk', () => {
  it('creates a case as received, changes it with everything that it read, and deletes it', async () => {
    const made = await aCase();
    expect(made).toMatchObject({ status: 'new', locked_until: null, subject: 'My email subject' });
    const path = `/cases/${idOf(made)}`;
    const changed = { id: made.id, subject: 'Updated', locked_until: null, _links: { self: made._links.self } };
    expect(good(await patch(path, changed))).toMatchObject({ id: made.id, subject: 'Updated' });
    expect(good(await get(path)).subject).toBe('Updated');
    good(await remove(path), 204);
    expect((await get(path)).status).toBe(404);
  });

  it('finds a case with everything around it', async () => {
    const made = await aCase();
    const path = `/cases/${made.id}`;
    good(await post(`${path}/replies`, { body: 'some body', direction: 'out', status: 'pending' }), 201);
    const supportCase = good(await get(path));
    expect(supportCase.subject).not.toBe('');
    expect(supportCase['blurb']).not.toBe('');
    expect(good(await get(`${path}/message`))['body']).not.toBe('');
    const sorted = 'sort_field=created_at&sort_direction=asc';
    for (const list of ['replies', 'history', 'labels', 'feed']) {
      const page = good(await get(`${path}/${list}${list === 'labels' ? '' : `?${sorted}`}`));
      expect([list, page.total_entries > 0]).toEqual([list, true]);
      for (const entry of page._embedded.entries) {
        expect(entry._links.self.class).toBeTypeOf('string');
        expect(Object.values(entry._links).filter((link) => Array.isArray(link))).toEqual([]);
      }
    }
    const found = good(await get(`/cases/search?status=open,new&${sorted}`));
    expect(found.total_entries).toBeGreaterThan(0);
  });

  it('begins a draft with the id -1, writes on in it, and sends it', async () => {
    const path = `/cases/${(await aCase()).id}`;
    const draft = good(await post(`${path}/replies/draft`, { id: -1, body: 'some body' }), 201);
    const place = `${path}/replies/${idOf(draft)}`;
    expect(draft).toMatchObject({ status: 'draft', subject: 'Re: My email subject' });
    const updated = { id: draft.id, body: 'some other body', _links: { self: draft._links.self } };
    expect(good(await patch(`${path}/replies/draft`, updated))).toMatchObject({
      id: draft.id,
      body: 'some other body',
    });
    expect(good(await get(place))['body']).toBe('some other body');
  });

  it('replies, and deletes what it wrote', async () => {
    const path = `/cases/${(await aCase()).id}`;
    const reply = good(await post(`${path}/replies`, { body: 'some body', direction: 'out' }), 201);
    good(await remove(`${path}/replies/${idOf(reply)}`), 204);
    const note = good(await post(`${path}/notes`, { body: 'some body' }), 201);
    const edited = { id: note.id, body: 'updated the body', _links: { self: note._links.self } };
    expect(good(await patch(`${path}/notes/${idOf(note)}`, edited))['body']).toBe('updated the body');
    good(await remove(`${path}/notes/${note.id}`), 204);
    good(await remove(`${path}/message`), 204);
  });

  it('adds a file of which it wants the size as a number, and forwards a case', async () => {
    const path = `/cases/${(await aCase()).id}`;
    const file = { file_name: 'awesome_pic.png', content_type: 'image/png', content: 'SGVsbG8=' };
    expect(good(await post(`${path}/attachments`, file), 201)['size']).toBe(5);
    expect([200, 201]).toContain((await post(`${path}/forward`, { to: 'x@y.example', note_text: 'Look.' })).status);
  });

  it('reads customers, companies, users and groups in their order', async () => {
    const sorted = 'sort_field=created_at&sort_direction=asc';
    for (const path of ['/customers', '/companies', '/users', '/groups']) {
      const page = good(await get(`${path}?${sorted}&per_page=10`));
      expect([path, page._embedded.entries.length > 0, page._links.self.class]).toEqual([path, true, 'page']);
    }
    const [group] = good(await get('/groups'))._embedded.entries;
    expect(good(await get(`/groups/${group?.id}/users`)).total_entries).toBeGreaterThan(0);
    const { id } = good(await post('/customers', { first_name: 'Max', custom_fields: {} }), 201);
    expect(good(await get(`/customers/search?max_id=${id}&first_name=Max`)).total_entries).toBe(1);
    const updated = {
      id,
      first_name: 'Maxine',
      _links: { self: { href: `/api/v2/customers/${id}`, class: 'customer' } },
    };
    expect(good(await patch(`/customers/${id}`, updated))).toMatchObject({ first_name: 'Maxine' });
  });

  it('asks ten times more at once than it may, sleeps when it is told to, and gets everything', async () => {
    const remaining = Number((await get('/users')).headers['x-rate-limit-remaining']);
    const answers = await Promise.all(Array.from({ length: remaining + 10 }, () => get('/users')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers).toHaveLength(remaining + 10);
  });
});
