import type { InsightsMetric } from '@bureau/contracts';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';

export const ZONE = 'Europe/Berlin';
export const DAY = 86_400_000;
const CASES = 400;

/** What happened to one case, as it was made up: the judge counts out of this, and never asks the database. */
export interface Story {
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

/** Half a year of cases: half of them around the night in March in which the clock is put forward. */
export function storiesFrom(seed: number, groups: readonly number[]): Story[] {
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
    const movedTo = chance() < 0.4 ? (groups[Math.floor(chance() * 4)] ?? 0) : null;
    return {
      ...{ id: 1_000_000 + index, channel: index % 3 === 0 ? ('phone' as const) : ('email' as const), created },
      ...{ deleted: chance() < 0.1, groupAtFirst: groups[Math.floor(chance() * 3)] ?? 0, movedTo },
      ...{ replies, resolved, reopened, repliesAfter, resolvedAgain },
    };
  });
}

/** Something that happens to a case: when, and to which group. */
interface Step {
  id: number;
  time: number;
  group?: number;
}

/** A step for everything that is there. */
const steps = (all: readonly Story[], of: (story: Story) => number | null) =>
  all.flatMap((story): Step[] => {
    const time = of(story);
    return time === null ? [] : [{ id: story.id, time }];
  });

/** Writes through the tables, with everything that the database does by itself. */
class Writer {
  constructor(private readonly desk: TestDesk) {}

  async open(stories: readonly Story[]): Promise<void> {
    const { brandId, agent } = this.desk;
    await this.desk.sql.run("INSERT INTO customers (id, name) VALUES (900000, 'Kim')");
    await this.write(
      `INSERT INTO cases (id, brand_id, customer_id, subject, status, channel, group_id, assignee_id, created_at, active_at, received_at)
       SELECT r.id, ${brandId}, 900000, 'Hello', 'open', r.channel, r."group", ${agent.id}, r.at, r.at, r.at
       FROM jsonb_to_recordset($1::jsonb) r (id bigint, channel text, "group" bigint, at timestamptz)`,
      stories.map(({ id, channel, groupAtFirst, created }) => ({ id, channel, group: groupAtFirst, at: iso(created) })),
    );
  }

  /** From `first` on in the feed of each case. */
  say(direction: 'in' | 'out', first: number, said: readonly Step[]): Promise<void> {
    const writer = direction === 'in' ? 'NULL' : this.desk.agent.id;
    return this.write(
      `INSERT INTO messages (case_id, sequence, direction, user_id, at)
       SELECT r.id, ${first} + row_number() OVER (PARTITION BY r.id ORDER BY r.at), '${direction}', ${writer}, r.at
       FROM jsonb_to_recordset($1::jsonb) r (id bigint, at timestamptz) ORDER BY r.id, r.at`,
      said.map(({ id, time }) => ({ id, at: iso(time) })),
    );
  }

  change(sets: string, changed: readonly Step[]): Promise<void> {
    return this.write(
      `UPDATE cases SET changed_at = r.at, ${sets}
       FROM jsonb_to_recordset($1::jsonb) r (id bigint, at timestamptz, "group" bigint) WHERE cases.id = r.id`,
      changed.map(({ id, time, group }) => ({ id, at: iso(time), group })),
    );
  }

  private async write(sql: string, rows: object[]): Promise<void> {
    await this.desk.sql.run(sql, [JSON.stringify(rows)]);
  }
}

const iso = (time: number) => new Date(time).toISOString();
const RESOLVE = "status = 'resolved', resolved_at = r.at";

/** In the order of time of each case. `lastGroup` takes over every fifth case in the end: what was, stays whose it was. */
export async function play(desk: TestDesk, stories: readonly Story[], lastGroup: number): Promise<void> {
  const writer = new Writer(desk);
  const each = (times: (story: Story) => number[]) =>
    stories.flatMap((story) => times(story).map((time): Step => ({ id: story.id, time })));
  await writer.open(stories);
  await writer.say(
    'in',
    1,
    each(({ created }) => [created]),
  );
  await writer.say(
    'out',
    10,
    each(({ replies }) => replies),
  );
  const moved = stories.flatMap(({ id, created, movedTo }): Step[] =>
    movedTo === null ? [] : [{ id, time: created + 1, group: movedTo }],
  );
  await writer.change('group_id = r."group"', moved);
  await writer.change(
    RESOLVE,
    steps(stories, ({ resolved }) => resolved),
  );
  await writer.change(
    "status = 'open'",
    steps(stories, ({ reopened }) => reopened),
  );
  await writer.say(
    'in',
    20,
    steps(stories, ({ reopened }) => reopened),
  );
  await writer.say(
    'out',
    30,
    each(({ repliesAfter }) => repliesAfter),
  );
  await writer.change(
    RESOLVE,
    steps(stories, ({ resolvedAgain }) => resolvedAgain),
  );
  const taken = steps(stories, ({ id, created }) => (id % 5 === 0 ? created + 2 : null));
  await writer.change(`group_id = ${lastGroup}`, taken);
  await writer.change(
    'deleted_at = r.at',
    steps(stories, ({ deleted, created }) => (deleted ? created + 3 : null)),
  );
}

/** The days of the desk by the calendar of JavaScript, which shares nothing with the one of PostgreSQL. */
export const local = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });
export function weekOf(time: number): string {
  const day = new Date(`${local.format(time)}T00:00:00Z`);
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
}
export const monthOf = (time: number) => `${local.format(time).slice(0, 7)}-01`;

export interface Fact {
  at: number;
  what: 'created' | 'first-reply' | 'resolved' | 'reopened';
  group: number;
  story: Story;
}

/** In the order of their kinds; `lastGroup` took over every fifth case in the end. */
export function factsOf(story: Story, lastGroup: number): Fact[] {
  const now = story.id % 5 === 0 ? lastGroup : (story.movedTo ?? story.groupAtFirst);
  const then = story.movedTo ?? story.groupAtFirst;
  const fact = (what: Fact['what'], at: number | null | undefined, group: number): Fact[] =>
    at === null || at === undefined ? [] : [{ what, at, group, story }];
  return [
    ...fact('created', story.created, now),
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

export function figuresOf(facts: Fact[], now: number): Record<InsightsMetric, number | null> {
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
