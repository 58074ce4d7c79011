import { casesApi, notificationsApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
let cases: number[];
let sequence = 3;
beforeAll(async () => {
  desk = await startTestDesk();
  const customer = { address: 'ana@customer.example' };
  const opened = ['drips', 'hums', 'leaks'].map((word) =>
    desk
      .as(desk.agent)
      .call(casesApi.open, { body: { subject: `The grinder ${word}`, text: 'Please help.', customer } }),
  );
  cases = (await Promise.all(opened)).map(({ id }) => id);
  await desk.drain();
});
afterAll(() => closeDesk(desk));

/** All cases are given to somebody at the same moment. */
async function giveAllTo(person: Person): Promise<number[]> {
  const facts = cases.map((caseId) => ({
    ...{ caseId, sequence: sequence++, actor: { kind: 'system', id: null, name: 'Bureau' }, event: 'case.updated' },
    changes: [{ field: 'assigneeId', from: null, to: person.id }],
  }));
  const rows = await desk.sql.rows<{ id: number }>(
    "INSERT INTO outbox (name, payload) SELECT 'case.updated', fact FROM jsonb_array_elements($1) fact RETURNING id",
    [JSON.stringify(facts)],
  );
  return rows.map(({ id }) => id);
}

const newsOf = async (person: Person) => {
  const { items } = await desk.as(person).call(notificationsApi.list, { query: { unread: 'false' } });
  return items.map((item) => item.case.id).toSorted();
};

/** One line for each transaction in which those events were handled. */
const handled = (eventIds: number[], where = 'true') =>
  desk.sql.rows<{ at: string; count: number }>(
    `SELECT handled_at::text AS at, count(*)::int AS count FROM handled_events
     WHERE event_id = ANY ($1::bigint[]) AND ${where} GROUP BY handled_at`,
    [eventIds],
  );

describe('what happens to a case', () => {
  it('is not brought to those whom it does not concern, as it says itself', async () => {
    const [opened] = await desk.sql.rows<{ id: number }>("SELECT id FROM outbox WHERE name = 'case.opened' LIMIT 1");
    const eventId = opened?.id ?? 0;
    expect(await handled([eventId], "subscriber = 'rules-on-opened'")).toHaveLength(1);
    expect(await handled([eventId], "subscriber = 'acknowledge'")).toEqual([]);
  });
});

describe('what happens to many cases at once', () => {
  it('reaches everybody who reacts to it, once, in one transaction', async () => {
    const lea = await desk.aUser({ name: 'Lea' });
    const eventIds = await giveAllTo(lea);
    await desk.drain();

    expect(await newsOf(lea)).toEqual(cases.toSorted());
    expect(await handled(eventIds)).toHaveLength(1);
  });

  it('reaches all the others when one of them cannot be told of it, who is told later', async () => {
    const lea = await desk.aUser({ name: 'Lea' });
    const [poison = 0, ...others] = cases;
    await desk.sql.run(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'No room for this.'; END $$;
      CREATE TRIGGER poison BEFORE INSERT ON notifications FOR EACH ROW WHEN (NEW.case_id = ${poison}) EXECUTE FUNCTION refuse()`);
    const eventIds = await giveAllTo(lea);
    await desk.drain();
    expect(await newsOf(lea)).toEqual(others.toSorted());
    const [first = 0] = eventIds;
    expect(await handled([first], "subscriber = 'notify-of-assignment'")).toEqual([]);
    expect(await handled([first], "subscriber = 'rules-on-updated'")).toHaveLength(1);

    await desk.sql.run('DROP TRIGGER poison ON notifications');
    await vi.waitFor(async () => expect(await newsOf(lea)).toEqual(cases.toSorted()), { timeout: 20_000 });
  });
});
