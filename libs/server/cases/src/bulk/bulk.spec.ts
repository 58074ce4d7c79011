import { bulkApi, casesApi, type ChangeInBulk } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { RunBulkChange } from './run-bulk-change.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const agent = () => desk.as(desk.agent);
const read = (caseId: number) => agent().call(casesApi.get, { params: { caseId } });
const update = (caseId: number, body: NonNullable<ChangeInBulk['changes']>) =>
  agent().call(casesApi.update, { params: { caseId }, body });
const progress = (bulkId: number) => agent().call(bulkApi.get, { params: { bulkId } });
const skips = async (bulkId: number, undo = false) =>
  (await agent().call(bulkApi.skips, { params: { bulkId }, query: { undo: String(undo) } })).items;

/** Cases of a customer who waits, straight into the tables. */
async function cases(count: number): Promise<number[]> {
  const rows = await desk.sql.rows<{ id: number }>(
    `WITH someone AS (INSERT INTO customers (name) VALUES ('Ana') RETURNING id),
     opened AS (
       INSERT INTO cases (brand_id, customer_id, subject, status, sequence, waiting_since, inbound_count)
       SELECT $1, someone.id, 'The grinder ' || n, 'open', 1, now(), 1 FROM someone, generate_series(1, $2) n RETURNING id
     ), said AS (INSERT INTO messages (case_id, sequence, direction, text) SELECT id, 1, 'in', 'It is stuck.' FROM opened)
     SELECT id FROM opened ORDER BY id`,
    [desk.brandId, count],
  );
  return rows.map(({ id }) => id);
}

/** Changes cases at once, and waits until that is done. */
async function change(body: ChangeInBulk, who: Person = desk.agent) {
  const { id } = await desk.as(who).call(bulkApi.change, { body });
  await desk.drain();
  return progress(id);
}

async function undo(bulkId: number) {
  await agent().call(bulkApi.undo, { params: { bulkId } });
  await desk.drain();
  return progress(bulkId);
}

describe('a bulk change', () => {
  it('changes each case, tells each history, and says how far it is', async () => {
    const ids = await cases(3);

    const done = await change({ caseIds: ids, changes: { status: 'resolved', priority: 9, labels: ['swept'] } });

    expect(done).toMatchObject({ state: 'done', total: 3, done: 3, changed: 3, skipped: 0 });
    const first = await read(ids[0]!);
    expect(first).toMatchObject({ status: 'resolved', priority: 9, waitingSince: null, labels: [{ name: 'swept' }] });
    expect(first.resolvedAt).not.toBeNull();
    const { items } = await agent().call(casesApi.feed, { params: { caseId: ids[2]! } });
    expect(items.at(-1)).toMatchObject({
      event: 'case.updated',
      context: { bulkId: done.id },
      actor: { name: 'Mia Larsen' },
    });
  });

  it('leaves alone what it cannot change, and says why', async () => {
    const [closed, taken, fine] = await cases(3);
    await update(closed!, { status: 'closed' });
    await desk.sql.run(`UPDATE cases SET locked_by = $2, locked_until = 'infinity' WHERE id = $1`, [
      taken,
      desk.administrator.id,
    ]);

    const { id } = await change({ caseIds: [closed!, taken!, fine!, 987_654_321], changes: { priority: 1 } });

    expect(await skips(id)).toMatchObject([
      { caseId: closed, code: 'case.closed' },
      { caseId: taken, code: 'case.locked' },
      { caseId: 987_654_321, code: 'case.not-found', message: expect.stringContaining('no such case') },
    ]);
    expect(await read(fine!)).toMatchObject({ priority: 1 });
  });

  it('touches no case that its author may not see', async () => {
    const [mine, hidden] = await cases(2);
    const narrow = await desk.aUser({ name: 'Narrow' });
    await desk.sql.run(
      `WITH narrow AS (INSERT INTO roles (name, permissions, case_scope)
         SELECT 'Only assigned', permissions, 'assigned' FROM roles WHERE key = 'agent' RETURNING id)
       UPDATE users SET role_id = narrow.id FROM narrow WHERE users.id = $1`,
      [narrow.id],
    );
    await update(mine!, { assigneeId: narrow.id });

    const { id } = await desk
      .as(narrow)
      .call(bulkApi.change, { body: { caseIds: [mine!, hidden!], changes: { priority: 2 } } });
    await desk.drain();

    expect(await read(mine!)).toMatchObject({ priority: 2 });
    expect(await read(hidden!)).toMatchObject({ priority: 4 });
    expect((await desk.as(narrow).call(bulkApi.skips, { params: { bulkId: id } })).items).toMatchObject([
      { caseId: hidden, code: 'case.not-found' },
    ]);
  });

  it('is nobody’s business but its author’s, and of those who see every case', async () => {
    const { id } = await change({ caseIds: await cases(1), changes: { priority: 2 } }, desk.administrator);
    const narrow = await desk.aUser({ name: 'Narrow too' });
    await desk.sql.run(`UPDATE users SET role_id = (SELECT id FROM roles WHERE name = 'Only assigned') WHERE id = $1`, [
      narrow.id,
    ]);

    expect(await desk.as(narrow).refusal(bulkApi.get, { params: { bulkId: id } })).toEqual({
      status: 404,
      code: 'bulk.not-found',
    });
    expect(await desk.as(narrow).refusal(bulkApi.undo, { params: { bulkId: id } })).toMatchObject({ status: 404 });
  });

  it('changes what conditions find, when that is as much as its author has seen', async () => {
    const ids = await cases(2);
    for (const caseId of ids) await update(caseId, { priority: 10 });
    const conditions = { match: 'all' as const, conditions: [{ field: 'case.priority', operator: 'is', value: 10 }] };
    const body = { conditions, changes: { priority: 3 } } as unknown as ChangeInBulk;

    const stale = await agent().send(bulkApi.change, { body: { ...body, expectedCount: 5 } });
    expect(await stale.json()).toMatchObject({ code: 'bulk.count-changed', count: 2 });
    expect(await change({ ...body, expectedCount: 2 })).toMatchObject({ total: 2, changed: 2 });
    expect(await read(ids[1]!)).toMatchObject({ priority: 3 });
  });

  it('into the trash needs the right to delete', async () => {
    const ids = await cases(2);
    const body = { caseIds: ids, deleted: true };
    expect(await agent().refusal(bulkApi.change, { body })).toEqual({ status: 403, code: 'permission.denied' });

    const { id } = await change(body, desk.administrator);
    expect(await agent().refusal(casesApi.get, { params: { caseId: ids[0]! } })).toMatchObject({ status: 404 });
    await desk.as(desk.administrator).call(bulkApi.undo, { params: { bulkId: id } });
    await desk.drain();
    expect(await read(ids[0]!)).toMatchObject({ deletedAt: null });
  });

  it.each([
    [{ caseIds: [] }, 'caseIds'],
    [{ caseIds: [1] }, 'changes'],
    [{ caseIds: [1], changes: { externalId: 'X-1' } }, 'changes.externalId'],
    [{ caseIds: Array.from({ length: 10_001 }, (_, index) => index + 1), changes: { priority: 1 } }, 'caseIds'],
    [{ caseIds: [1], changes: { assigneeId: 987_654_321 } }, 'assigneeId'],
    [{ caseIds: ['1; DROP TABLE cases'], changes: { priority: 1 } }, 'caseIds.0'],
  ])('that makes no sense is refused naming the field (%#)', async (body, path) => {
    const response = await agent().send(bulkApi.change, { body });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ path })]),
    });
  });
});

