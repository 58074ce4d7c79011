import {
  casesApi,
  filtersApi,
  lockApi,
  preferencesApi,
  routingApi,
  type Condition,
  type RoutingPolicy,
  type RoutingState,
} from '@bureau/contracts';
import { Client } from 'pg';
import { afterAll, beforeEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ApiClient } from '../../../../../test/fixtures/api-client.ts';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, readCase } from '@bureau/cases/testing';
import { FrontOfQueue } from './front-of-queue.ts';
import { KeepRouting } from './keep-routing.ts';
import { MatchCase } from './match-case.ts';

let desk: TestDesk;
let admin: ApiClient;
beforeAll(async () => {
  desk = await startTestDesk();
  admin = desk.as(desk.administrator);
});
afterAll(() => closeDesk(desk));
beforeEach(async () => {
  await desk.sql.run('UPDATE routing_agents SET playing = false');
  await desk.sql.run('DELETE FROM routing_offers');
  await desk.sql.run(`UPDATE cases SET status = 'closed'`);
});

/** A filter of its own for each test, so that they share no cases. */
async function aRoutedFilter(label: string, policy: Partial<RoutingPolicy> = {}): Promise<number> {
  const conditions: Condition[] = [{ field: 'case.subject', operator: 'contains', value: label }];
  const body = {
    name: label,
    conditions: { match: 'all' as const, conditions },
    visibility: { for: 'everyone' as const },
    routes: true,
  };
  const { id } = await admin.call(filtersApi.create, { body });
  const rules = { caseOrder: 'priority', agentOrder: 'round-robin', byLanguage: false, byLastHandler: false } as const;
  await admin.call(routingApi.setPolicy, { params: { filterId: id }, body: { ...rules, ...policy } });
  return id;
}

const label = () => `Queue ${crypto.randomUUID()}`;
/** Once nothing is being written any more: a case whose row is held at this instant is passed by. */
async function play(person: Person, filterId: number): Promise<RoutingState> {
  await desk.drain();
  return desk.as(person).call(routingApi.play, { body: { filterId } });
}
const mine = (person: Person) => desk.as(person).call(routingApi.mine, {});
async function next(person: Person): Promise<RoutingState> {
  await desk.drain();
  return desk.as(person).call(routingApi.next, {});
}
const accept = (person: Person, { offer }: RoutingState) =>
  desk.as(person).call(routingApi.accept, { params: { offerId: offer?.id ?? 0 } });
const decline = (person: Person, { offer }: RoutingState) =>
  desk.as(person).call(routingApi.decline, { params: { offerId: offer?.id ?? 0 } });
const keep = () => desk.running.get(KeepRouting).run();

