import { readFileSync } from 'node:fs';
import path from 'node:path';
import { casesApi, InsightsReport, type Actor } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import {
  factsOf,
  figuresOf,
  local,
  monthOf,
  play,
  storiesFrom,
  weekOf,
  ZONE,
  type Fact,
  type Story,
} from './made-up-history.fixture.ts';
import { InsightsReportQueries, type CountedRow } from './insights-report.queries.ts';

const EVERYTHING: Actor = { kind: 'system', name: 'Bureau' };

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
  stories = storiesFrom(7, groups);
  await play(desk, stories, groups[3]!);
});
afterAll(() => closeDesk(desk));

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
  stories
    .filter(({ deleted }) => !deleted)
    .flatMap((story) => factsOf(story, groups[3]!))
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

  it('is found in the history of a desk that counted nothing before', async () => {
    const agent = desk.as(desk.agent);
    const body = {
      subject: 'Stuck',
      text: 'It is stuck.',
      customer: { address: 'lou@customer.example' },
      groupId: groups[0],
    };
    const { id: caseId } = await agent.call(casesApi.open, { body });
    const change = (changes: object) => agent.call(casesApi.update, { params: { caseId }, body: changes });
    const answer = async (status: 'open' | 'resolved') => {
      desk.clock.advance(60_000);
      const { sequence } = await agent.call(casesApi.get, { params: { caseId } });
      await agent.call(casesApi.reply, { params: { caseId }, body: { text: 'Here', sequence, status } });
    };
    await answer('open');
    await change({ groupId: groups[1], assigneeId: desk.agent.id });
    await answer('resolved');
    await change({ status: 'open', groupId: null });
    await change({ status: 'resolved' });
    await change({ groupId: groups[2], assigneeId: null });
    const milestones = () =>
      desk.sql.rows(
        `SELECT kind, at, group_id, user_id, seconds, replies, is_first FROM case_milestones WHERE case_id = $1 ORDER BY at, kind`,
        [caseId],
      );
    const noted = await milestones();
    expect(noted.map(({ kind }) => kind)).toEqual(['first-reply', 'resolved', 'reopened', 'resolved']);
    await desk.sql.run('DELETE FROM case_milestones');
    const file = path.resolve(import.meta.dirname, '../../../platform/migrations/0341_case_milestones.sql');
    const [, backwards = ''] = readFileSync(file, 'utf8').split('-- What there was before');
    await desk.sql.run(`-- ${backwards}`);
    // Of a first reply the group is the one of today: what was answered has no line in the history.
    expect(await milestones()).toEqual([{ ...noted[0], group_id: groups[2] }, ...noted.slice(1)]);
  });
});
