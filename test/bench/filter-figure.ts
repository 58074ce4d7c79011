import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { query, type Desk } from './desks.ts';

export interface FilterFigure {
  filters: number;
  agents: number;
  changesPerSecond: number;
  /** Of the server and of its database connections together, above what the changes alone cost; 1 is one whole core. */
  cores: number;
  /** Answers with the counts of all filters, a second. */
  answersPerSecond: number;
  p95Ms: number;
}

const FILTERS = 200;
const AGENTS = 100;
const CHANGES = 50;
/** Clock ticks a second in /proc, on every Linux that there is. */
const TICKS = 100;
/** What a console waits when no figure is behind, before the next change makes it ask. */
const ASK_EVERY_MS = 3_000;

/** A hundred agents keep the counts of two hundred filters on their screens while fifty cases a second change. */
export async function measureFilters(desk: Desk, seconds: number): Promise<FilterFigure> {
  await prepare(desk.databaseUrl);
  const cookies: string[] = [];
  for (let agent = 1; agent <= AGENTS; agent += 1) cookies.push(await desk.cookieOf(agent));
  // Both readings begin where the first counts have been made.
  await ask(desk, cookies[0] ?? '');

  const alone = await whileChanging(desk, seconds, async () => undefined);
  const times: number[] = [];
  const watched = await whileChanging(desk, seconds, (until) =>
    Promise.all(cookies.map((cookie, index) => watch(desk, { cookie, until, times, delayMs: index * 30 }))),
  );
  const sorted = times.toSorted((a, b) => a - b);
  return {
    filters: FILTERS,
    agents: AGENTS,
    changesPerSecond: CHANGES,
    cores: (watched - alone) / seconds,
    answersPerSecond: times.length / seconds,
    p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
  };
}

/** One agent's screen: asks when told to, or when something has happened, which is always. */
async function watch(
  desk: Desk,
  { cookie, until, times, delayMs }: { cookie: string; until: number; times: number[]; delayMs: number },
): Promise<void> {
  await pause(delayMs);
  while (Date.now() < until) {
    const begin = performance.now();
    const askAgainMs = await ask(desk, cookie);
    times.push(performance.now() - begin);
    await pause(Math.max(askAgainMs ?? 0, ASK_EVERY_MS));
  }
}

async function ask(desk: Desk, cookie: string): Promise<number | null> {
  const response = await fetch(`http://127.0.0.1:${desk.port}/api/v3/filters/counts`, { headers: { cookie } });
  if (!response.ok) throw new Error(`The counts were refused: ${await response.text()}`);
  const { items, askAgainMs } = await response.json();
  if (items.length < FILTERS - AGENTS) throw new Error(`Only ${items.length} filters were counted.`);
  return askAgainMs;
}

/** The seconds of processor time that server and database used meanwhile. */
async function whileChanging(desk: Desk, seconds: number, work: (until: number) => Promise<unknown>): Promise<number> {
  const writer = new Client({ connectionString: desk.databaseUrl, application_name: 'bench' });
  await writer.connect();
  const meter = new Meter(desk);
  const until = Date.now() + seconds * 1000;
  await meter.read();
  const working = work(until);
  for (let round = 0; Date.now() < until; round += 1) {
    await change(writer);
    if (round % 10 === 0) await meter.read();
    await pause(100);
  }
  await working;
  await writer.end();
  return meter.read();
}

/** What a tenth of a second changes, with the word to the lists that follows each. */
async function change(writer: Client): Promise<void> {
  await writer.query(
    `UPDATE cases SET status = CASE status WHEN 'open' THEN 'pending' ELSE 'open' END, active_at = now()
     WHERE id IN (SELECT id FROM cases WHERE status IN ('open', 'pending') ORDER BY random() LIMIT ${CHANGES / 10})`,
  );
  await writer.query(
    `INSERT INTO realtime_rooms AS r VALUES ('cases', 1) ON CONFLICT (room) DO UPDATE SET sequence = r.sequence + 1`,
  );
}

/** Adds up what processes have used, of connections that come and go too. */
class Meter {
  private readonly desk: Desk;
  private readonly latest = new Map<number, number>();
  private total = 0;
  private started = false;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  /** Seconds since the first reading. */
  async read(): Promise<number> {
    const backends = await query<{ pid: number }>(
      this.desk.databaseUrl,
      `SELECT pid FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> 'bench'`,
    );
    for (const pid of [this.desk.pid, ...backends.map((backend) => backend.pid)]) {
      const used = await ticksOf(pid);
      if (used === null) continue;
      if (this.started) this.total += used - (this.latest.get(pid) ?? 0);
      this.latest.set(pid, used);
    }
    this.started = true;
    return this.total / TICKS;
  }
}

/** proc(5): utime and stime are the 14th and 15th field; the second one, in brackets, may have spaces. */
async function ticksOf(pid: number): Promise<number | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (line === null) return null;
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

/** Filters of the kinds that desks have; a tenth of them is personal. */
async function prepare(url: string): Promise<void> {
  await query(
    url,
    `INSERT INTO users (name, email, role_id, password_hash)
     SELECT 'Agent ' || i, 'agent-' || i || '@desk.example', a.role_id, a.password_hash
     FROM users a, generate_series(1, ${AGENTS}) i WHERE a.email = 'agent-1@desk.example' ON CONFLICT DO NOTHING`,
  );
  await query(
    url,
    `INSERT INTO filters (name, visibility, conditions)
     SELECT 'Filter ' || i, 'everyone', jsonb_build_object('match', 'all', 'conditions', jsonb_build_array(
       '{"field": "case.status", "operator": "is", "value": ["new", "open", "pending"]}'::jsonb,
       CASE i % 10
         WHEN 0 THEN '{"field": "case.assignee", "operator": "is", "value": "me"}'::jsonb
         WHEN 1 THEN jsonb_build_object('field', 'case.group', 'operator', 'is', 'value', 1 + i % 3)
         WHEN 2 THEN jsonb_build_object('field', 'case.hoursSinceActive', 'operator', 'at-least', 'value', i)
         WHEN 3 THEN jsonb_build_object('field', 'case.subject', 'operator', 'contains', 'value', 'parcel ' || chr(97 + i % 26))
         WHEN 4 THEN jsonb_build_object('field', 'company.id', 'operator', 'is', 'value', 1 + i)
         WHEN 5 THEN jsonb_build_object('field', 'customer.id', 'operator', 'is', 'value', 1 + i)
         WHEN 6 THEN jsonb_build_object('field', 'case.waitingSince', 'operator', 'within-last',
                                        'value', jsonb_build_object('amount', 1 + i, 'unit', 'hours'))
         ELSE jsonb_build_object('field', 'case.brand', 'operator', 'is', 'value', 1 + i % 2) END))
     FROM generate_series(1, ${FILTERS} - (SELECT count(*)::int FROM filters)) i`,
  );
}
