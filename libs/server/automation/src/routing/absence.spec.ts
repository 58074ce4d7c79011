import {
  casesApi,
  filtersApi,
  preferencesApi,
  routingApi,
  type Absence,
  type Condition,
  type RoutingState,
  type WhenAway,
} from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../../../test/fixtures/api-client.ts';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, readCase } from '@bureau/cases/testing';
import { AvailableAgents } from './available-agents.queries.ts';
import { KeepRouting } from './keep-routing.ts';

let desk: TestDesk;
let admin: ApiClient;
let omar: Person;
let filterId: number;
let subject: string;
beforeAll(async () => {
  desk = await startTestDesk();
  admin = desk.as(desk.administrator);
});
afterAll(() => closeDesk(desk));
beforeEach(async () => {
  await desk.sql.run('DELETE FROM routing_offers');
  await desk.sql.run('DELETE FROM routing_agents');
  await desk.sql.run('UPDATE filters SET routes = false');
  await desk.sql.run(`UPDATE cases SET status = 'closed'`);
  // Nobody but those of whom a test tells takes cases.
  await desk.sql.run('UPDATE users SET available = false');
  await desk.sql.run('UPDATE users SET available = true WHERE id = $1', [desk.agent.id]);
  subject = `Queue ${crypto.randomUUID()}`;
  filterId = await aRoutedFilter(subject);
  omar = await desk.aUser({ name: 'Omar Haddad' });
  await whenAway('keep');
});

async function aRoutedFilter(name: string): Promise<number> {
  const conditions: Condition[] = [{ field: 'case.subject', operator: 'contains', value: name }];
  const all = { match: 'all' as const, conditions };
  const body = { name, conditions: all, visibility: { for: 'everyone' as const }, routes: true };
  return (await admin.call(filtersApi.create, { body })).id;
}

const whenAway = (choice: WhenAway) => admin.call(routingApi.changeSettings, { body: { whenAway: choice } });
const play = (person: Person) => desk.as(person).call(routingApi.play, { body: { filterId } });
const mine = (person: Person) => desk.as(person).call(routingApi.mine, {});
const accept = (person: Person, { offer }: RoutingState) =>
  desk.as(person).call(routingApi.accept, { params: { offerId: offer?.id ?? 0 } });
const leave = async (person: Person) => {
  await desk.as(person).call(preferencesApi.setAvailability, { body: { available: false } });
  await desk.drain();
};
const hour = (hours: number) => new Date(desk.clock.now().getTime() + hours * 3_600_000).toISOString();
const out = (standInId: number | null = null, [from, until] = [-1, 24]): Absence => ({
  from: hour(from),
  until: hour(until),
  standInId,
});
const setAbsence = (person: Person, absence: Absence | null) =>
  desk.as(person).call(routingApi.setAbsence, { body: { absence } });
const keep = async () => {
  await desk.running.get(KeepRouting).run();
  await desk.drain();
};
const inHandOf = async (person: Person) => (await mine(person)).load.find(({ channel }) => channel === 'email')?.inHand;

/** A case that somebody has in hand. */
async function inHand(person: Person): Promise<number> {
  const { id } = await aCase(desk, { subject });
  await accept(person, await play(person));
  return id;
}

describe('somebody who is away', () => {
  it('pauses, and gives back what he has in hand where the desk wants it so', async () => {
    const id = await inHand(omar);
    await whenAway('give-back');

    await leave(omar);

    expect(await mine(omar)).toMatchObject({ playing: false, pausedBy: 'away' });
    expect(await readCase(desk, id)).toMatchObject({ assignee: null, routeStatus: 'available', lock: null });
  });

  it('keeps it where the desk wants that', async () => {
    const id = await inHand(omar);
    await leave(omar);
    expect(await readCase(desk, id)).toMatchObject({ assignee: { id: omar.id } });
    expect(await inHandOf(omar)).toBe(1);
  });
});