describe('an agent who plays', () => {
  it('is offered the best case, with the reasons, and it is reserved', async () => {
    const subject = label();
    const filterId = await aRoutedFilter(subject);
    await aCase(desk, { subject, priority: 4 });
    const urgent = await aCase(desk, { subject, priority: 8 });

    const { playing, offer } = await play(desk.agent, filterId);

    expect(playing).toBe(true);
    expect(offer).toMatchObject({ case: { id: urgent.id, priority: 8 }, filter: { id: filterId }, secondsLeft: 30 });
    expect(offer?.reasons.map(({ kind }) => kind)).toEqual(['priority', 'waiting']);
    expect(await readCase(desk, urgent.id)).toMatchObject({ routeStatus: 'assigned', assignee: null });
  });

  it('has the case, locked and assigned, once it is accepted', async () => {
    const subject = label();
    const { id } = await aCase(desk, { subject });
    const state = await play(desk.agent, await aRoutedFilter(subject));

    expect(await accept(desk.agent, state)).toEqual({ caseId: id });

    const expected = { routeStatus: 'active', status: 'open', assignee: { id: desk.agent.id } };
    expect(await readCase(desk, id)).toMatchObject({ ...expected, lock: { user: { id: desk.agent.id } } });
    expect((await mine(desk.agent)).load).toContainEqual({ channel: 'email', inHand: 1, capacity: 10 });
  });

  it('declines: it goes to a colleague, and not back to him for a while', async () => {
    const subject = label();
    const filterId = await aRoutedFilter(subject);
    const { id } = await aCase(desk, { subject });
    const state = await play(desk.agent, filterId);
    const omar = await desk.aUser({ name: 'Omar Haddad' });

    expect((await decline(desk.agent, state)).offer).toBeNull();
    expect((await play(omar, filterId)).offer).toMatchObject({ case: { id } });

    await desk.as(omar).call(routingApi.pause, {});
    await desk.drain();
    expect((await next(desk.agent)).offer).toBeNull();
    desk.clock.advance(16 * 60_000);
    await keep();
    expect((await play(desk.agent, filterId)).offer).toMatchObject({ case: { id } });
  });

  it('who lets offers pass is paused, and the cases go back', async () => {
    const subject = label();
    const filterId = await aRoutedFilter(subject);
    const cases = [await aCase(desk, { subject }), await aCase(desk, { subject }), await aCase(desk, { subject })];
    await play(desk.agent, filterId);
    for (let time = 0; time < 3; time++) {
      await desk.sql.run('UPDATE routing_agents SET seen_at = $1', [new Date(desk.clock.now().getTime() + 31_000)]);
      desk.clock.advance(31_000);
      await keep();
    }

    expect(await mine(desk.agent)).toMatchObject({ playing: false, pausedBy: 'timeouts', offer: null });
    for (const { id } of cases) expect(await readCase(desk, id)).toMatchObject({ routeStatus: 'available' });
  });

  it('whose console is silent is paused, and his offer goes to others', async () => {
    const subject = label();
    const { id } = await aCase(desk, { subject });
    await admin.call(routingApi.changeSettings, { body: { offerSeconds: 600 } });
    await play(desk.agent, await aRoutedFilter(subject));
    desk.clock.advance(121_000);
    await keep();
    await admin.call(routingApi.changeSettings, { body: { offerSeconds: 30 } });

    expect(await mine(desk.agent)).toMatchObject({ playing: false, pausedBy: 'gone' });
    expect(await readCase(desk, id)).toMatchObject({ routeStatus: 'available' });
  });

  it('gets with Next another one beside what he has, up to his capacity', async () => {
    const subject = label();
    const filterId = await aRoutedFilter(subject);
    for (let n = 0; n < 3; n++) await aCase(desk, { subject });
    const omar = await desk.aUser({ name: 'Omar Haddad' });
    await admin.call(routingApi.changeAgent, { params: { userId: omar.id }, body: { capacity: { email: 2 } } });

    await accept(omar, await play(omar, filterId));
    expect((await mine(omar)).offer).toBeNull();
    await accept(omar, await next(omar));
    expect((await next(omar)).offer).toBeNull();
  });

  it('is offered the next one by itself when he has resolved the one in hand', async () => {
    const subject = label();
    const filterId = await aRoutedFilter(subject);
    await aCase(desk, { subject });
    const second = await aCase(desk, { subject });
    const { caseId } = await accept(desk.agent, await play(desk.agent, filterId));

    await desk.as(desk.agent).call(casesApi.update, { params: { caseId }, body: { status: 'resolved' } });
    await desk.drain();

    expect((await mine(desk.agent)).offer).toMatchObject({ case: { id: second.id } });
  });

  it('is offered what arrives while he waits, and a colleague who waited longer comes first', async () => {
    const subject = label();
    const filterId = await aRoutedFilter(subject);
    const omar = await desk.aUser({ name: 'Omar Haddad' });
    await desk.sql.run('UPDATE routing_agents SET given_at = $1', [desk.clock.now()]);
    await play(desk.agent, filterId);
    await play(omar, filterId);

    const first = await aCase(desk, { subject });
    await desk.drain();
    expect((await mine(omar)).offer).toMatchObject({ case: { id: first.id } });
    expect((await mine(desk.agent)).offer).toBeNull();
  });

  it('who is late is told so', async () => {
    const subject = label();
    const { id } = await aCase(desk, { subject });
    const state = await play(desk.agent, await aRoutedFilter(subject));
    await desk.as(desk.administrator).call(lockApi.take, { params: { caseId: id }, body: {} });

    const params = { offerId: state.offer?.id ?? 0 };
    const refusal = await desk.as(desk.agent).refusal(routingApi.accept, { params });
    expect(refusal).toEqual({ status: 409, code: 'routing.offer-over' });
    expect((await mine(desk.agent)).offer).toBeNull();
  });
});

