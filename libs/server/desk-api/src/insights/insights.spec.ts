import { casesApi, customFieldsApi, groupsApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient } from '../desk-client.fixture.ts';

interface Report {
  metrics: { id: number; name: string; unit: string }[];
  dimensions: { name: string; total_entries?: number; values: { id: string; name: string }[] }[];
  rows: Record<string, unknown>[];
}

let desk: TestDesk;
let client: DeskClient;
let groupId: number;
beforeAll(async () => {
  desk = await startTestDesk();
  const admin = desk.as(desk.administrator);
  client = new DeskClient(admin);
  ({ id: groupId } = await admin.call(groupsApi.create, { body: { name: 'Second line' } }));
  await admin.call(customFieldsApi.create, { body: { owner: 'case', label: 'Level', type: 'text', choices: [] } });
  const open = (fields: object) =>
    admin.call(casesApi.open, {
      body: { subject: 'Stuck', text: 'It is stuck.', customer: { address: 'kim@customer.example' }, ...fields },
    });
  await open({ groupId, customFields: { level: 'vip' } });
  await open({ groupId: null, channel: 'phone' });
  await open({ groupId, channel: 'phone' });
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

const report = async (body: object, path = '/insights/reports') => {
  const answer = await client.post(path, body);
  return { ...answer, body: answer.body as unknown as Report & { errors: unknown } };
};

it('says which metrics, dimensions and resolutions there are, the fields of the desk among them', async () => {
  const { body } = await client.get('/insights/meta');
  expect(body).toMatchObject({ resolutions: ['hours', 'days', 'weeks', 'months'], time_zone: 'UTC' });
  expect(body['metrics']).toContainEqual({
    id: 1,
    name: 'cases_created',
    unit: 'cases',
    description: 'Cases that were opened.',
  });
  expect(body['dimensions']).toContainEqual({ name: 'custom_level', label: 'Level' });
  expect((await client.get('/insights3/meta')).body).toEqual(body);
});

it('counts as clients ask: numbers or names, digits or numbers, lists or commas', async () => {
  const now = Math.ceil(desk.clock.now().getTime() / 1000) + 60;
  const asked = { resolution: 'months', min_date: String(now - 86_400), max_date: now, metrics: '1,cases_resolved' };
  const { status, body } = await report({ ...asked, dimension1_name: 'group', dimension2_name: 'channel' });
  expect(status).toBe(200);
  expect(body.metrics).toEqual([
    { id: 1, name: 'cases_created', unit: 'cases' },
    { id: 2, name: 'cases_resolved', unit: 'cases' },
  ]);
  expect(body.dimensions).toMatchObject([
    { name: 'group', total_entries: 2, page: 1, per_page: 50 },
    { name: 'channel' },
  ]);
  const group = { id: String(groupId), name: 'Second line' };
  expect(body.rows).toContainEqual({
    time: expect.any(Number),
    date: expect.stringMatching(/^\d{4}-\d\d-01$/),
    dimension1: group,
    dimension2: { id: 'phone', name: 'phone' },
    cases_created: 1,
    cases_resolved: 0,
  });
  expect(body.rows).toHaveLength(3);
  const some = await report({ ...asked, dimension1_name: 'group', dimension1_values: 'Second line', metrics: [1] });
  expect(some.body.rows).toMatchObject([{ dimension1: group, cases_created: 2 }]);
  const level = await report(
    { dimension1_name: 'custom_level', dimension1_values: ['vip'], max_date: now },
    '/insights3/reports',
  );
  expect(level.body.rows).toMatchObject([{ time: null, dimension1: { id: 'vip' }, cases_created: 1 }]);
});

it('refuses what it does not know by the names of clients', async () => {
  const wrong = {
    resolution: 'years',
    min_date: 'yesterday',
    metrics: 'handle_time',
    dimension1_name: 'weather',
    sort_order: 'up',
    dimension1_page: 0,
  };
  const { status, body } = await report(wrong);
  expect(status).toBe(422);
  expect(Object.keys(body.errors as object).toSorted()).toEqual(Object.keys(wrong).toSorted());
  expect((await report({ min_date: 2_000, max_date: 1_000 })).body.errors).toEqual({ max_date: ['invalid'] });
});

it('counts for nobody more than what he sees', async () => {
  const person = await desk.aUser({ role: 'business-manager' });
  await desk.sql.run("UPDATE roles SET case_scope = 'assigned' FROM users u WHERE u.role_id = roles.id AND u.id = $1", [
    person.id,
  ]);
  const { body } = await new DeskClient(desk.as(person)).post('/insights/reports', { metrics: '1' });
  expect(body['rows']).toEqual([]);
  expect((await new DeskClient(desk.as(desk.agent)).post('/insights/reports', {})).status).toBe(403);
});
