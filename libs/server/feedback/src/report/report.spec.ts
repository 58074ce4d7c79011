import { casesApi, feedbackApi, feedbackReportApi, surveysApi, type FeedbackReportQuery } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
let nadia: Person;
let labelId: number;
beforeAll(async () => {
  desk = await startTestDesk();
  await desk.sql.run("UPDATE site SET time_zone = 'Pacific/Auckland'");
  nadia = await desk.aUser({ name: 'Nadia Roy', role: 'business-manager' });
  const label = await desk.sql.row<{ id: number }>("INSERT INTO labels (name) VALUES ('Warranty') RETURNING id");
  labelId = label?.id ?? 0;
});
afterAll(() => closeDesk(desk));

const NOVEMBER = { from: '2026-11-02', to: '2026-11-15' };

interface Said {
  asked?: string | null;
  answered?: string | null;
  rating?: number;
  comment?: string;
  assigneeId?: number | null;
  labelIds?: number[];
  brandId?: number;
}

/** A case that was resolved, and what its customer said. */
async function aCaseWith({ asked = null, answered = null, rating = 3, comment = '', ...of }: Said): Promise<number> {
  const row = await desk.sql.row<{ id: number }>(
    `WITH p AS (INSERT INTO customers (name) VALUES ('Ana') RETURNING id),
     c AS (INSERT INTO cases (brand_id, customer_id, subject, status, label_ids) SELECT $1, id, 'Leaks', 'resolved', $2 FROM p RETURNING id)
     INSERT INTO feedback (case_id, resolution, assignee_id, asked_at, submitted_at, changed_at, rating, rating_type, comment)
     SELECT id, 1, $3, $4, $5::timestamptz, $5::timestamptz, CASE WHEN $5::timestamptz IS NOT NULL THEN $6::int END,
       CASE WHEN $5::timestamptz IS NOT NULL THEN 'four_star' END, $7 FROM c RETURNING case_id AS id`,
    [of.brandId ?? desk.brandId, of.labelIds ?? [], of.assigneeId ?? null, asked, answered, rating, comment],
  );
  return row?.id ?? 0;
}

const report = (query: Partial<FeedbackReportQuery>, person = nadia) =>
  desk.as(person).call(feedbackReportApi.read, { query: { ...NOVEMBER, ...query } });

describe('the report', () => {
  it('counts who was asked and what they said, in the days of the desk, and every figure opens as many cases', async () => {
    // In Auckland the 2nd has begun, and the 15th is not over.
    await aCaseWith({
      asked: '2026-11-01T12:00:00Z',
      answered: '2026-11-03T12:00:00Z',
      rating: 3,
      assigneeId: nadia.id,
    });
    await aCaseWith({
      asked: '2026-11-10T12:00:00Z',
      answered: '2026-11-15T10:59:00Z',
      rating: 1,
      comment: 'Slow',
      labelIds: [labelId],
    });
    await aCaseWith({ asked: '2026-11-12T12:00:00Z' });
    await aCaseWith({ asked: '2026-11-01T10:00:00Z', answered: '2026-11-15T11:01:00Z' });

    const { total, rows, periods, timeZone } = await report({ by: 'agent', every: 'week' });
    expect(timeZone).toBe('Pacific/Auckland');
    expect(total).toEqual({
      ...{ asked: 3, answered: 2, content: 1, discontent: 1, commented: 1, askedAndAnswered: 2 },
      ratings: [0, 1, 0, 1],
    });
    expect(rows.map(({ key, name, answered }) => [key, name, answered])).toEqual([
      [nadia.id, 'Nadia Roy', 1],
      [null, null, 1],
    ]);
    expect(periods.map(({ from, asked, answered }) => [from, asked, answered])).toEqual([
      ['2026-11-02', 1, 1],
      ['2026-11-09', 2, 1],
    ]);

    const api = desk.as(nadia);
    for (const figure of ['asked', 'answered', 'content', 'discontent', 'commented'] as const) {
      const { items } = await api.call(feedbackReportApi.behind, { query: { ...NOVEMBER, figure } });
      expect(items).toHaveLength(total[figure]);
    }
    const nobodys = await api.call(feedbackReportApi.behind, {
      query: { ...NOVEMBER, figure: 'answered', key: 'none' },
    });
    expect(nobodys.items).toMatchObject([{ rating: 1, comment: 'Slow', assignee: null }]);
    const inWeek = { ...NOVEMBER, figure: 'asked', key: 'none', period: '2026-11-09' } as const;
    expect((await api.call(feedbackReportApi.behind, { query: inWeek })).items).toHaveLength(2);
    const first = await api.call(feedbackReportApi.behind, { query: { ...NOVEMBER, figure: 'asked', limit: 2 } });
    const next = { ...NOVEMBER, figure: 'asked', limit: 2, cursor: first.next ?? '' } as const;
    expect((await api.call(feedbackReportApi.behind, { query: next })).items).toHaveLength(1);
  });

  it.each(['group', 'label', 'brand', 'channel'] as const)('adds up by %s', async (by) => {
    const { rows, total } = await report({ by, every: 'month' });
    expect(rows.reduce((sum, row) => sum + row.answered, 0)).toBe(total.answered);
    if (by === 'label') expect(rows.map(({ name }) => name).toSorted()).toEqual(['Warranty', null]);
  });

  it('shows nobody another brand: neither figures nor cases', async () => {
    const other = await desk.aBrand('Juniper Tea');
    await aCaseWith({ asked: '2026-11-05T12:00:00Z', answered: '2026-11-05T13:00:00Z', brandId: other });
    const bo = await desk.aUser({ role: 'business-manager' });
    await desk.sql.run(
      `WITH r AS (INSERT INTO roles (name, permissions, own_brands_only) SELECT 'Own', permissions, true FROM roles WHERE key = 'business-manager' RETURNING id)
       UPDATE users SET role_id = r.id FROM r WHERE users.id = $1`,
      [bo.id],
    );
    await desk.sql.run('INSERT INTO user_brands (user_id, brand_id) VALUES ($1, $2)', [bo.id, other]);

    expect((await report({}, bo)).total.answered).toBe(1);
    const behind = await desk.as(bo).call(feedbackReportApi.behind, { query: { ...NOVEMBER, figure: 'answered' } });
    expect(behind.items).toHaveLength(1);
    expect((await desk.as(bo).call(feedbackApi.list, { query: {} })).items).toHaveLength(1);
    const mine = await desk.as(bo).call(surveysApi.list, {});
    expect(mine.items.map(({ brand }) => brand.id)).toEqual([other]);
    expect(await desk.as(bo).refusal(surveysApi.get, { params: { brandId: desk.brandId } })).toMatchObject({
      status: 404,
    });
  });

  it('is for whoever may see it, and names what is wrong with a question', async () => {
    expect(await desk.as(desk.agent).refusal(feedbackReportApi.read, { query: NOVEMBER })).toMatchObject({
      status: 403,
    });
    for (const wrong of [{ from: '2026-11-20' }, { from: '2020-01-01' }, { to: '31.12.2026' }]) {
      expect(await desk.as(nadia).refusal(feedbackReportApi.read, { query: { ...NOVEMBER, ...wrong } })).toMatchObject({
        status: 422,
      });
    }
  });
});

