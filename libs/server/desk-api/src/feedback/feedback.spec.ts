import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
beforeAll(async () => {
  desk = await startTestDesk();
  client = new DeskClient(desk.as(desk.administrator));
});
afterAll(() => closeDesk(desk));

it('lists what customers said, of all cases and of one, and who had the case', async () => {
  const message = { direction: 'in', from: 'Ana Flores <ana@customer.example>', body: 'Where is it?' };
  const made = await client.post('/cases', { subject: 'Told', message });
  const path = made.body._links.self.href.slice(7);
  expect(made.body._links['feedbacks']).toBeNull();
  await desk.sql.run(
    `INSERT INTO feedback (case_id, resolution, rating, rating_type, comment, submitted_at, assignee_id)
     VALUES ($1, 1, 3, 'four_star', 'Quick!', '2026-01-02T03:04:05Z', $2)`,
    [made.body.id, desk.agent.id],
  );

  const { body } = await client.get('/feedbacks?since_created_at=0');
  const [feedback] = body._embedded.entries;
  expect(feedback).toMatchObject({
    rating: 3,
    rating_type: 'four_star',
    additional_feedback: 'Quick!',
    created_at: '2026-01-02T03:04:05Z',
    _links: {
      self: { class: 'feedback' },
      case: { href: `/api/v2${path}`, class: 'case' },
      user: { href: `/api/v2/users/${desk.agent.id}`, class: 'user' },
    },
  });
  expect((await client.get(feedback!._links.self.href.slice(7))).body).toEqual(feedback);
  const link = (await client.get(path)).body._links['feedbacks'];
  expect(link).toEqual({ href: `/api/v2${path}/feedbacks`, class: 'feedback' });
  expect((await client.get(`${path}/feedbacks`)).body._embedded.entries).toEqual([feedback]);
  expect((await client.get(`/feedbacks?user_id=${desk.administrator.id}`)).body.total_entries).toBe(0);
});