describe('where cases of somebody who is away go to a colleague', () => {
  beforeEach(async () => void (await whenAway('reassign')));

  it('the least busy one gets each, and has it in hand', async () => {
    const ana = await desk.aUser({ name: 'Ana Lima' });
    await aCase(desk, { assigneeId: desk.agent.id, status: 'open' });
    const id = await inHand(omar);

    await leave(omar);

    expect(await readCase(desk, id)).toMatchObject({ assignee: { id: ana.id }, routeStatus: 'assigned', lock: null });
    expect(await inHandOf(ana)).toBe(1);
    expect(await inHandOf(omar)).toBe(0);
  });

  it('only colleagues of the case’s group do', async () => {
    const ana = await desk.aUser({ name: 'Ana Lima' });
    const id = await inHand(omar);
    await desk.sql.run(
      `WITH g AS (INSERT INTO groups (name) VALUES ($2) RETURNING id),
         busy AS (INSERT INTO group_members (group_id, user_id) SELECT g.id, $3 FROM g)
       UPDATE cases SET group_id = g.id FROM g WHERE cases.id = $1`,
      [id, subject.slice(0, 60), ana.id],
    );
    await leave(omar);
    expect(await readCase(desk, id)).toMatchObject({ assignee: { id: ana.id } });
  });

  it('nobody gets more than fits: with all hands full it goes back and is routed again', async () => {
    const params = { userId: desk.agent.id };
    await admin.call(routingApi.changeAgent, { params, body: { capacity: { email: 1 } } });
    const ids = [await inHand(omar)];
    await aCase(desk, { subject });
    const next = await desk.as(omar).call(routingApi.next, {});
    ids.push((await accept(omar, next)).caseId);

    await leave(omar);

    const left = await Promise.all(ids.map((id) => readCase(desk, id)));
    expect(left.map(({ assignee }) => assignee?.id ?? null)).toEqual([desk.agent.id, null]);
    expect(left[1]).toMatchObject({ routeStatus: 'available' });
    expect(await inHandOf(desk.agent)).toBe(1);
  });

  it('with nobody to get it, it goes back, and the next who plays is offered it', async () => {
    const id = await inHand(omar);
    await desk.sql.run('UPDATE users SET available = false WHERE id = $1', [desk.agent.id]);
    await leave(omar);
    expect(await readCase(desk, id)).toMatchObject({ assignee: null, routeStatus: 'available' });

    await desk.sql.run('UPDATE users SET available = true WHERE id = $1', [desk.agent.id]);
    expect((await play(desk.agent)).offer).toMatchObject({ case: { id } });
  });

  it('a colleague who does not serve the brand is passed by', async () => {
    const id = await inHand(omar);
    const { id: brandId } = (await desk.sql.row<{ id: number }>(
      `INSERT INTO brands (name, slug) VALUES ($1, $1) RETURNING id`,
      [subject.slice(0, 60)],
    ))!;
    await desk.sql.run('INSERT INTO user_brands (user_id, brand_id) VALUES ($1, $2)', [desk.agent.id, brandId]);
    await desk.sql.run('UPDATE roles SET own_brands_only = true');
    await leave(omar);
    await desk.sql.run('UPDATE roles SET own_brands_only = false');
    expect(await readCase(desk, id)).toMatchObject({ assignee: null });
  });

  it('one that he has settled meanwhile stays his', async () => {
    const id = await inHand(omar);
    await desk.as(omar).call(casesApi.update, { params: { caseId: id }, body: { status: 'resolved' } });
    await leave(omar);
    expect(await readCase(desk, id)).toMatchObject({ assignee: { id: omar.id }, status: 'resolved' });
  });

  it('whoever stands in gets it before all others', async () => {
    await desk.aUser({ name: 'Ana Lima' });
    await aCase(desk, { assigneeId: desk.agent.id, status: 'open' });
    const id = await inHand(omar);
    await setAbsence(omar, out(desk.agent.id));
    await desk.drain();
    // The sweep may have begun it, and not be done yet.
    await expect.poll(() => readCase(desk, id)).toMatchObject({ assignee: { id: desk.agent.id } });
  });
});

