import { casesApi, InsightsReport, type Actor, type InsightsMetric } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { InsightsReportQueries, type CountedRow } from './insights-report.queries.ts';

const ZONE = 'Europe/Berlin';
const DAY = 86_400_000;
const CASES = 400;
const EVERYTHING: Actor = { kind: 'system', name: 'Bureau' };

/** What happened to one case, as it was made up: the judge counts out of this, and never asks the database. */
interface Story {
  id: number;
  channel: 'email' | 'phone';
  created: number;
  deleted: boolean;
  groupAtFirst: number;
  /** Moved there before it was resolved; null: never. */
  movedTo: number | null;
  replies: number[];
  resolved: number | null;
  reopened: number | null;
  repliesAfter: number[];
  resolvedAgain: number | null;
}

let desk: TestDesk;
let reports: InsightsReportQueries;
let stories: Story[];
let groups: number[];
beforeAll(async () => {
  desk = await startTestDesk();
  reports = desk.running.get(InsightsReportQueries);
  await desk.sql.run('UPDATE site SET time_zone = $1', [ZONE]);
  const made = await desk.sql.rows<{ id: number }>(
    "INSERT INTO groups (name) SELECT 'Team ' || i FROM generate_series(1, 4) i RETURNING id",
  );
  groups = made.map(({ id }) => id);
  stories = storiesFrom(7);
  await play();
});
afterAll(() => closeDesk(desk));

/** Half a year of cases: half of them around the night in March in which the clock is put forward. */
function storiesFrom(seed: number): Story[] {
  let state = seed;
  const chance = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const later = (from: number, most: number) => from + 60_000 + Math.floor(chance() * most);
  return Array.from({ length: CASES }, (_, index) => {
    const created = Date.UTC(2026, 0, 3) + Math.floor(chance() * 160 * DAY);
    const replies = Array.from({ length: Math.floor(chance() * 4) }).reduce<number[]>(
      (all) => [...all, later(all.at(-1) ?? created, DAY)],
      [],
    );
    const resolved = chance() < 0.7 ? later(replies.at(-1) ?? created, 2 * DAY) : null;
    const reopened = resolved !== null && chance() < 0.4 ? later(resolved, 20 * DAY) : null;
    const repliesAfter = reopened !== null && chance() < 0.7 ? [later(reopened, DAY)] : [];
    const resolvedAgain = reopened !== null && chance() < 0.8 ? later(repliesAfter.at(-1) ?? reopened, DAY) : null;
    const movedTo = chance() < 0.4 ? groups[Math.floor(chance() * 4)]! : null;
    return {
      ...{ id: 1_000_000 + index, channel: index % 3 === 0 ? ('phone' as const) : ('email' as const), created },
      ...{ deleted: chance() < 0.1, groupAtFirst: groups[Math.floor(chance() * 3)]!, movedTo },
      ...{ replies, resolved, reopened, repliesAfter, resolvedAgain },
    };
  });
}

