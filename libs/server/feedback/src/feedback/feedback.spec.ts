import {
  casesApi,
  feedbackApi,
  filtersApi,
  rulesApi,
  searchApi,
  surveysApi,
  templatesApi,
  type Rating,
  type WriteSurvey,
} from '@bureau/contracts';
import { MergeCases, SYSTEM } from '@bureau/cases';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { noticesTo } from '../../../../../test/fixtures/links.ts';
import {
  aCustomerWrites,
  anAgentReplies,
  startDeskAndOutside,
  type DeskAndOutside,
} from '../../../../../test/fixtures/outside.ts';
import { AskCustomers } from '../asking/ask-customers.ts';
import { FindSurvey } from './find-survey.ts';
import { SubmitFeedback } from './submit-feedback.ts';

let both: DeskAndOutside;
let desk: TestDesk;
beforeAll(async () => {
  both = await startDeskAndOutside();
  desk = both.desk;
  await ask({});
});
afterAll(() => both.close());

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SURVEY: WriteSurvey = {
  enabled: true,
  ratingType: 'four_star',
  words: { en: { question: 'How did we do?', additionalQuestion: 'Why?' } },
  expiresAfterDays: 14,
  automatic: true,
  sendAfterHours: 2,
  notAgainDays: 7,
};

async function ask(changes: Partial<WriteSurvey>, brandId = desk.brandId) {
  await desk.as(desk.administrator).call(surveysApi.write, { params: { brandId }, body: { ...SURVEY, ...changes } });
}

async function setStatus(caseId: number, status: 'open' | 'resolved' | 'closed') {
  await desk.as(desk.agent).call(casesApi.update, { params: { caseId }, body: { status } });
  await desk.drain();
}

async function hoursPass(hours: number) {
  desk.clock.advance(hours * HOUR);
  await desk.running.get(AskCustomers).run();
  await desk.drain();
}

/** The keys that were mailed to an address. */
async function keysFor(address: string): Promise<string[]> {
  const mails = await noticesTo(both, address);
  return mails.flatMap((mail) => /\/portal\/feedback\/([\w-]{43})\?rating=3/.exec(mail)?.[1] ?? []);
}

async function anAskedCustomer() {
  const customer = await aCustomerWrites(desk);
  await setStatus(customer.caseId, 'resolved');
  await hoursPass(3);
  const [key = ''] = await keysFor(customer.address);
  return { ...customer, key };
}

const rate = (key: string, rating: Rating, comment = '', brandId = desk.brandId) =>
  desk.running.get(SubmitFeedback).byKey(brandId, key, { rating, comment });

async function saidOf(caseId: number) {
  return (await desk.as(desk.agent).call(feedbackApi.ofCase, { params: { caseId } })).items;
}

describe('after a case is resolved', () => {
  it('its customer is asked once, some hours later, by a mail that no machine answers', async () => {
    const { address, caseId } = await aCustomerWrites(desk);
    await setStatus(caseId, 'resolved');
    await hoursPass(1);
    expect(await keysFor(address)).toEqual([]);
    await hoursPass(1.1);
    await hoursPass(100);

    const kept = await desk.sql.row('SELECT due_at, asked_at, not_asked FROM feedback WHERE case_id = $1', [caseId]);
    expect(kept).toMatchObject({ due_at: null, not_asked: null, asked_at: expect.any(Date) });
    const [mail = '', ...more] = await noticesTo(both, address);
    expect(more).toEqual([]);
    expect(mail).toContain('How did we do?');
    expect(mail).toMatch(/^auto-submitted: auto-replied\r?$/im);
    expect(mail).not.toContain('key-is-in-the-mail');
  });

  it('nobody is asked when it was reopened meanwhile, and the reason is kept', async () => {
    const { address, caseId } = await aCustomerWrites(desk);
    await setStatus(caseId, 'resolved');
    await setStatus(caseId, 'open');
    await hoursPass(3);

    expect(await keysFor(address)).toEqual([]);
    const row = await desk.sql.row<{ reason: string }>('SELECT not_asked AS reason FROM feedback WHERE case_id = $1', [
      caseId,
    ]);
    expect(row?.reason).toBe('The case was reopened before.');
  });

  it('the customer is not asked again within the days of the brand, and is afterwards', async () => {
    const { address, caseId } = await anAskedCustomer();
    await setStatus(caseId, 'open');
    await setStatus(caseId, 'resolved');
    await hoursPass(3);
    expect(await keysFor(address)).toHaveLength(1);

    desk.clock.advance(8 * DAY);
    await setStatus(caseId, 'open');
    await setStatus(caseId, 'resolved');
    await hoursPass(3);
    expect(await keysFor(address)).toHaveLength(2);
  });

  it('a role address is never asked', async () => {
    const { address, caseId } = await aCustomerWrites(desk, `noreply-${crypto.randomUUID()}@customer.example`);
    await setStatus(caseId, 'resolved');
    await hoursPass(3);
    expect(await noticesTo(both, address)).toEqual([]);
  });

  it('what agents read of the mail holds no key, and the database only a hash', async () => {
    const { caseId, key } = await anAskedCustomer();
    const feed = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId }, query: {} });
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(feed)).toContain('key-is-in-the-mail');
    expect(JSON.stringify(feed)).not.toContain(key);
    const rows = await desk.sql.rows<{ all: string }>('SELECT l::text AS all FROM feedback_links l');
    expect(rows.map(({ all }) => all).join()).not.toContain(key);
  });
});