describe('a case that somebody writes at this moment', () => {
  it('is waited for, so that nobody is told that nothing waits', async () => {
    const subject = label();
    const filterId = await aRoutedFilter(subject);
    const { id } = await aCase(desk, { subject });
    await desk.drain();
    const writer = await holding(id);

    const asked = overhearLooks();
    const played = play(desk.agent, filterId);
    await asked.once();
    await writer.release();

    expect((await played).offer).toMatchObject({ case: { id } });
  });

  it('is offered to whoever is free as soon as it is written', async () => {
    const subject = label();
    await play(desk.agent, await aRoutedFilter(subject));
    const { id } = await unseen(() => aCase(desk, { subject }));
    const writer = await holding(id);
    await beAtWork(true);

    const asked = overhearLooks();
    const matched = desk.running.get(MatchCase).match({ caseId: id });
    await asked.once();
    await writer.release();

    await matched;
    expect((await mine(desk.agent)).offer).toMatchObject({ case: { id } });
  });

  it('is waited for only for a moment; where nothing waits, one look is enough', async () => {
    const subject = label();
    const filterId = await aRoutedFilter(subject);
    const asked = overhearLooks();
    expect((await play(desk.agent, filterId)).offer).toBeNull();
    expect(asked.count()).toBe(1);

    const { id } = await unseen(() => aCase(desk, { subject }));
    await holding(id);
    await beAtWork(true);
    expect((await next(desk.agent)).offer).toBeNull();
    expect(asked.count()).toBeLessThan(10);
  });
});

const beAtWork = (playing: boolean) =>
  desk.sql.run('UPDATE routing_agents SET playing = $2 WHERE user_id = $1', [desk.agent.id, playing]);

/** Something happens while nobody plays: the desk offers it to nobody by itself. */
async function unseen<T>(work: () => Promise<T>): Promise<T> {
  await beAtWork(false);
  const made = await work();
  await desk.drain();
  return made;
}

/** A transaction that has the row of a case, until it is released or the test is over. */
async function holding(caseId: number): Promise<{ release: () => Promise<void> }> {
  const client = new Client({ connectionString: desk.database.url });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('BEGIN');
  await client.query('UPDATE cases SET route_status = route_status WHERE id = $1', [caseId]);
  return { release: async () => void (await client.query('COMMIT')) };
}

/** Tells when the front of the queue has been looked at, and how often for somebody who asked. */
function overhearLooks(): { once: () => Promise<void>; count: () => number } {
  const looked = Promise.withResolvers<void>();
  let count = 0;
  const front = desk.running.get(FrontOfQueue);
  const take = front.take.bind(front);
  const spy = vi.spyOn(front, 'take').mockImplementation(async (ask) => {
    const answer = await take(ask);
    if (ask.caseId === undefined) count += 1;
    looked.resolve();
    return answer;
  });
  onTestFinished(() => spy.mockRestore());
  return { once: () => looked.promise, count: () => count };
}

describe('what is never offered', () => {
  it('a case of a group to somebody outside of it, one that a colleague has, one that sleeps', async () => {
    const subject = label();
    const filterId = await aRoutedFilter(subject);
    const grouped = await aCase(desk, { subject });
    await desk.sql.run(
      `WITH g AS (INSERT INTO groups (name) VALUES ($2) RETURNING id)
      UPDATE cases SET group_id = g.id FROM g WHERE cases.id = $1`,
      [grouped.id, subject.slice(0, 60)],
    );
    await aCase(desk, { subject, assigneeId: desk.administrator.id });
    const asleep = await aCase(desk, { subject });
    await desk.sql.run('UPDATE cases SET snoozed_at = now() WHERE id = $1', [asleep.id]);

    expect((await play(desk.agent, filterId)).offer).toBeNull();
  });

  it('anything to somebody who is away or does not play', async () => {
    const subject = label();
    const filterId = await aRoutedFilter(subject);
    await aCase(desk, { subject });
    const omar = await desk.aUser({ name: 'Omar Haddad' });
    expect(await desk.as(omar).refusal(routingApi.next, {})).toEqual({ status: 409, code: 'routing.not-playing' });
    await desk.as(omar).call(preferencesApi.setAvailability, { body: { available: false } });
    const call = { body: { filterId } };
    const refused = { status: 409, code: 'routing.not-playing' };
    expect(await desk.as(omar).refusal(routingApi.play, call)).toEqual(refused);
    expect(await mine(omar)).toMatchObject({ playing: false, offer: null });
  });
});

