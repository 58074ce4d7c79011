import { casesApi, feedbackApi, surveysApi, type WriteSurvey } from '@bureau/contracts';
import { FeedbackLinks } from '@bureau/cases';
import { COMMENT_CHARACTERS } from '@bureau/feedback';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCase } from '@bureau/cases/testing';
import { aCenter, visit } from '../../../../../test/fixtures/center.ts';
import { aVisitor } from '../question/visitor.fixture.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
let center: { id: number; slug: string };
beforeAll(async () => {
  desk = await startTestDesk();
  center = await aCenter(desk, { languages: ['en', 'de'] });
  await desk.aMailbox('help@heron.example', { brandId: center.id });
  await ask(center.id);
});
afterAll(() => closeDesk(desk));

const DAY = 86_400_000;
const SURVEY: WriteSurvey = {
  enabled: true,
  ratingType: 'four_star',
  words: {
    en: { question: 'Are you <b>happy</b>?', additionalQuestion: 'Tell us more' },
    de: { question: 'Sind Sie zufrieden?', additionalQuestion: '' },
  },
  ...{ expiresAfterDays: 14, automatic: false, sendAfterHours: 1, notAgainDays: 1 },
};

async function ask(brandId: number, changes: Partial<WriteSurvey> = {}) {
  await desk.as(desk.administrator).call(surveysApi.write, { params: { brandId }, body: { ...SURVEY, ...changes } });
}

/** A resolved case of the brand, and the link that a mail about it holds. */
async function aLink(): Promise<{ caseId: number; path: string }> {
  const { id: caseId } = await aCase(desk);
  await desk.sql.run("UPDATE cases SET brand_id = $2, status = 'resolved', resolved_at = now() WHERE id = $1", [
    caseId,
    center.id,
  ]);
  const links = desk.running.get(FeedbackLinks);
  const address = (await links.addressFor(caseId)) ?? '';
  const { text } = await links.withKey(caseId, { text: address, html: '' });
  return { caseId, path: new URL(text).pathname };
}

const answer = (path: string, rating: string, comment = '') =>
  visit(desk, path, {
    form: { 'customer_feedback[rating]': rating, 'customer_feedback[additional_feedback]': comment },
  });

async function saidOf(caseId: number) {
  return (await desk.as(desk.agent).call(feedbackApi.ofCase, { params: { caseId } })).items;
}