describe('a customer', () => {
  it('rates the answer, and the agent sees it in the case, the list and the history', async () => {
    const { caseId, key } = await anAskedCustomer();
    await rate(key, 3, 'Quick and kind');
    await desk.drain();

    const api = desk.as(desk.agent);
    expect(await saidOf(caseId)).toMatchObject([
      { rating: 3, ratingType: 'four_star', comment: 'Quick and kind', resolution: 1 },
    ]);
    expect(await api.call(casesApi.get, { params: { caseId } })).toMatchObject({
      rating: { value: 3, type: 'four_star' },
    });
    const feed = await api.call(casesApi.feed, { params: { caseId }, query: {} });
    expect(feed.items.at(-1)).toMatchObject({
      event: 'case.rated',
      actor: { kind: 'customer' },
      changes: [{ field: 'rating', from: null, to: 'great' }],
    });
    const list = await api.call(casesApi.list, { query: { view: 'resolved' } });
    expect(list.items.find(({ id }) => id === caseId)?.rating).toMatchObject({ value: 3 });
  });

  it('who answers twice the same is counted once; who changes his mind is heard', async () => {
    const { caseId, key } = await anAskedCustomer();
    await rate(key, 0);
    await rate(key, 0);
    await rate(key, 2, 'On reflection');

    expect(await saidOf(caseId)).toMatchObject([{ rating: 2, comment: 'On reflection' }]);
    const told = await desk.sql.rows("SELECT FROM case_events WHERE case_id = $1 AND event = 'case.rated'", [caseId]);
    expect(told).toHaveLength(2);
  });

  it('two answers at the same moment become one', async () => {
    const { caseId, key } = await anAskedCustomer();
    await Promise.all([rate(key, 3), rate(key, 3), rate(key, 3)]);
    const told = await desk.sql.rows("SELECT FROM case_events WHERE case_id = $1 AND event = 'case.rated'", [caseId]);
    expect(told).toHaveLength(1);
  });

  it('looking is not answering', async () => {
    const { caseId, key } = await anAskedCustomer();
    expect(await desk.running.get(FindSurvey).byKey(desk.brandId, key)).toMatchObject({ state: 'open', given: null });
    expect(await saidOf(caseId)).toEqual([]);
  });

  it('comes too late after the days of the brand, and nowhere while it does not ask', async () => {
    const { key } = await anAskedCustomer();
    await ask({ enabled: false });
    await expect(rate(key, 3)).rejects.toMatchObject({ code: 'feedback.disabled' });
    await ask({});
    desk.clock.advance(15 * DAY);
    await expect(rate(key, 3)).rejects.toMatchObject({ code: 'feedback.expired' });
    await expect(rate('x'.repeat(43), 3)).rejects.toMatchObject({ code: 'feedback.not-found' });
  });

  it('may rate a case that was closed since', async () => {
    const { caseId, key } = await anAskedCustomer();
    await setStatus(caseId, 'closed');
    await rate(key, 1);
    expect(await saidOf(caseId)).toMatchObject([{ rating: 1 }]);
  });

  it('finds the case that his was merged into', async () => {
    const { address, caseId, key } = await anAskedCustomer();
    const other = await aCustomerWrites(desk, address);
    await desk.running.get(MergeCases).run(SYSTEM, {
      caseIds: [caseId],
      intoCaseId: other.caseId,
      differentCustomers: false,
    });
    await rate(key, 2);
    expect(await saidOf(other.caseId)).toMatchObject([{ rating: 2, case: { id: other.caseId } }]);
  });

  it('finds nothing on the pages of another brand', async () => {
    const { key } = await anAskedCustomer();
    const other = await desk.aBrand('Juniper Tea');
    await ask({}, other);
    await expect(desk.running.get(FindSurvey).byKey(other, key)).rejects.toMatchObject({ code: 'feedback.not-found' });
    await expect(rate(key, 3, '', other)).rejects.toMatchObject({ code: 'feedback.not-found' });
  });

  it('finds nothing while the case is in the trash', async () => {
    const { caseId, key } = await anAskedCustomer();
    await desk.as(desk.administrator).call(casesApi.update, { params: { caseId }, body: { status: 'open' } });
    await desk.sql.run('UPDATE cases SET deleted_at = now() WHERE id = $1', [caseId]);
    await expect(rate(key, 3)).rejects.toMatchObject({ code: 'feedback.not-found' });
  });

  it('who rates an earlier resolution late does not hide what he said of the later one', async () => {
    const { address, caseId, key } = await anAskedCustomer();
    await setStatus(caseId, 'open');
    desk.clock.advance(8 * DAY);
    await setStatus(caseId, 'resolved');
    await hoursPass(3);
    const later = (await keysFor(address)).find((one) => one !== key) ?? '';
    await rate(later, 3);
    await rate(key, 0);

    const api = desk.as(desk.agent);
    expect(await api.call(casesApi.get, { params: { caseId } })).toMatchObject({ rating: { value: 3 } });
    expect((await saidOf(caseId)).map(({ resolution, rating }) => [resolution, rating])).toEqual([
      [1, 0],
      [2, 3],
    ]);
  });
});