describe('undoing a bulk change', () => {
  it('gives every case back what it had; the customer waits again', async () => {
    const ids = await cases(3);
    await update(ids[0]!, { labels: ['kept'] });
    const before = await Promise.all(ids.map(read));
    const { id } = await change({ caseIds: ids, changes: { status: 'closed', priority: 9, labels: ['swept'] } });

    expect(await undo(id)).toMatchObject({ state: 'undone', undone: 3, kept: 0 });

    for (const [index, caseId] of ids.entries()) {
      const { status, priority, labels, closedAt } = before[index]!;
      const after = await read(caseId);
      expect(after).toMatchObject({ status, priority, labels, closedAt });
      expect(after.waitingSince).not.toBeNull();
    }
  });

  it('keeps what was changed since, and takes that back too once it can', async () => {
    const [caseId] = await cases(1);
    const first = await change({ caseIds: [caseId!], changes: { priority: 9, status: 'pending' } });
    const second = await change({ caseIds: [caseId!], changes: { priority: 2 } });

    expect(await undo(first.id)).toMatchObject({ undone: 1, kept: 1 });
    expect(await skips(first.id, true)).toMatchObject([{ caseId, code: 'case.moved-on', fields: ['priority'] }]);
    expect(await read(caseId!)).toMatchObject({ status: 'open', priority: 2 });

    await undo(second.id);
    await undo(first.id);
    expect(await read(caseId!)).toMatchObject({ status: 'open', priority: 4 });
  });

  it('is refused while the change is under way', async () => {
    const ids = await cases(1);
    const { id } = await change({ caseIds: ids, changes: { priority: 9 } });
    await desk.sql.run("UPDATE bulk_changes SET state = 'running' WHERE id = $1", [id]);

    expect(await agent().refusal(bulkApi.undo, { params: { bulkId: id } })).toEqual({
      status: 409,
      code: 'bulk.running',
    });
    await desk.running.get(RunBulkChange).handle({ bulkId: id }, { signal: new AbortController().signal });
  });
});

describe('a worker of bulk changes', () => {
  it('goes on where another died, and does no case twice', async () => {
    const ids = await cases(1200);
    const { id } = await agent().call(bulkApi.change, { body: { caseIds: ids, changes: { priority: 7 } } });
    const { signal } = new AbortController();
    const run = desk.running.get(RunBulkChange);
    await Promise.all([run.handle({ bulkId: id }, { signal }), run.handle({ bulkId: id }, { signal })]);

    expect(await progress(id)).toMatchObject({ state: 'done', done: 1200, changed: 1200 });
    const row = await desk.sql.row<{ events: number; cases: number }>(
      `SELECT count(*) AS events, count(DISTINCT case_id) AS cases FROM case_events WHERE context @> $1`,
      [JSON.stringify({ bulkId: id })],
    );
    expect(row).toEqual({ events: 1200, cases: 1200 });
  });
});
