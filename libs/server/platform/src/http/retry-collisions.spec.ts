import { API } from '@bureau/contracts';
import { aDesk } from '../../../../../test/fixtures/desk.ts';
import { expect, it } from 'vitest';

it('carries a change out in spite of a deadlock with somebody else’s', async () => {
  const desk = await aDesk();
  const caller = desk.as(desk.agent);
  const opened = await caller.call(API.cases.open, {
    body: { subject: 'The grinder is stuck', text: 'It is.', customer: { address: 'ana@customer.example' } },
  });
  // The other writer holds what the change needs second, and then wants what it has first: one of the two must lose.
  await desk.sql.run(
    `CREATE FUNCTION wait_for_labels() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN PERFORM pg_advisory_xact_lock(77); RETURN NEW; END $$`,
  );
  await desk.sql.run(
    'CREATE TRIGGER slow BEFORE INSERT ON case_events FOR EACH ROW EXECUTE FUNCTION wait_for_labels()',
  );

  const other = desk.sql.transaction(async () => {
    await desk.sql.run('SELECT pg_advisory_xact_lock(77)');
    const change = caller.call(API.cases.update, { params: { caseId: opened.id }, body: { priority: 9 } });
    await waitUntilBlocked();
    const won = desk.sql.run('UPDATE cases SET priority = 2 WHERE id = $1', [opened.id]);
    return { change, won: await won.catch((error: unknown) => error) };
  });
  const outcome = await other.catch((error: unknown) => ({ change: undefined, won: error }));

  if (outcome.change) await outcome.change;
  const present = await caller.call(API.cases.get, { params: { caseId: opened.id } });
  expect(present.priority).toBe(9);

  async function waitUntilBlocked(): Promise<void> {
    for (;;) {
      const row = await desk.sql.row<{ blocked: boolean }>(
        "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted) AS blocked",
      );
      if (row?.blocked) return;
    }
  }
});