describe('the words of a feedback', () => {
  it('are erased by whoever may delete cases, and the rating stays', async () => {
    const { caseId, key } = await anAskedCustomer();
    await rate(key, 0, 'My number is 0151 1234');
    const [{ id: feedbackId } = { id: 0 }] = await saidOf(caseId);
    expect(await desk.as(desk.agent).refusal(feedbackApi.erase, { params: { feedbackId } })).toMatchObject({
      status: 403,
    });
    await desk.as(desk.administrator).call(feedbackApi.erase, { params: { feedbackId } });

    expect(await saidOf(caseId)).toMatchObject([{ rating: 0, comment: '', erasedAt: expect.any(String) }]);
    await desk.drain();
    const left = await desk.sql.rows("SELECT FROM case_events WHERE case_id = $1 AND changes::text LIKE '%0151%'", [
      caseId,
    ]);
    expect(left).toEqual([]);
  });
});

describe('a filter', () => {
  it('finds cases by rating and by what was said, and the search by its words', async () => {
    const { caseId, key } = await anAskedCustomer();
    await rate(key, 0, 'The parcel smelled of pickles');
    await desk.drain();
    const api = desk.as(desk.agent);
    const conditions = [
      { field: 'case.rating', operator: 'at-most', value: 'fair' },
      { field: 'case.ratingComment', operator: 'contains', value: 'pickles' },
      { field: 'case.rated', operator: 'is', value: true },
      { field: 'case.hoursSinceRated', operator: 'less-than', value: 1 },
    ] as const;
    const body = { conditions: { match: 'all' as const, conditions: [...conditions] } };
    const filtered = await api.call(filtersApi.preview, { body });
    expect(filtered.items.map(({ id }) => id)).toEqual([caseId]);
    const found = await api.call(searchApi.cases, { query: { q: 'pickles' } });
    expect(found.items.map(({ id }) => id)).toEqual([caseId]);
  });
});

describe('a link in what people write', () => {
  const template = (templateKind: 'reply' | 'forward', html: string) =>
    desk.as(desk.administrator).call(templatesApi.write, { params: { templateKind }, query: {}, body: { html } });

  it('of a reply template gets its key when the mail leaves, and asks for the resolution that is to come', async () => {
    await template('reply', '{{message}}<p>Rate us: {{feedback.link}}</p>');
    const { address, caseId } = await aCustomerWrites(desk);
    await anAgentReplies(desk, caseId);
    const [mail = ''] = await noticesTo(both, address);
    await template('reply', '{{message}}');
    const key = /\/portal\/feedback\/([\w-]{43})/.exec(mail)?.[1] ?? '';
    expect(mail).toMatch(/<a href="http[^"]+\/portal\/feedback\//);
    await rate(key, 2);
    expect(await saidOf(caseId)).toMatchObject([{ rating: 2, resolution: 1 }]);

    await setStatus(caseId, 'resolved');
    await hoursPass(3);
    expect(await noticesTo(both, address)).toHaveLength(1);
  });

  it('goes to the customer alone: a template for forwards takes none', async () => {
    const written = template('forward', '{{message}}<p>{{feedback.link}}</p>');
    await expect(written).rejects.toMatchObject({ status: 422 });
  });

  it('of a rule’s mail works like any other', async () => {
    const { address, caseId } = await aCustomerWrites(desk);
    const actions = [
      {
        type: 'send-email' as const,
        recipient: { to: 'customer' as const },
        subject: 'Tell us',
        html: '<p>{{feedback.link}}</p>',
      },
    ];
    const body = { name: 'Ask', type: 'case-resolved' as const, actions, enabled: true };
    const rule = await desk.as(desk.administrator).call(rulesApi.create, { body });
    await setStatus(caseId, 'resolved');
    await desk.as(desk.administrator).call(rulesApi.delete, { params: { ruleId: rule.id } });
    const [mail = ''] = await noticesTo(both, address);
    expect(mail).toMatch(/\/portal\/feedback\/[\w-]{43}/);
  });
});
