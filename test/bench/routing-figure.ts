import { query, type Desk } from './desks.ts';

export interface RoutingFigure {
  agents: number;
  /** Cases that wait for nobody in particular when it begins. */
  waiting: number;
  /** Offers made, a second. */
  decisionsPerSecond: number;
  /** Of one decision, with all agents at once, in milliseconds. */
  p95Ms: number;
  /** From Next to a case that is accepted and read with its feed, one agent alone, in milliseconds. */
  readableP95Ms: number;
}

const AGENTS = 10;
const READ = 60;

/** Ten agents decline what they are offered as fast as they can; then one of them takes cases with Next. */
export async function measureRouting(desk: Desk, seconds: number): Promise<RoutingFigure> {
  await query(desk.databaseUrl, `UPDATE filters SET routes = true WHERE key = 'unassigned'`);
  await query(
    desk.databaseUrl,
    `UPDATE routing_settings SET declined_minutes = 1440, capacity = '{"email": 100, "phone": 100, "chat": 100, "twitter": 100, "facebook": 100, "qna": 100}'`,
  );
  // What belongs to a group is offered to its members only.
  await query(
    desk.databaseUrl,
    'INSERT INTO group_members (group_id, user_id) SELECT g.id, u.id FROM groups g, users u ON CONFLICT DO NOTHING',
  );
  const [waiting] = await query<{ count: number }>(
    desk.databaseUrl,
    `SELECT count(*)::int AS count FROM cases WHERE assignee_id IS NULL AND status IN ('new', 'open') AND deleted_at IS NULL`,
  );
  const cookies: string[] = [];
  for (let agent = 1; agent <= AGENTS; agent += 1) cookies.push(await desk.cookieOf(agent));
  const consoles = cookies.map((cookie) => consoleOf(desk, cookie));

  const begin = performance.now();
  const times = await decline(consoles, seconds);
  const took = (performance.now() - begin) / 1000;
  await query(desk.databaseUrl, `DELETE FROM routing_offers WHERE outcome = 'declined'`);
  for (const call of consoles.slice(1)) await call('POST', '/routing/pause');
  const read = await takeWithNext(consoles[0] ?? consoleOf(desk, ''));
  return {
    agents: AGENTS,
    waiting: waiting?.count ?? 0,
    decisionsPerSecond: times.length / took,
    p95Ms: quantile(times, 0.95),
    readableP95Ms: quantile(read, 0.95),
  };
}

type Call = (
  method: string,
  path: string,
  body?: object,
) => Promise<{ offer?: { id: number } | null; caseId?: number }>;

async function decline(consoles: readonly Call[], seconds: number): Promise<number[]> {
  const times: number[] = [];
  const until = Date.now() + seconds * 1000;
  const work = async (call: Call) => {
    let state = await call('POST', '/routing/play', {});
    while (Date.now() < until && state.offer) {
      const begin = performance.now();
      state = await call('POST', `/routing/offers/${state.offer.id}/decline`);
      if (state.offer) times.push(performance.now() - begin);
    }
  };
  await Promise.all(consoles.map(work));
  return times;
}

/** What the console does for `n` and Enter: the case is read while it is offered. */
async function takeWithNext(call: Call): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < READ; n += 1) {
    const begin = performance.now();
    const { offer } = await call('POST', '/routing/next');
    if (!offer) throw new Error('Nothing waits any more.');
    const { caseId } = await call('POST', `/routing/offers/${offer.id}/accept`);
    await Promise.all([call('GET', `/cases/${caseId}`), call('GET', `/cases/${caseId}/feed?limit=50&order=latest`)]);
    times.push(performance.now() - begin);
  }
  return times;
}

function consoleOf(desk: Desk, cookie: string): Call {
  return async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${desk.port}/api/v3${path}`, {
      method,
      headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  };
}

function quantile(times: readonly number[], q: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * q)] ?? 0;
}
