import { groupsApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient, type Link, type Resource } from '../desk-client.fixture.ts';
import { DESK_ROUTES } from '../desk-routes.ts';

let desk: TestDesk;
let client: DeskClient;
beforeAll(async () => {
  desk = await startTestDesk();
  client = new DeskClient(desk.as(desk.administrator));
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

const opening = {
  type: 'email',
  subject: 'Creating a case via the API',
  priority: 5,
  status: 'open',
  labels: ['Spam', 'Ignore'],
  language: 'fr',
  message: {
    direction: 'in',
    status: 'received',
    to: 'support@larkspur.example',
    from: 'Ana Flores <ana@customer.example>',
    cc: null,
    bcc: null,
    subject: 'Please help',
    body: 'Help me with my issue!',
  },
};

async function aCase(fields: object = {}): Promise<Resource & { path: string }> {
  const answer = await client.post('/cases', { ...opening, ...fields });
  expect(answer.status).toBe(201);
  return { ...answer.body, path: answer.body._links.self.href.slice('/api/v2'.length) };
}

const below = ({ _links: { self } }: Resource) => self.href.slice('/api/v2'.length);

describe('a case', () => {
  it('is created with its message, its labels and its customer, and read back as it was answered', async () => {
    const made = await client.post('/cases', opening);
    expect(made).toMatchObject({
      status: 201,
      body: {
        subject: 'Creating a case via the API',
        priority: 5,
        status: 'open',
        type: 'email',
        labels: ['Spam', 'Ignore'],
        language: 'fr',
        blurb: 'Help me with my issue!',
        description: null,
        locked_until: null,
        active_notes_count: 0,
        has_pending_interactions: false,
        _links: {
          message: { class: 'email' },
          assigned_user: null,
          replies: { class: 'reply', count: 0 },
          notes: { class: 'note', count: 0 },
        },
      },
    });
    expect(made.body.opened_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const { href } = made.body._links.self;
    expect(made.headers.get('location')).toContain(href);
    expect((await client.get(href.slice(7))).body).toEqual(made.body);

    const customer = await client.get(made.body._links.customer.href.slice(7));
    expect(customer.body).toMatchObject({ display_name: 'Ana Flores', emails: [{ value: 'ana@customer.example' }] });
  });

  it('is new when a client says that it was received', async () => {
    expect((await aCase({ status: 'received' })).status).toBe('new');
  });

  it('is back-dated, and known by the id that another system gave it', async () => {
    await aCase({ external_id: 'old-10', created_at: '2012-05-01T21:38:48Z' });
    expect((await client.get('/cases/e-old-10')).body).toMatchObject({
      external_id: 'old-10',
      created_at: '2012-05-01T21:38:48Z',
    });
    const again = await client.post('/cases', { ...opening, external_id: 'old-10' });
    expect(again).toMatchObject({ status: 422, body: { errors: { external_id: ['invalid'] } } });
  });

  it('changes in what is named, links too, and stays otherwise', async () => {
    const { path } = await aCase({ labels: ['Spam'] });
    const { id: userId } = desk.agent;
    const group = await desk.as(desk.administrator).call(groupsApi.create, { body: { name: 'Support Ninjas' } });
    const user = { href: `/api/v2/users/${userId}`, class: 'user' };
    const answer = await client.patch(path, {
      id: 1,
      subject: 'Updated',
      status: 'pending',
      locked_until: null,
      labels: ['Test'],
      label_action: 'append',
      _links: {
        self: { href: '/api/v2/cases/1' },
        assigned_user: user,
        assigned_group: { href: `/api/v2/groups/${group.id}` },
      },
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        subject: 'Updated',
        status: 'pending',
        priority: 5,
        labels: ['Spam', 'Test'],
        _links: { assigned_user: user },
      },
    });

    const cleared = await client.patch(`${path}?embed=assigned_group`, {
      labels: ['Only'],
      _links: { assigned_user: null },
    });
    expect(cleared.body).toMatchObject({ labels: ['Only'], _links: { assigned_user: null } });
    expect(cleared.body._embedded.assigned_group).toMatchObject({ name: 'Support Ninjas' });
  });

  it('keeps its tag and its times when a change changes nothing', async () => {
    const { path } = await aCase();
    const first = await client.patch(path, { priority: 7 });
    const second = await client.patch(path, { priority: 7 });
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect((await client.patch(path, {})).body).toEqual(first.body);
  });

  it('is not changed when it is in the trash, is not there, or is not seen by whoever asks', async () => {
    const stranger = new DeskClient(desk.as(await desk.aUser({ role: 'flex-agent' })));
    await desk.sql.run("UPDATE roles SET case_scope = 'assigned' WHERE key = 'flex-agent'");
    const [seen, gone] = [await aCase(), await aCase()];
    expect((await client.delete(gone.path)).status).toBe(204);
    const wishes = [{}, { subject: 'Mine' }, { reply: { body: 'Mine' } }, { locked_until: '2036-01-01T00:00:00Z' }];
    for (const body of wishes) {
      for (const [asker, path] of [
        [client, gone.path],
        [client, '/cases/999999'],
        [stranger, seen.path],
      ] as const) {
        expect([path, body, (await asker.patch(path, body)).status]).toEqual([path, body, 404]);
      }
    }
    expect((await client.get(seen.path)).body).toMatchObject({ subject: opening.subject, locked_until: null });
    const left = 'SELECT subject, locked_until AS until FROM cases WHERE id = $1';
    expect(await desk.sql.row(left, [gone.id])).toEqual({ subject: opening.subject, until: null });
  });

  it('is refused a status that there is not, and a user who does not work here', async () => {
    const { path } = await aCase();
    expect(await client.patch(path, { status: 'received' })).toMatchObject({
      status: 422,
      body: { errors: { status: ['invalid'] } },
    });
    expect(await client.patch(path, { _links: { assigned_user: { href: '/api/v2/users/999999' } } })).toMatchObject({
      status: 422,
      body: { errors: { _links: { assigned_user: ['invalid'] } } },
    });
  });

  it.each([
    ['assigned_user', { href: '/api/v2/groups/1', class: 'group' }],
    ['assigned_group', '/api/v2/groups/1'],
    ['customer', { href: 'https://elsewhere.example/1' }],
  ])('is refused a link of %s that leads elsewhere, with all that was wished besides', async (name, link) => {
    const { path } = await aCase({ priority: 3 });
    expect(await client.patch(path, { priority: 9, _links: { [name]: link } })).toMatchObject({
      status: 422,
      body: { errors: { _links: { [name]: ['invalid'] } } },
    });
    expect((await client.get(path)).body).toMatchObject({ priority: 3 });
  });

  it('takes links without members as PHP writes them, and says no to what is no link', async () => {
    const { path } = await aCase();
    expect((await client.patch(path, { priority: 9, _links: [] })).status).toBe(200);
    expect((await client.patch(path, { priority: 8, _links: { assigned_user: [] } })).status).toBe(200);
    const refused = await client.patch(path, { priority: 7, _links: 'none' });
    expect(refused).toMatchObject({ status: 422, body: { errors: { _links: ['invalid'] } } });
  });

  it('hides a reply however the client writes yes, and sends nothing where it cannot tell', async () => {
    const { path } = await aCase({ type: 'phone' });
    const said = (hidden: unknown) => client.post(`${path}/replies`, { body: 'Between us', hidden });
    for (const yes of [true, 'true', 1, '1']) expect((await said(yes)).body['hidden']).toBe(true);
    expect(await said('yes')).toMatchObject({ status: 422, body: { errors: { hidden: ['invalid'] } } });
  });

  it('is found by its parts, and only by those who may see it', async () => {
    const { id } = await aCase({ subject: 'A kettle whistles', labels: ['Kettle'], priority: 9 });
    await desk.drain();
    for (const query of [
      'subject=kettle',
      'q=whistles',
      'labels=Kettle,Other',
      'priority=9',
      `case_id=${id}`,
      'email=ana@customer.example&subject=kettle',
      'name=ana&subject=kettle',
      'status=open&labels=Kettle',
      'channels=email&labels=Kettle&created=today',
      'labels=Kettle&since_updated_at=0&max_created_at=9999999999',
    ]) {
      const { status, body } = await client.get(`/cases/search?${query}`);
      expect([query, status, body._embedded?.entries.map((found) => found.id)]).toEqual([query, 200, [id]]);
    }
    const { body } = await client.get('/cases/search?subject=kettle+teapot');
    expect(body).toMatchObject({ total_entries: 0, _embedded: { entries: [] } });
  });

  it('of a customer is opened and listed there', async () => {
    const { _links: links } = await aCase();
    const path = `${links.customer.href.slice(7)}/cases`;
    const { message } = opening;
    const made = await client.post(path, {
      type: 'phone',
      subject: 'By telephone',
      message: { direction: 'in', body: message.body },
    });
    expect(made).toMatchObject({ status: 201, body: { type: 'phone', _links: { customer: links.customer } } });
    const { body } = await client.get(`${path}?sort_field=id&sort_direction=desc`);
    expect(body._embedded.entries[0]!.id).toBe(made.body.id);
    expect((await client.get('/customers/999999/cases')).status).toBe(404);
  });
});

describe('what is said of a case', () => {
  it('begins with its message', async () => {
    const { path } = await aCase();
    expect((await client.get(`${path}/message`)).body).toMatchObject({
      body: 'Help me with my issue!',
      direction: 'in',
      status: 'received',
      from: '"Ana Flores" <ana@customer.example>',
      cc: null,
      _links: {
        self: { href: `/api/v2${path}/message`, class: 'email' },
        case: { href: `/api/v2${path}`, class: 'case' },
      },
    });
  });

  it('goes on with a reply that is sent, to whom the customer is', async () => {
    const { path } = await aCase();
    const reply = await client.post(`${path}/replies`, { body: 'My Reply', direction: 'out', status: 'pending' });
    expect(reply).toMatchObject({
      status: 201,
      body: {
        body: 'My Reply',
        direction: 'out',
        subject: 'Re: Creating a case via the API',
        to: '"Ana Flores" <ana@customer.example>',
        _links: {
          self: { class: 'email' },
          sent_by: { href: `/api/v2/users/${desk.administrator.id}`, class: 'user' },
        },
      },
    });
    const { body } = await client.get(`${path}/replies?sort_field=created_at&sort_direction=asc`);
    expect(body).toMatchObject({ total_entries: 1, _embedded: { entries: [{ id: reply.body.id }] } });
    expect((await client.get(reply.body._links.self.href.slice(7))).status).toBe(200);
    expect((await client.get(`${path}?embed=message,customer,customer,nothing`)).body._embedded).toMatchObject({
      message: { body: 'Help me with my issue!' },
      customer: { display_name: 'Ana Flores' },
    });
  });

  it('is written down as sent on the telephone, and comes in from a program', async () => {
    const { path } = await aCase({ type: 'phone' });
    const said = await client.post(`${path}/replies`, { body: 'I told her.' });
    expect(said).toMatchObject({ status: 201, body: { status: 'sent', _links: { self: { class: 'phone_call' } } } });
    const heard = await client.post(`${path}/replies`, { body: 'She called.', direction: 'in' });
    expect(heard).toMatchObject({ status: 201, body: { status: 'received', direction: 'in' } });
  });

  it('is refused when there is nothing in it', async () => {
    const { path } = await aCase();
    expect(await client.post(`${path}/replies`, { status: 'pending' })).toMatchObject({
      status: 422,
      body: { message: 'Validation Failed', errors: { body: ['blank'] } },
    });
  });

  it('includes notes, with who wrote them', async () => {
    const { path } = await aCase();
    const note = await client.post(`${path}/notes`, { body: 'Please assist me with this case', suppress_rules: true });
    expect(note).toMatchObject({
      status: 201,
      body: {
        body: 'Please assist me with this case',
        erased_at: null,
        _links: { user: { href: `/api/v2/users/${desk.administrator.id}` }, erased_by: null },
      },
    });
    expect((await client.get(`${path}/notes`)).body._embedded.entries).toEqual([note.body]);
    expect((await client.get(path)).body).toMatchObject({ active_notes_count: 1, _links: { notes: { count: 1 } } });
    const edited = await client.patch(below(note.body), { id: note.body.id, body: 'Please assist me, Mia' });
    expect(edited).toMatchObject({ status: 200, body: { id: note.body.id, body: 'Please assist me, Mia' } });
    const another = new DeskClient(desk.as(desk.agent));
    expect((await another.patch(below(note.body), { body: 'No' })).status).toBe(403);
    expect(await client.post(`${path}/notes`, {})).toMatchObject({
      status: 422,
      body: { errors: { body: ['blank'] } },
    });
  });

  it('stands in a history of who changed what', async () => {
    const { path } = await aCase({ priority: 4 });
    await client.patch(path, { priority: 8 });
    const { body } = await client.get(`${path}/history?sort_direction=desc`);
    expect(body._embedded.entries[0]).toMatchObject({
      context: 'user',
      changes: [{ field: 'priority', from: 4, to: 8 }],
      _links: { user: { href: `/api/v2/users/${desk.administrator.id}` } },
    });
  });
});

describe('every link', () => {
  it('of every list leads somewhere', async () => {
    await aCase();
    const seen = new Set<string>();
    const broken: string[] = [];
    const walk = async (href: string): Promise<void> => {
      if (seen.has(href)) return;
      if (seen.add(href).size % 100 === 0) desk.clock.advance(60_000);
      const { status, body } = await client.get(href.slice(7));
      if (status !== 200) broken.push(`${status} ${href}`);
      const entries = body?._embedded?.entries?.slice(0, 2) ?? [];
      for (const links of [body, ...entries].map((resource) => resource?._links ?? {})) {
        for (const link of Object.values<Link | null>(links)) if (link) await walk(link.href);
      }
    };
    const { body: topic } = await client.post('/topics', { name: 'Orders' });
    await client.post(`${below(topic)}/articles`, { subject: 'Where it is' });
    for (const { does, path } of DESK_ROUTES) if (does === 'list' && !path.includes(':')) await walk(`/api/v2${path}`);
    expect(broken).toEqual([]);
    expect(seen.size).toBeGreaterThan(20);
  });
});