describe('out of office', () => {
  it('what is assigned to somebody is offered to whoever stands in', async () => {
    const { id } = await aCase(desk, { subject, assigneeId: omar.id });

    const state = await setAbsence(omar, out(desk.agent.id));

    expect(state).toMatchObject({ absence: { standInId: desk.agent.id }, whenAway: 'keep' });
    const { offer } = await play(desk.agent);
    expect(offer).toMatchObject({ case: { id } });
    expect(offer?.reasons[0]).toEqual({ kind: 'stand-in' });
    const agents = desk.running.get(AvailableAgents);
    expect(await agents.standInFor(omar.id)).toBe(desk.agent.id);
    expect((await agents.of(null)).map(({ userId }) => userId)).not.toContain(omar.id);
  });

  it('begins by itself, pauses, and leaves what is in hand to the stand-in', async () => {
    const id = await inHand(omar);
    await setAbsence(omar, out(desk.agent.id, [2, 24]));
    await keep();
    expect(await mine(omar)).toMatchObject({ playing: true, absence: { standInId: desk.agent.id } });

    desk.clock.advance(2 * 3_600_000);
    await desk.sql.run('UPDATE routing_agents SET seen_at = $1', [desk.clock.now()]);
    await keep();

    await expect.poll(() => mine(omar)).toMatchObject({ playing: false, pausedBy: 'out' });
    expect(await readCase(desk, id)).toMatchObject({ assignee: { id: omar.id } });
    expect((await play(desk.agent)).offer).toMatchObject({ case: { id }, reasons: [{ kind: 'stand-in' }, {}, {}] });
    expect(await desk.as(omar).refusal(routingApi.play, { body: { filterId } })).toEqual({
      status: 409,
      code: 'routing.out-of-office',
    });
  });

  it('ends by itself, or when somebody is back', async () => {
    await setAbsence(omar, out(null, [-1, 1]));
    expect((await setAbsence(omar, null)).absence).toBeNull();
    await play(omar);

    await setAbsence(omar, out(null, [-1, 1]));
    await desk.drain();
    desk.clock.advance(2 * 3_600_000);
    expect((await mine(omar)).absence).toBeNull();
    expect((await play(omar)).playing).toBe(true);
  });

  it('colleagues see until when, and who stands in; what is over is not told', async () => {
    const absence = out(omar.id, [1, 30]);
    await setAbsence(desk.agent, absence);
    await setAbsence(omar, out(null, [-9, 1]));
    await desk.sql.run('UPDATE routing_agents SET out_until = $2 WHERE user_id = $1', [omar.id, hour(-1)]);

    const { items } = await desk.as(omar).call(routingApi.absences, {});
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ user: { id: desk.agent.id }, standIn: { id: omar.id, name: 'Omar Haddad' } });
    expect(Date.parse(items[0]!.until)).toBe(Date.parse(absence.until));
  });

  it('is set by administrators for others, which the audit log tells, and by nobody else', async () => {
    const call = { params: { userId: omar.id }, body: { absence: out(desk.agent.id) } };
    expect(await desk.as(desk.agent).refusal(routingApi.setAbsenceOf, call)).toMatchObject({ status: 403 });
    await admin.call(routingApi.setAbsenceOf, call);

    expect((await mine(omar)).absence).toMatchObject({ standInId: desk.agent.id });
    const row = (await admin.call(routingApi.board, {})).agents.find(({ user }) => user.id === omar.id);
    expect(row).toMatchObject({ state: 'out', absence: { standIn: { id: desk.agent.id } } });
    const told = await desk.sql.rows(
      `SELECT id FROM audit_entries WHERE noun = 'user' AND object_id = $1 AND action = 'changed'`,
      [omar.id],
    );
    expect(told).toHaveLength(1);
    const nobody = { ...call, params: { userId: 999_999 } };
    expect(await admin.refusal(routingApi.setAbsenceOf, nobody)).toEqual({ status: 404, code: 'user.not-found' });
  });

  it.each<[about: string, path: string, absence: () => Promise<Absence> | Absence]>([
    ['that is over already', 'absence.until', () => out(null, [-4, -1])],
    ['that ends before it begins', 'absence.until', () => out(null, [4, 2])],
    ['with oneself as stand-in', 'absence.standInId', () => out(omar.id)],
    ['with nobody of this desk as stand-in', 'absence.standInId', () => out(999_999)],
    [
      'with a stand-in who is out, too',
      'absence.standInId',
      async () => {
        await setAbsence(desk.agent, out(null, [20, 40]));
        return out(desk.agent.id);
      },
    ],
    [
      'with a stand-in who is given no cases',
      'absence.standInId',
      async () => {
        const role = await desk.sql.row<{ id: number }>(
          `INSERT INTO roles (name, permissions) VALUES ($1, '{cases:view}') RETURNING id`,
          [subject.slice(0, 60)],
        );
        await desk.sql.run('UPDATE users SET role_id = $2 WHERE id = $1', [desk.agent.id, role?.id]);
        return out(desk.agent.id);
      },
    ],
  ])('refuses one %s, naming the field', async (_about, path, absence) => {
    const before = await desk.sql.row<{ role: number }>('SELECT role_id AS role FROM users WHERE id = $1', [
      desk.agent.id,
    ]);
    const body = { absence: await absence() };
    const answer = await (await desk.as(omar).send(routingApi.setAbsence, { body })).json();
    await desk.sql.run('UPDATE users SET role_id = $2 WHERE id = $1', [desk.agent.id, before?.role]);
    expect(answer).toMatchObject({ status: 422, errors: [{ path }] });
  });
});
