import { setTimeout as pause } from 'node:timers/promises';
import { casesApi, routingApi, type RoutingState } from '@bureau/contracts';
import { overtakenForAtMost } from '@bureau/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRedisServer } from '../../libs/server/platform/src/redis/start-test-redis.ts';
import { ApiClient, RefusedCall } from '../fixtures/api-client.ts';
import { Installation } from '../fixtures/installation.ts';
import { createEmptyDatabase, type TestDatabase } from '../setup/test-database.ts';
import { until } from '../setup/until.ts';

const AGENTS = 50;
const CASES = 10_000;
/** Seconds of work. */
const WORK = 18;
/** The oldest case has waited for so many minutes more than the youngest. */
const SPREAD = 3_000;
const POLICY = { caseOrder: 'priority', agentOrder: 'round-robin', byLanguage: false, byLastHandler: false } as const;

/** Draws numbers below 1, the same ones in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe.skipIf(!hasRedisServer())('fifty agents who play ten thousand cases on two processes and a worker', () => {
  let database: TestDatabase;
  let bureau: Installation;
  /** Which agent was told that he has which case. */
  const accepted: { caseId: number; agent: number }[] = [];
  /** How often somebody who asked was told that nothing waits, while thousands did. */
  let toldNothing = 0;

  beforeAll(async () => {
    database = await createEmptyDatabase();
    bureau = await Installation.start({
      databaseUrl: database.url,
      redis: true,
      processes: { 'api 1': 'api', 'api 2': 'api', worker: 'worker' },
    });
    await arrive(CASES, { spread: SPREAD });
    await bureau.sql.query(`UPDATE filters SET routes = true WHERE key = 'unassigned'`);
    await bureau.sql.query('UPDATE routing_settings SET offer_seconds = 10, timeouts_before_pause = 2');
  }, 180_000);
  afterAll(async () => {
    await bureau?.stop();
    await database.drop();
  });

  it('hold no case together, lose none, and let none wait longer than was promised, whatever is killed', async () => {
    const agents = await Promise.all(Array.from({ length: AGENTS }, (_, n) => anAgent(n)));
    const over = Date.now() + WORK * 1_000;
    const working = agents.map((agent) => work(agent, over));
    for (let n = 0; n < 4; n++) {
      await pause((WORK * 1_000) / 8);
      // Adversaries: whatever comes now is of the highest priority, and would starve all others if it could.
      await arrive(200, { spread: 0, priority: 10 });
    }
    await bureau.kill('api 1');
    await bureau.kill('worker');
    await pause(2_000);
    await Promise.all([bureau.restart('api 1'), bureau.restart('worker')]);
    await Promise.all(working);

    expect(accepted.length).toBeGreaterThan(100);
    // What a process that dies has begun holds the front until the database notices: a few may be told so meanwhile.
    expect(toldNothing).toBeLessThan(accepted.length / 10);
    expect(await heldTogether()).toEqual([]);
    expect(new Set(accepted.map(({ caseId }) => caseId)).size).toBe(accepted.length);
    expect(await accounts()).toMatchObject({ known: CASES + 800, lost: 0 });
    expect(await overtakenMinutes()).toBeLessThanOrEqual(overtakenForAtMost(POLICY));

    // What was offered when the work ended goes back by itself: the worker sees to it.
    await until(async () => (await accounts()).offered === 0, {
      what: 'every offer is answered or over',
      withinMs: 60_000,
    });
    const { rows } = await bureau.sql.query(
      `SELECT count(*)::int AS stuck FROM cases c WHERE c.status = 'new' AND c.route_status = 'assigned'`,
    );
    expect(rows).toEqual([{ stuck: 0 }]);
  }, 150_000);

  interface Agent {
    number: number;
    userId: number;
    cookie: string;
    draw: () => number;
  }

  async function anAgent(number: number): Promise<Agent> {
    const { rows } = await bureau.sql.query<{ id: string; token: string }>(
      `WITH made AS (INSERT INTO users (name, email, role_id, password_hash)
         SELECT $1, $2, r.id, u.password_hash FROM roles r, users u
         WHERE r.key = 'agent' ORDER BY u.id LIMIT 1 RETURNING id)
       SELECT id FROM made`,
      [`Agent ${number}`, `agent-${number}@larkspur.example`],
    );
    const { email, password } = { email: `agent-${number}@larkspur.example`, password: bureau.administrator.password };
    const cookie = await bureau.signIn(`api ${1 + (number % 2)}`, { email, password });
    return { number, userId: Number(rows[0]?.id), cookie, draw: dice(number + 1) };
  }

  /** Plays until the time is over, not always as one should. A process that is away is a reason to ask the other. */
  async function work({ number, userId, cookie, draw }: Agent, over: number): Promise<void> {
    let home = 1 + (number % 2);
    while (Date.now() < over) {
      const api = new ApiClient(bureau.process(`api ${home}`).url, { cookie });
      try {
        await turn(api, userId, draw);
      } catch (error) {
        if (!(error instanceof RefusedCall)) home = 3 - home;
        await pause(50);
      }
    }
  }

  async function turn(api: ApiClient, userId: number, draw: () => number): Promise<void> {
    const chance = draw();
    const state = await offeredTo(api);
    if (!state.offer) {
      toldNothing += 1;
      return void (await pause(100));
    }
    const params = { offerId: state.offer.id };
    if (chance < 0.1) return void (await api.call(routingApi.decline, { params }));
    if (chance < 0.15) return void (await api.call(routingApi.pause, {}));
    if (chance < 0.2) return void (await pause(draw() * 12_000));
    const { caseId } = await api.call(routingApi.accept, { params });
    accepted.push({ caseId, agent: userId });
    await api.call(casesApi.update, { params: { caseId }, body: { status: 'resolved' } });
  }

  async function offeredTo(api: ApiClient): Promise<RoutingState> {
    const state = await api.call(routingApi.mine, {});
    if (!state.playing) return api.call(routingApi.play, { body: {} });
    return state.offer ? state : api.call(routingApi.next, {});
  }

  /** Cases of one customer each, of one or of every priority, the waiting spread over so many minutes. */
  async function arrive(count: number, { spread, priority }: { spread: number; priority?: number }): Promise<void> {
    await bureau.sql.query(
      `WITH people AS (INSERT INTO customers (name, address)
         SELECT 'Customer ' || i, gen_random_uuid() || '@cafemail.example' FROM generate_series(1, $1) i RETURNING id)
       INSERT INTO cases (brand_id, customer_id, subject, priority, waiting_since, active_at)
       SELECT (SELECT min(id) FROM brands), id, 'The grinder is stuck', coalesce($3::integer, 1 + id % 10), at, at
       FROM people, LATERAL (SELECT now() - make_interval(mins => (id * 7919 % ($2 + 1))::integer) AS at) t`,
      [count, spread, priority ?? null],
    );
  }

  /** Holds of one case that overlap in time; the database should make them impossible. */
  async function heldTogether(): Promise<unknown[]> {
    const { rows } = await bureau.sql.query(
      `SELECT a.case_id FROM routing_offers a JOIN routing_offers b ON b.case_id = a.case_id AND b.id > a.id
       WHERE b.offered_at < coalesce(a.ended_at, 'infinity')`,
    );
    return rows;
  }

  /** Every case is settled, in somebody's hand, offered, or waits where routing finds it. */
  async function accounts(): Promise<{ known: number; offered: number; lost: number }> {
    const { rows } = await bureau.sql.query<{ known: number; offered: number; lost: number }>(
      `SELECT count(*)::int AS known, count(*) FILTER (WHERE o.id IS NOT NULL AND o.accepted_at IS NULL)::int AS offered,
         count(*) FILTER (WHERE c.status <> 'resolved' AND o.id IS NULL
           AND NOT (c.assignee_id IS NULL AND coalesce(c.route_status, 'added') IN ('added', 'available')))::int AS lost
       FROM cases c LEFT JOIN routing_offers o ON o.case_id = c.id AND o.ended_at IS NULL`,
    );
    return rows[0]!;
  }

  /** By how much at most a case came after one that still waits and that nobody passed, and was offered before it. */
  async function overtakenMinutes(): Promise<number> {
    const { rows } = await bureau.sql.query<{ minutes: string }>(
      `SELECT coalesce(max(extract(epoch FROM offered.waiting_since - w.waiting_since) / 60), 0) AS minutes
       FROM (SELECT min(c.waiting_since) AS waiting_since FROM cases c WHERE c.status = 'new'
             AND NOT EXISTS (SELECT FROM routing_offers o WHERE o.case_id = c.id)) w,
         (SELECT max(c.waiting_since) AS waiting_since FROM cases c JOIN routing_offers o ON o.case_id = c.id) offered`,
    );
    return Number(rows[0]?.minutes);
  }
});