describe('the link of a mail', () => {
  it('opens a page with the answer chosen, and counts nothing however often it is followed', async () => {
    const { caseId, path } = await aLink();
    for (let times = 0; times < 3; times += 1) {
      const { status, text } = await visit(desk, `${path}?rating=0`);
      expect(status).toBe(200);
      expect(text).toMatch(/value="0" required checked/);
      expect(text).toContain('Are you &lt;b&gt;happy&lt;/b&gt;?');
    }
    expect((await visit(desk, `${path}?rating=0`, { method: 'HEAD' as 'GET' })).status).toBeLessThan(500);
    expect(await saidOf(caseId)).toEqual([]);
  });

  it('lets its customer answer with a button, shows what he said, and lets him change it', async () => {
    const { caseId, path } = await aLink();
    const sent = await answer(path, '3', 'Kind & quick <3');
    expect([sent.status, sent.headers['location']]).toEqual([303, `${path}/completed`]);
    const thanks = await visit(desk, `${path}/completed`);
    expect(thanks.text).toContain('Kind &amp; quick &lt;3');
    expect(thanks.text).toContain('Great');

    const again = await visit(desk, path);
    expect(again.text).toMatch(/value="3" required checked/);
    await answer(path, '1', 'On reflection');
    expect(await saidOf(caseId)).toMatchObject([{ rating: 1, comment: 'On reflection' }]);
  });

  it('speaks German to whoever reads German', async () => {
    const { path } = await aLink();
    const { text } = await visit(desk, path, { language: 'de-AT' });
    expect(text).toContain('Sind Sie zufrieden?');
    expect(text).toContain('Sehr gut');
  });

  it('says beside the form what is missing, and keeps what was written', async () => {
    const { caseId, path } = await aLink();
    const { status, text } = await answer(path, 'nothing of this', 'But I wrote this');
    expect(status).toBe(422);
    expect(text).toContain('Choose one of the answers.');
    expect(text).toContain('But I wrote this');
    const long = await answer(path, '3', 'x'.repeat(COMMENT_CHARACTERS + 1));
    expect([long.status, long.text]).toEqual([
      422,
      expect.stringContaining(`at most ${COMMENT_CHARACTERS} characters`),
    ]);
    expect(await saidOf(caseId)).toEqual([]);
  });

  it('says that its time is over, that nobody asks any more, or that it is unknown', async () => {
    const { caseId, path } = await aLink();
    await ask(center.id, { enabled: false });
    expect((await visit(desk, path)).text).toContain('We ask for no feedback at the moment');
    expect((await answer(path, '3')).text).toContain('We ask for no feedback at the moment');
    await ask(center.id);
    desk.clock.advance(15 * DAY);
    const over = await answer(path, '3');
    expect(over.status).toBe(410);
    expect(over.text).toContain('The time for this feedback is over');
    expect((await visit(desk, path.replace(/[\w-]{43}$/, 'x'.repeat(43)))).status).toBe(404);
    expect((await visit(desk, path.replace(/[\w-]{43}$/, 'key-is-in-the-mail'))).status).toBe(404);
    expect(await saidOf(caseId)).toEqual([]);
  });

  it('opens nothing on the pages of another brand (S32)', async () => {
    const { caseId, path } = await aLink();
    const other = await aCenter(desk, { name: 'Wren' });
    await ask(other.id);
    const foreign = path.replace(center.slug, other.slug);
    expect((await visit(desk, foreign)).status).toBe(404);
    expect((await answer(foreign, '3')).status).toBe(404);
    expect(await saidOf(caseId)).toEqual([]);
  });

  it('takes words as words: neither the page nor the console gets a script (S14)', async () => {
    const { caseId, path } = await aLink();
    const hostile = '<script>alert(1)</script>{{ site.company_name }}"\'><img src=x onerror=alert(1)>';
    await answer(path, '2', hostile);
    const { text } = await visit(desk, `${path}/completed`);
    expect(text).not.toMatch(/<script>alert|<img src=x/);
    expect(text).toContain('{{ site.company_name }}');
    expect((await visit(desk, path)).text).not.toMatch(/<script>alert|<img src=x/);
    expect(await saidOf(caseId)).toMatchObject([{ comment: hostile }]);
  });

  it('is refused to a form of another site', async () => {
    const { caseId, path } = await aLink();
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const { status } = await visit(desk, path, { form: { 'customer_feedback[rating]': '0' }, headers });
    expect(status).toBe(403);
    expect(await saidOf(caseId)).toEqual([]);
  });

  it('bears a flood: few answers a minute, one rating', async () => {
    const { caseId, path } = await aLink();
    const statuses: number[] = [];
    desk.clock.toNextMinute();
    for (let times = 0; times < 70; times += 1) statuses.push((await answer(path, `${times % 4}`)).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(await saidOf(caseId)).toHaveLength(1);
    const feed = await desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
    expect(feed.rating).not.toBeNull();
  });
});

describe('the page of a case', () => {
  it('lets its own customer rate it while it is resolved, and nobody else', async () => {
    // The minute of the flood is over.
    desk.clock.advance(61_000);
    const { caseId } = await aLink();
    const ana = await aVisitor(desk, center.id);
    const ben = await aVisitor(desk, center.id);
    await desk.sql.run('UPDATE cases SET customer_id = $2, resolved_at = $3 WHERE id = $1', [
      ...[caseId, ana.customerId, desk.clock.now()],
    ]);
    const path = `/support/${center.slug}/customer/portal/private/cases/${caseId}`;
    expect((await visit(desk, path, ana)).text).toContain('name="customer_feedback[rating]"');
    const form = { 'customer_feedback[rating]': '2', 'customer_feedback[additional_feedback]': 'Well done' };
    expect((await visit(desk, `${path}/feedback`, { ...ben, form })).status).toBe(404);
    expect(await saidOf(caseId)).toEqual([]);
    expect((await visit(desk, `${path}/feedback`, { ...ana, form })).status).toBe(303);
    expect(await saidOf(caseId)).toMatchObject([{ rating: 2, comment: 'Well done' }]);

    await desk.sql.run("UPDATE cases SET status = 'open' WHERE id = $1", [caseId]);
    expect((await visit(desk, path, ana)).text).not.toContain('name="customer_feedback[rating]"');
  });
});