/** Through the tables, in the order of time of each case, with everything that the database does by itself. */
async function play(): Promise<void> {
  const at = (time: number) => new Date(time).toISOString();
  const told = async (sql: string, rows: object[]) => desk.sql.run(sql, [JSON.stringify(rows)]);
  await desk.sql.run("INSERT INTO customers (id, name) VALUES (900000, 'Kim')");
  await told(
    `INSERT INTO cases (id, brand_id, customer_id, subject, status, channel, group_id, assignee_id, created_at, active_at, received_at)
     SELECT r.id, ${desk.brandId}, 900000, 'Hello', 'open', r.channel, r."group", ${desk.agent.id}, r.at, r.at, r.at
     FROM jsonb_to_recordset($1::jsonb) r (id bigint, channel text, "group" bigint, at timestamptz)`,
    stories.map(({ id, channel, groupAtFirst, created }) => ({ id, channel, group: groupAtFirst, at: at(created) })),
  );
  const say = (direction: 'in' | 'out', rows: [id: number, sequence: number, time: number][]) =>
    told(
      `INSERT INTO messages (case_id, sequence, direction, user_id, at)
       SELECT r.id, r.sequence, '${direction}', ${direction === 'in' ? 'NULL' : desk.agent.id}, r.at
       FROM jsonb_to_recordset($1::jsonb) r (id bigint, sequence int, at timestamptz) ORDER BY r.id, r.sequence`,
      rows.map(([id, sequence, time]) => ({ id, sequence, at: at(time) })),
    );
  const change = (sets: string, rows: { id: number; time: number; group?: number }[]) =>
    told(
      `UPDATE cases SET changed_at = r.at, ${sets}
       FROM jsonb_to_recordset($1::jsonb) r (id bigint, at timestamptz, "group" bigint) WHERE cases.id = r.id`,
      rows.map(({ id, time, group }) => ({ id, at: at(time), group })),
    );
  const when = <T>(value: T | null, row: (value: T) => { id: number; time: number; group?: number }) =>
    value === null ? [] : [row(value)];

  await say(
    'in',
    stories.map(({ id, created }) => [id, 2, created]),
  );
  await say(
    'out',
    stories.flatMap(({ id, replies }) =>
      replies.map((time, index) => [id, 10 + index, time] satisfies [number, number, number]),
    ),
  );
  const moved = stories.flatMap(({ id, movedTo, created }) =>
    when(movedTo, (group) => ({ id, time: created + 1, group })),
  );
  await change('group_id = r."group"', moved);
  const resolve = "status = 'resolved', resolved_at = r.at";
  await change(
    resolve,
    stories.flatMap(({ id, resolved }) => when(resolved, (time) => ({ id, time }))),
  );
  await change(
    "status = 'open'",
    stories.flatMap(({ id, reopened }) => when(reopened, (time) => ({ id, time }))),
  );
  await say(
    'in',
    stories.flatMap(({ id, reopened }) =>
      reopened === null ? [] : [[id, 20, reopened] satisfies [number, number, number]],
    ),
  );
  await say(
    'out',
    stories.flatMap(({ id, repliesAfter }) =>
      repliesAfter.map((time) => [id, 30, time] satisfies [number, number, number]),
    ),
  );
  await change(
    resolve,
    stories.flatMap(({ id, resolvedAgain }) => when(resolvedAgain, (time) => ({ id, time }))),
  );
  // Afterwards it goes to somebody else: what was, stays whose it was.
  await change(
    `group_id = ${groups[3]}`,
    stories.filter(({ id }) => id % 5 === 0).map(({ id, created }) => ({ id, time: created + 2 })),
  );
  await change(
    'deleted_at = r.at',
    stories.filter(({ deleted }) => deleted).map(({ id, created }) => ({ id, time: created + 3 })),
  );
}

/** The days of the desk by the calendar of JavaScript, which shares nothing with the one of PostgreSQL. */
const local = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });
function weekOf(time: number): string {
  const day = new Date(`${local.format(time)}T00:00:00Z`);
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
}
const monthOf = (time: number) => `${local.format(time).slice(0, 7)}-01`;

interface Fact {
  at: number;
  what: 'created' | 'first-reply' | 'resolved' | 'reopened';
  group: number;
  story: Story;
}

const all = () => stories.filter(({ deleted }) => !deleted);
const latestGroup = ({ id, movedTo, groupAtFirst }: Story) => (id % 5 === 0 ? groups[3]! : (movedTo ?? groupAtFirst));

function factsOf(story: Story): Fact[] {
  const then = story.movedTo ?? story.groupAtFirst;
  const fact = (what: Fact['what'], at: number | null | undefined, group: number): Fact[] =>
    at === null || at === undefined ? [] : [{ what, at, group, story }];
  return [
    ...fact('created', story.created, latestGroup(story)),
    // The replies were written down before the case moved on.
    ...fact('first-reply', story.replies[0], story.groupAtFirst),
    ...(story.replies.length === 0 ? fact('first-reply', story.repliesAfter[0], then) : []),
    ...fact('resolved', story.resolved, then),
    ...fact('reopened', story.reopened, then),
    ...fact('resolved', story.resolvedAgain, then),
  ];
}