describe('preferences of a policy', () => {
  it('the customer’s last agent comes first', async () => {
    const subject = label();
    const filterId = await aRoutedFilter(subject, { byLastHandler: true });
    const waitsLonger = await aCase(desk, { subject });
    const { id, customer } = await aCase(desk, { subject });
    const before = await aCase(desk, { assigneeId: desk.agent.id, status: 'resolved' });
    await desk.sql.run('UPDATE cases SET customer_id = $2 WHERE id = $1', [before.id, customer.id]);

    const { offer } = await play(desk.agent, filterId);
    expect(offer?.case.id).toBe(id);
    expect(offer?.case.id).not.toBe(waitsLonger.id);
    expect(offer?.reasons[0]).toEqual({ kind: 'last-handler' });
  });

  it('whoever speaks the language comes first', async () => {
    const subject = label();
    const filterId = await aRoutedFilter(subject, { byLanguage: true });
    await aCase(desk, { subject });
    const { id } = await aCase(desk, { subject });
    await desk.sql.run(`UPDATE cases SET language = 'de_at' WHERE id = $1`, [id]);
    const body = { languages: ['de'] };
    await admin.call(routingApi.changeAgent, { params: { userId: desk.agent.id }, body });

    const { offer } = await play(desk.agent, filterId);
    expect(offer).toMatchObject({ case: { id } });
    expect(offer?.reasons).toContainEqual({ kind: 'language', language: 'de_at' });
  });

  it('regular expressions of a filter hold too', async () => {
    const subject = label();
    const body = {
      name: subject,
      conditions: {
        match: 'all' as const,
        conditions: [{ field: 'case.subject', operator: 'matches', value: `${subject} [0-9]+` } as const],
      },
      visibility: { for: 'everyone' as const },
      routes: true,
    };
    const { id: filterId } = await admin.call(filtersApi.create, { body });
    await aCase(desk, { subject: `${subject} one` });
    const { id } = await aCase(desk, { subject: `${subject} 1` });
    expect((await play(desk.agent, filterId)).offer).toMatchObject({ case: { id } });
  });
});

describe('the board', () => {
  it('says who does what, what waits and why', async () => {
    const subject = label();
    const filterId = await aRoutedFilter(subject);
    const one = await aCase(desk, { subject });
    const before = await admin.call(routingApi.board, {});
    const waiting = (board: typeof before) => board.filters.find(({ filter }) => filter.id === filterId);
    expect(waiting(before)).toMatchObject({ waiting: 1, front: [{ id: one.id, why: 'nobody-plays' }] });

    const state = await play(desk.agent, filterId);
    const board = await admin.call(routingApi.board, {});
    expect(board.agents.find(({ user }) => user.id === desk.agent.id)).toMatchObject({
      state: 'playing',
      filter: { id: filterId },
      offer: { caseId: state.offer?.case.id },
    });
    expect(waiting(board)?.front).toEqual([]);

    await admin.call(routingApi.pauseAgent, { params: { userId: desk.agent.id } });
    expect(await mine(desk.agent)).toMatchObject({ playing: false, offer: null });
  });

  it('and the settings are for those who manage routing', async () => {
    const denied = { status: 403, code: 'permission.denied' };
    const agent = desk.as(desk.agent);
    expect(await agent.refusal(routingApi.board, {})).toEqual(denied);
    expect(await agent.refusal(routingApi.changeSettings, { body: { offerSeconds: 20 } })).toEqual(denied);
    expect(await admin.refusal(routingApi.changeSettings, { body: { offerSeconds: 1 } })).toMatchObject({
      status: 422,
    });
  });
});
