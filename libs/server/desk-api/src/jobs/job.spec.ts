import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aRestrictedPerson } from '../../../../../test/security/matrix/personas.ts';
import { DeskClient } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
let caseIds: number[];
beforeAll(async () => {
  desk = await startTestDesk();
  client = new DeskClient(desk.as(desk.administrator));
  caseIds = [];
  for (const name of ['ana', 'bea', 'cid']) {
    const message = { direction: 'in', from: `${name}@customer.example`, body: 'Where is it?' };
    caseIds.push((await client.post('/cases', { subject: `Order of ${name}`, message })).body.id);
  }
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

describe('a job', () => {
  it('changes many cases, and says how far it is', async () => {
    const made = await client.post('/jobs', {
      type: 'bulk_case_update',
      case: { priority: 9, labels: ['Many'], label_action: 'append' },
      case_ids: [...caseIds, 999_999],
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        type: 'bulk_case_update',
        status_message: 'Queued',
        progress: 0,
        completed_at: null,
        _links: { self: { class: 'job' }, user: { href: `/api/v2/users/${desk.administrator.id}`, class: 'user' } },
      },
    });
    await desk.drain();
    const path = made.body._links.self.href.slice(7);
    expect((await client.get(path)).body).toMatchObject({
      status_message: 'Completed',
      progress: 100,
      last_error: '1 of the cases stayed as they were.',
      completed_at: expect.stringMatching(/Z$/),
    });
    expect((await client.get(`/cases/${caseIds[0]}`)).body).toMatchObject({ priority: 9, labels: ['Many'] });
    expect((await client.get('/jobs')).body._embedded.entries.map(({ id }) => id)).toEqual([made.body.id]);
  });

  it('merges customers', async () => {
    const customers = await Promise.all(
      caseIds.map(async (id) => (await client.get(`/cases/${id}?embed=customer`)).body._embedded.customer),
    );
    const [winner, ...others] = customers.map(({ id }) => id);
    const made = await client.post('/jobs', { type: 'customer_merge', customer_id: winner, customer_ids: others });
    expect(made).toMatchObject({ status: 201, body: { type: 'customer_merge', progress: 100, last_error: null } });
    expect((await client.get(`/customers/${winner}/cases`)).body.total_entries).toBe(3);
    expect((await client.get(`/customers/${others[0]}`)).status).toBe(404);
  });

  it('is refused where it says too little, or is asked of by somebody who may not', async () => {
    const refused = async (body: object) => (await client.post('/jobs', body)).body;
    expect(await refused({ type: 'tidy_up' })).toMatchObject({ errors: { type: ['invalid'] } });
    expect(await refused({ type: 'bulk_case_update', case: { priority: 1 } })).toMatchObject({
      errors: { case_ids: ['blank'] },
    });
    expect(await refused({ type: 'bulk_case_update', case_ids: [1] })).toMatchObject({ errors: { case: ['blank'] } });
    const wrong = { priority: 11, _links: { assigned_user: { href: '/api/v2/users/999999' } } };
    expect(await refused({ type: 'bulk_case_update', case_ids: [1], case: wrong })).toMatchObject({
      errors: { case: { priority: ['invalid'] } },
    });
    expect(await refused({ type: 'customer_merge', customer_id: 1 })).toMatchObject({
      errors: { customer_ids: ['blank'] },
    });
    const permissions = ['cases:view' as const, 'cases:update' as const, 'customers:view' as const];
    const person = new DeskClient(desk.as(await aRestrictedPerson(desk, { permissions, scope: 'assigned' })));
    const bulk = { type: 'bulk_case_update', case: { priority: 1 }, case_ids: caseIds };
    expect((await person.post('/jobs', bulk)).status).toBe(403);
    expect((await person.post('/jobs', { type: 'customer_merge', customer_id: 1, customer_ids: [2] })).status).toBe(
      403,
    );
    expect((await person.get('/jobs')).body.total_entries).toBe(0);
  });
});