const mean = (numbers: number[], digits: number): number | null => {
  if (numbers.length === 0) return null;
  const exact = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  return Number(`${Math.round(Number(`${exact}e${digits}`))}e-${digits}`);
};
const secondsSince = ({ at, story }: Fact) => Math.round((at - story.created) / 1000);

function figuresOf(facts: Fact[], now: number): Record<InsightsMetric, number | null> {
  const of = (what: Fact['what']) => facts.filter((fact) => fact.what === what);
  const first = of('resolved').filter(({ at, story }) => at === story.resolved);
  const judged = first.filter(({ at }) => at < now - 14 * DAY);
  const once = judged.filter(
    ({ at, story }) => story.replies.length === 1 && (story.reopened === null || story.reopened > at + 14 * DAY),
  );
  const replies = of('resolved').map(
    ({ at, story }) => (at === story.resolved ? story.replies : story.repliesAfter).length,
  );
  return {
    cases_created: of('created').length,
    cases_resolved: of('resolved').length,
    cases_reopened: of('reopened').length,
    average_time_to_first_response: mean(of('first-reply').map(secondsSince), 0),
    average_time_to_resolution: mean(first.map(secondsSince), 0),
    agent_replies_per_resolve: mean(replies, 2),
    first_contact_resolution: judged.length === 0 ? null : mean([(100 * once.length) / judged.length], 1),
  };
}

const METRICS = InsightsReport.shape.metrics.parse([
  'cases_created',
  'cases_resolved',
  'cases_reopened',
  'average_time_to_first_response',
  'average_time_to_resolution',
  'agent_replies_per_resolve',
  'first_contact_resolution',
]);
const SINCE = Date.UTC(2026, 0, 5) / 1000;
const UNTIL = Date.UTC(2026, 6, 10) / 1000;

const ask = (wanted: object) =>
  reports.run(EVERYTHING, InsightsReport.parse({ since: SINCE, until: UNTIL, metrics: METRICS, ...wanted }));
const within = (since = SINCE, until = UNTIL) =>
  all()
    .flatMap(factsOf)
    .filter(({ at }) => at >= since * 1000 && at < until * 1000);

/** Counted twice, once by each; numbers that were averaged may differ by their last digit where halves are rounded. */
function expectSame(rows: CountedRow[], expected: Map<string, Fact[]>): void {
  const now = desk.clock.now().getTime();
  const keyOf = ({ date, values }: CountedRow) => [date, ...values.map(({ id }) => id)].join('|');
  expect(rows.map(keyOf).toSorted()).toEqual([...expected.keys()].toSorted());
  for (const row of rows) {
    const figures = figuresOf(expected.get(keyOf(row))!, now);
    for (const metric of METRICS) {
      const [is, was] = [row.figures[metric] ?? null, figures[metric]];
      const differs = is === null || was === null ? is !== was : Math.abs(is - was) > (was > 1_000 ? 1 : 0.101);
      expect([keyOf(row), metric, is, differs ? was : is]).toEqual([keyOf(row), metric, is, is]);
    }
  }
}

const groupedBy = (facts: Fact[], key: (fact: Fact) => string) => Map.groupBy(facts, key);