describe('a survey', () => {
  const body = {
    enabled: true,
    ratingType: 'yes_no' as const,
    words: { en: { question: 'Are you content?' } },
    ...{ expiresAfterDays: 7, automatic: false, sendAfterHours: 1, notAgainDays: 1 },
  };

  it('is written by whoever keeps feedback, and by nobody else', async () => {
    const params = { brandId: desk.brandId };
    expect(await desk.as(nadia).call(surveysApi.get, { params })).toMatchObject({ enabled: false, updatedAt: null });
    const written = await desk.as(nadia).call(surveysApi.write, { params, body });
    expect(written).toMatchObject({ enabled: true, ratingType: 'yes_no', changedBy: 'Nadia Roy' });
    expect(await desk.as(desk.agent).refusal(surveysApi.write, { params, body })).toMatchObject({ status: 403 });
  });

  it.each([
    ['words', { words: {} }],
    ['words.en.question', { words: { en: { question: ' ' } } }],
    ['words.en.additionalQuestion', { words: { en: { question: 'Well?', additionalQuestion: 'x'.repeat(1025) } } }],
    ['expiresAfterDays', { expiresAfterDays: 0 }],
    ['sendAfterHours', { sendAfterHours: 1.5 }],
  ])('says what is wrong: %s', async (path, wrong) => {
    const call = desk
      .as(nadia)
      .call(surveysApi.write, { params: { brandId: desk.brandId }, body: { ...body, ...wrong } });
    await expect(call).rejects.toMatchObject({ status: 422, problem: { errors: [{ path }] } });
  });
});

describe('what customers said', () => {
  it('is listed page by page, the latest first', async () => {
    const first = await desk.as(nadia).call(feedbackApi.list, { query: { limit: 2 } });
    expect(first.items).toHaveLength(2);
    const second = await desk.as(nadia).call(feedbackApi.list, { query: { limit: 2, cursor: first.next ?? '' } });
    const all = [...first.items, ...second.items].map(({ submittedAt }) => submittedAt);
    expect(all).toEqual(all.toSorted().toReversed());
  });

  it('of a customer is read with the customer', async () => {
    const caseId = await aCaseWith({ answered: '2026-11-05T13:00:00Z', rating: 2 });
    const { customer } = await desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
    const params = { customerId: customer.id };
    const said = await desk.as(desk.agent).call(feedbackApi.ofCustomer, { params });
    expect(said.items).toMatchObject([{ rating: 2, case: { id: caseId } }]);
  });
});
