import { customFieldsApi, macrosApi, rulesApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient, type Resource } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
let agent: DeskClient;
beforeAll(async () => {
  desk = await startTestDesk();
  client = new DeskClient(desk.as(desk.administrator));
  agent = new DeskClient(desk.as(desk.agent));
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

const below = ({ _links: { self } }: Resource) => self.href.slice('/api/v2'.length);
const entries = async (path: string): Promise<Resource[]> => (await client.get(path)).body._embedded.entries;

describe('a label', () => {
  it('is created, found, moved, changed and deleted', async () => {
    const made = await client.post('/labels', {
      name: 'MyLabel',
      description: 'A Test Label',
      types: ['case', 'macro', 'opportunity'],
      active: true,
      color: 'blue',
      position: 1,
    });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'MyLabel', description: 'A Test Label', types: ['case', 'macro'], active: true, color: 'blue' },
    });
    await client.post('/labels', { name: 'Another label', position: 1 });
    const path = below(made.body);
    expect((await entries('/labels')).map(({ name }) => name).slice(0, 2)).toEqual(['Another label', 'MyLabel']);
    expect((await entries('/labels/search?name=mylab')).map(({ id }) => id)).toEqual([made.body.id]);
    expect((await entries('/labels?type=macro')).map(({ id }) => id)).toEqual([made.body.id]);

    const changed = await client.patch(path, { name: 'My label', enabled: false, color: 'green', position: 1 });
    expect(changed).toMatchObject({ status: 200, body: { name: 'My label', enabled: false, active: false } });
    expect((await entries('/labels'))[0]!.name).toBe('My label');
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.get(path)).status).toBe(404);
  });

  it('is refused without a name, with one that is taken, and in a colour that there is not', async () => {
    await client.post('/labels', { name: 'Taken' });
    expect((await client.post('/labels', {})).body.errors).toEqual({ name: ['blank'] });
    expect((await client.post('/labels', { name: 'Taken' })).body.errors).toEqual({ name: ['invalid'] });
    expect((await client.post('/labels', { name: 'New one', color: 'mauve' })).body.errors).toEqual({
      color: ['invalid'],
    });
    expect((await agent.patch('/labels/1', { name: 'x' })).status).toBe(403);
  });

  it('of a case is replaced or added', async () => {
    const message = { direction: 'in', from: 'ana@customer.example', body: 'Hello' };
    const { body } = await client.post('/cases', { subject: 'Hm', labels: ['First'], message });
    const path = below(body);
    const added = await client.patch(path, { labels: ['Second'], label_action: 'append' });
    expect(added.body.labels).toEqual(['First', 'Second']);
    expect((await entries(`${path}/labels`)).map(({ name }) => name)).toEqual(['First', 'Second']);
    const [, second] = added.body['label_ids'] as number[];
    const replaced = await client.patch(path, { label_ids: [second], label_action: 'replace' });
    expect(replaced.body.labels).toEqual(['Second']);
  });
});

describe('a macro', () => {
  async function aMacro(fields: object = {}): Promise<{ path: string; body: Resource }> {
    const { status, body } = await client.post('/macros', { name: 'Macro Macro', ...fields });
    expect(status).toBe(201);
    return { path: below(body), body };
  }
  async function rowOf(path: string, type: string): Promise<Resource> {
    return (await entries(`${path}/actions`)).find((row) => row['type'] === type)!;
  }
  const setRow = async (path: string, type: string, body: object) => client.patch(below(await rowOf(path, type)), body);

  it('is created, changed and deleted, and is everybody’s when a manager made it', async () => {
    const { path, body } = await aMacro({ description: 'On repeat', folders: ['Samples', 'Favorites'] });
    expect(body).toMatchObject({
      description: 'On repeat',
      enabled: true,
      folders: ['Samples', 'Favorites'],
      _links: { actions: { class: 'macro_action' } },
    });
    expect((await agent.get(path)).status).toBe(200);
    expect((await agent.patch(path, { name: 'Mine now' })).status).toBe(403);
    expect((await client.patch(path, { enabled: false, folders: ['Samples'] })).body).toMatchObject({
      enabled: false,
      folders: ['Samples'],
    });
    expect((await agent.get(path)).status).toBe(404);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.post('/macros', {})).body.errors).toEqual({ name: ['blank'] });
    const own = await agent.post('/macros', { name: 'My own' });
    expect((await client.get(below(own.body))).status).toBe(404);
    expect((await agent.get(`/users/current/macros`)).body._embedded.entries.map(({ id }) => id)).toContain(
      own.body.id,
    );
  });

  it('has a row for each type of action, the recorded ones first, off and empty until they are set', async () => {
    const { path } = await aMacro();
    const rows = await entries(`${path}/actions`);
    expect(rows.slice(0, 8).map(({ type, value, enabled }) => [type, value, enabled])).toEqual(
      [
        'set-case-description',
        'set-case-priority',
        'set-case-status',
        'set-case-group',
        'set-case-user',
        'set-case-quick-reply',
        'append-case-article',
        'set-case-outbound-email-subject',
      ].map((type) => [type, '', false]),
    );
    expect(rows[0]!._links['macro']).toEqual({ href: `/api/v2${path}`, class: 'macro' });
    expect((await client.delete(below(rows[0]!))).status).toBe(405);
  });

  it('does what its rows say, and shows it in the console', async () => {
    const { path, body } = await aMacro();
    expect(await setRow(path, 'set-case-priority', { value: '10', enabled: true })).toMatchObject({
      status: 200,
      body: { type: 'set-case-priority', value: '10', enabled: true },
    });
    await setRow(path, 'set-case-quick-reply', { value: '<p>Hello</p>' });
    await setRow(path, 'set-case-outbound-email-subject', { value: 'Your order' });
    await setRow(path, 'set-case-user', { value: String(desk.agent.id) });
    await setRow(path, 'set-case-labels', { value: 'Spam,Ignore' });
    const params = { macroId: body.id };
    expect((await desk.as(desk.administrator).call(macrosApi.get, { params })).actions).toMatchObject([
      { type: 'set-priority', priority: 10 },
      { type: 'quick-reply', html: '<p>Hello</p>', subject: 'Your order' },
      { type: 'set-user', userId: desk.agent.id },
      { type: 'set-labels', labels: ['Spam', 'Ignore'] },
    ]);
    expect(await rowOf(path, 'set-case-labels')).toMatchObject({ value: 'Spam,Ignore', enabled: true });
    const off = await setRow(path, 'set-case-priority', { enabled: false });
    expect(off.body).toMatchObject({ value: '', enabled: false });
  });

  it('is refused values that mean nothing', async () => {
    const { path } = await aMacro();
    const invalid = { status: 422, body: { errors: { value: ['invalid'] } } };
    expect(await setRow(path, 'set-case-priority', { value: 'urgent' })).toMatchObject(invalid);
    expect(await setRow(path, 'set-case-status', { value: 'received' })).toMatchObject(invalid);
    expect(await setRow(path, 'set-case-user', { value: 999999 })).toMatchObject({ status: 422 });
    expect(await setRow(path, 'set-case-outbound-email-subject', { value: 'Alone' })).toMatchObject(invalid);
    expect((await setRow(path, 'set-case-status', { enabled: true })).body.errors).toEqual({ value: ['blank'] });
  });
});