describe('half a year of cases, counted by the desk and by a second hand', () => {
  it('is the same in one', async () => {
    const { rows } = await ask({});
    expectSame(
      rows,
      groupedBy(within(), () => ''),
    );
  });

  it('is the same month by month, and week by week over the night in which an hour is missing', async () => {
    expectSame(
      (await ask({ resolution: 'months' })).rows,
      groupedBy(within(), ({ at }) => monthOf(at)),
    );
    expectSame(
      (await ask({ resolution: 'weeks' })).rows,
      groupedBy(within(), ({ at }) => weekOf(at)),
    );
    const days = await ask({ resolution: 'days' });
    expectSame(
      days.rows,
      groupedBy(within(), ({ at }) => local.format(at)),
    );
  });

  it('is the same by the group that had the case then, and by the channel besides', async () => {
    const { rows, total } = await ask({
      resolution: 'weeks',
      dimension1: { name: 'group' },
      dimension2: { name: 'channel' },
    });
    expect(total).toBe(4);
    expectSame(
      rows,
      groupedBy(within(), ({ at, group, story }) => `${weekOf(at)}|${group}|${story.channel}`),
    );
  });

  it('is the same for some values, named by number or by name', async () => {
    const [first, second] = groups;
    const { rows } = await ask({ dimension1: { name: 'group', values: ['Team 1', String(second)] } });
    const wanted = within().filter(({ group }) => group === first || group === second);
    expectSame(
      rows,
      groupedBy(wanted, ({ group }) => `|${group}`),
    );
    expect((await ask({ dimension1: { name: 'group', values: ['Nobody'] } })).rows).toEqual([]);
  });

  it('stands in the order of a metric or of names, a page at a time', async () => {
    const names = async (wanted: object) => {
      const { rows } = await ask({ dimension1: { name: 'group' }, ...wanted });
      return rows.map(({ values }) => values[0]!.name);
    };
    const created = groupedBy(
      within().filter(({ what }) => what === 'created'),
      ({ group }) => `Team ${groups.indexOf(group) + 1}`,
    );
    const most = [...created].toSorted(([, one], [, other]) => other.length - one.length).map(([name]) => name);
    expect(await names({ sortBy: 'cases_created' })).toEqual(most);
    expect(await names({ sortBy: 'name', sortOrder: 'desc' })).toEqual(['Team 4', 'Team 3', 'Team 2', 'Team 1']);
    expect(await names({ sortBy: 'name', perPage: 3, page: 2 })).toEqual(['Team 4']);
  });

  it('is the same hour by hour, and cases without a value are none', async () => {
    const [since, until] = [Date.UTC(2026, 2, 20) / 1000, Date.UTC(2026, 3, 5) / 1000];
    const { rows } = await ask({ resolution: 'hours', since, until });
    const hourOf = ({ at }: Fact) => `${local.format(at)} ${timeOf(at)}:00`;
    expectSame(rows, groupedBy(within(since, until), hourOf));
    const [none] = (await ask({ metrics: ['cases_created'], dimension1: { name: 'company' } })).rows;
    expect(none).toMatchObject({ values: [{ id: 'none', name: '' }] });
    expect(none?.figures.cases_created).toBe(within().filter(({ what }) => what === 'created').length);
    await expect(ask({ resolution: 'hours', dimension1: { name: 'custom_level' } })).resolves.toBeDefined();
  });
});

const timeOf = (at: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, hour: '2-digit', hourCycle: 'h23' }).format(at);

describe('what an agent does', () => {
  it('is counted as it happens: answered and resolved at once, opened again by the customer, not while it is deleted', async () => {
    const from = Math.floor(desk.clock.now().getTime() / 1000);
    const counted = async () => {
      const until = Math.floor(desk.clock.now().getTime() / 1000) + 1;
      return (await ask({ since: from, until })).rows[0]?.figures;
    };
    const agent = desk.as(desk.agent);
    const body = { subject: 'Stuck', text: 'It is stuck.', customer: { address: 'kim@customer.example' } };
    const { id: caseId } = await agent.call(casesApi.open, { body });
    desk.clock.advance(90_000);
    const { sequence } = await agent.call(casesApi.get, { params: { caseId } });
    await agent.call(casesApi.reply, { params: { caseId }, body: { text: 'Here', sequence, status: 'resolved' } });
    const figures = await counted();
    expect(figures).toMatchObject({
      cases_created: 1,
      cases_resolved: 1,
      average_time_to_resolution: figures?.average_time_to_first_response,
      agent_replies_per_resolve: 1,
      first_contact_resolution: null,
    });
    // The clock of a test goes on meanwhile.
    expect(Math.floor((figures?.average_time_to_first_response ?? 0) / 30)).toBe(3);
    await agent.call(casesApi.update, { params: { caseId }, body: { status: 'open' } });
    expect(await counted()).toMatchObject({ cases_created: 1, cases_resolved: 1, cases_reopened: 1 });
    await desk.sql.run('UPDATE cases SET deleted_at = now() WHERE id = $1', [caseId]);
    expect(await counted()).toBeUndefined();
  });
});