describe('what the desk is set up with', () => {
  it('is told: fields, rules, brands, mailboxes, settings', async () => {
    const body = { owner: 'case' as const, label: 'Last Agent', type: 'list' as const, choices: ['Mia', 'Noa'] };
    const field = await desk.as(desk.administrator).call(customFieldsApi.create, { body });
    expect((await client.get(`/custom_fields/${field.id}`)).body).toMatchObject({
      name: 'last_agent',
      label: 'Last Agent',
      type: 'ticket',
      active: true,
      data: { type: 'list', choices: ['Mia', 'Noa'] },
    });
    await desk.sql.run(
      `INSERT INTO rules (type, name, conditions, actions, position, enabled)
       VALUES ('inbound', 'Assign to Support', '{"match":"all","conditions":[]}', '[]', 1, false)`,
    );
    expect(await entries('/rules')).toMatchObject([{ name: 'Assign to Support', description: null, enabled: false }]);
    expect((await agent.get('/rules')).status).toBe(403);
    const [brand] = await entries('/brands');
    expect((await client.get(below(brand!))).body).toEqual(brand);

    const [mailbox] = await entries('/mailboxes/inbound');
    expect(mailbox).toMatchObject({ enabled: true, _links: { self: { class: 'inbound_mailbox' } } });
    expect((await entries('/inbound_mailboxes'))[0]).toEqual(mailbox);
    expect(JSON.stringify(mailbox)).not.toContain('password');
    const { id, email } = mailbox as Resource & { email: string };
    expect((await client.get(`/mailboxes/outbound/${id}`)).body).toMatchObject({ from_email: email, enabled: true });

    await desk.sql.run("UPDATE site SET company_name = 'Cool Surfboard Co.'");
    expect((await entries('/site_settings')).map(({ name }) => name)).toContain('timezone');
    expect((await client.get('/site_settings/1')).body).toMatchObject({
      name: 'company_name',
      value: 'Cool Surfboard Co.',
    });
    expect((await client.get('/site')).body).toMatchObject({ id: 1, subdomain: expect.any(String) });
    expect((await client.get('/site/billing')).body).toMatchObject({ in_trial: false });
    expect(await entries('/site/languages')).toMatchObject([{ locale: 'en', default: true }]);
    expect((await client.post('/brands', { name: 'x' })).status).toBe(405);
  });

  it('names the rule that changed a case, as long as there is one', async () => {
    const conditions = { match: 'all' as const, conditions: [] };
    const actions = [{ type: 'set-priority' as const, priority: 9 }];
    const body = { name: 'Urgent first', type: 'case-created' as const, enabled: true, conditions, actions };
    const { id } = await desk.as(desk.administrator).call(rulesApi.create, { body });
    const message = { direction: 'in', from: 'kim@customer.example', body: 'Where is it?' };
    const { body: made } = await client.post('/cases', { subject: 'Hello', message });
    await desk.drain();
    const byRule = async () => (await entries(`${below(made)}/history`)).find(({ context }) => context === 'rule');
    expect((await byRule())?._links).toMatchObject({
      user: null,
      rule: { href: `/api/v2/rules/${id}`, class: 'rule' },
    });
    expect((await client.get(`/rules/${id}`)).body).toMatchObject({ name: 'Urgent first' });
    await desk.sql.run('DELETE FROM rules WHERE id = $1', [id]);
    expect((await byRule())?._links).toMatchObject({ rule: null });
  });
});
