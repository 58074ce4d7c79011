import { casesApi, questionsApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCenter, visit } from '../../../../../test/fixtures/center.ts';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aVisitor } from './visitor.fixture.ts';

let desk: TestDesk;
let center: { id: number; slug: string; name: string };
let moderator: Person;
let topicId: number;
let base: string;
beforeAll(async () => {
  desk = await startTestDesk();
  center = await aCenter(desk, { languages: ['en', 'de'] });
  await desk.aMailbox('help@heron.example', { brandId: center.id });
  moderator = desk.administrator;
  base = `/support/${center.slug}/customer/portal`;
  topicId = await aTopic([center.id]);
});
afterAll(() => closeDesk(desk));

async function aTopic(brandIds: number[], audience: 'public' | 'agents' = 'public'): Promise<number> {
  const topic = await desk.sql.row<{ id: number }>(
    `WITH o AS (INSERT INTO topics (language, audience, position) VALUES ('en', $1, 1) RETURNING id),
     n AS (INSERT INTO topic_translations (topic_id, language, name, slug) SELECT id, 'en', 'Brewing', 'brewing' FROM o),
     b AS (INSERT INTO topic_brands (topic_id, brand_id) SELECT id, unnest($2::bigint[]) FROM o)
     SELECT id FROM o`,
    [audience, brandIds],
  );
  return topic?.id ?? 0;
}

/** The token of the form on a page, old enough that a person can have filled it. */
async function tokenOf(path: string, cookie?: string): Promise<string> {
  const { text } = await visit(desk, path, cookie ? { cookie } : {});
  desk.clock.advance(61_000);
  return /name="form_token" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

interface Said {
  subject?: string;
  body?: string;
  email?: string;
  cookie?: string;
  topic?: number;
  more?: Record<string, string>;
}

async function ask({
  subject = 'How fine do I grind?',
  body = 'For a moka pot',
  email,
  cookie,
  topic = topicId,
  more,
}: Said = {}) {
  const token = await tokenOf(`${base}/questions/new`, cookie);
  const form = {
    ...{
      form_token: token,
      confirmed: 'true',
      'qna[kb_topic_id]': `${topic}`,
      'qna[subject]': subject,
      'qna[body]': body,
    },
    ...{ 'interaction[name]': 'Ana', 'interaction[email]': email ?? `${crypto.randomUUID()}@customer.example` },
    ...more,
  };
  return visit(desk, `${base}/questions`, { form, ...(cookie ? { cookie } : {}) });
}

async function answer(path: string, body: string, { cookie, more }: Said = {}) {
  const form = {
    ...{ form_token: await tokenOf(path, cookie), 'qna[body]': body, ...more },
    ...{ 'interaction[name]': 'Ben', 'interaction[email]': `${crypto.randomUUID()}@customer.example` },
  };
  return visit(desk, `${path}/answers`, { form, ...(cookie ? { cookie } : {}) });
}

const waiting = async () => (await desk.as(moderator).call(questionsApi.waiting, { query: { limit: 100 } })).items;

/** A question that somebody here has published, and its page. */
async function aQuestion(said: Said = {}) {
  await ask(said);
  const post = (await waiting()).at(-1);
  if (!post) throw new Error('No question waits.');
  const params = { questionId: post.questionId };
  const question = await desk.as(moderator).call(questionsApi.judge, { params, body: { state: 'published' } });
  const { headers } = await visit(desk, `${base}/questions/${question.id}`);
  return {
    id: question.id,
    caseId: question.case.id,
    path: String(headers['location'] ?? `${base}/questions/${question.id}`),
  };
}

describe('a guest', () => {
  it('asks in public; it becomes a case at once, and is shown when somebody here has read it', async () => {
    const before = (await waiting()).length;
    const sent = await ask({ subject: 'Which filter fits?' });
    expect(sent.status).toBe(303);
    const posts = await waiting();
    expect(posts).toHaveLength(before + 1);
    const post = posts.at(-1)!;
    expect(post).toMatchObject({ kind: 'question', subject: 'Which filter fits?', isKnown: false });
    const supportCase = await desk.as(desk.agent).call(casesApi.get, { params: { caseId: post.caseId } });
    expect(supportCase).toMatchObject({ channel: 'qna', status: 'new', brand: { id: center.id } });
    expect((await visit(desk, `${base}/questions/${post.questionId}`)).status).toBe(404);

    const params = { questionId: post.questionId };
    await desk.as(moderator).call(questionsApi.judge, { params, body: { state: 'published' } });
    const list = await visit(desk, `${base}/topics/${topicId}-brewing/questions`);
    expect(list.text).toContain('Which filter fits?');
    expect(list.text).not.toContain('@customer.example');
  });

  it('is told beside the fields what is missing, and loses nothing', async () => {
    const { status, text } = await ask({ subject: ' ', body: 'But this I wrote', topic: 999 });
    expect(status).toBe(422);
    expect(text).toContain('But this I wrote');
    expect(text).toContain('Choose a topic.');
  });

  it('who fills the field that people do not see waits in the ledger, and becomes no case', async () => {
    const before = (await waiting()).length;
    await ask({ more: { 'interaction[website]': 'http://spam.example' } });
    expect(await waiting()).toHaveLength(before);
    const held = await desk.sql.rows("SELECT FROM intake_items WHERE source = 'qna' AND fate = 'held'");
    expect(held).toHaveLength(1);
  });

  it('who sends the same form twice has asked once', async () => {
    const token = await tokenOf(`${base}/questions/new`);
    const before = (await waiting()).length;
    const more = { form_token: token };
    await ask({ more });
    await ask({ more });
    expect(await waiting()).toHaveLength(before + 1);
  });
});

describe('the community', () => {
  it('answers; what guests say waits, what known people say is there at once', async () => {
    const { id, path, caseId } = await aQuestion();
    await answer(path, 'As fine as table salt');
    expect((await visit(desk, path)).text).not.toContain('As fine as table salt');
    const post = (await waiting()).at(-1)!;
    expect(post).toMatchObject({ kind: 'answer', questionId: id });
    await desk
      .as(moderator)
      .call(questionsApi.judgeAnswer, { params: { answerId: post.id }, body: { state: 'published' } });
    expect((await visit(desk, path)).text).toContain('As fine as table salt');

    const { cookie } = await aVisitor(desk, center.id);
    await answer(path, 'Finer than for filter', { cookie });
    expect((await visit(desk, path)).text).toContain('Finer than for filter');
    const feed = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId }, query: {} });
    const messages = feed.items.filter((item) => item.kind === 'message');
    // No mail to whoever asked quotes what others said.
    expect(messages.map(({ purpose, channel }) => [purpose, channel])).toEqual([
      ['message', 'qna'],
      ['aside', 'qna'],
      ['aside', 'qna'],
    ]);
  });

  it('judges answers with a button, once each, and never by looking', async () => {
    const { id, path } = await aQuestion();
    const { cookie } = await aVisitor(desk, center.id);
    await answer(path, 'Medium', { cookie });
    const read = async () =>
      (await desk.as(moderator).call(questionsApi.ofCase, { params: { caseId: (await questionOf(id)).caseId } }))
        .question!;
    const answerId = (await read()).answers[0]!.id;
    await visit(desk, `${path}/rate?rating=1&answer_id=${answerId}`);
    expect((await read()).answers[0]).toMatchObject({ up: 0, down: 0 });
    const vote = (rating: string) =>
      visit(desk, `${path}/rate`, { cookie, form: { rating, answer_id: `${answerId}` } });
    await vote('1');
    await vote('1');
    expect((await read()).answers[0]).toMatchObject({ up: 1, down: 0 });
    await vote('0');
    expect((await read()).answers[0]).toMatchObject({ up: 0, down: 1 });
  });

  it('sees which answer solved it: chosen by whoever asked, and by nobody else', async () => {
    const asker = await aVisitor(desk, center.id);
    const sent = await ask({ cookie: asker.cookie, subject: 'Does it need salt?' });
    const path = String(sent.headers['location']);
    expect(path).toMatch(/does-it-need-salt$/);
    const other = await aVisitor(desk, center.id);
    await answer(path, 'No salt at all', { cookie: other.cookie });
    const { text } = await visit(desk, path, { cookie: asker.cookie });
    const answerId = /id="answer-(\d+)"/.exec(text)?.[1] ?? '';
    const choose = (cookie?: string) =>
      visit(desk, `${path}/best`, { form: { answer_id: answerId }, ...(cookie ? { cookie } : {}) });
    expect((await choose()).status).toBe(404);
    expect((await choose(other.cookie)).status).toBe(404);
    expect((await choose(asker.cookie)).status).toBe(303);
    expect((await visit(desk, path)).text).toContain('Best answer');
  });
});

describe('an agent', () => {
  it('answers in public from the case: it is marked as the company’s, and goes to the asker by mail', async () => {
    const { id, path, caseId } = await aQuestion();
    const { sequence } = await desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
    const call = { params: { questionId: id }, body: { text: 'Setting 12 <i>or</i> so', sequence } };
    await desk.as(desk.agent).call(questionsApi.answer, call);
    const { text } = await visit(desk, path);
    expect(text).toContain('Setting 12 &lt;i&gt;or&lt;/i&gt; so');
    expect(text).toMatch(/<strong>Mia Larsen<\/strong> <span class="badge">Larkspur Coffee/);
    const mails = await desk.sql.rows('SELECT FROM deliveries WHERE case_id = $1', [caseId]);
    expect(mails).toHaveLength(1);
    expect(await desk.as(desk.agent).refusal(questionsApi.answer, call)).toMatchObject({ code: 'case.moved-on' });
  });

  it('who may not moderate publishes nothing; who may closes the question for good answers', async () => {
    const { id, path } = await aQuestion();
    const judge = { params: { questionId: id }, body: { state: 'rejected' as const } };
    expect(await desk.as(desk.agent).refusal(questionsApi.judge, judge)).toMatchObject({ status: 403 });
    await desk.as(moderator).call(questionsApi.close, { params: { questionId: id }, body: { closed: true } });
    expect((await visit(desk, path)).text).toContain('Closed');
    await desk.as(moderator).call(questionsApi.judge, judge);
    expect((await visit(desk, path)).status).toBe(404);
  });
});

describe('a question', () => {
  it('is on the pages of its own brand only, and below topics that one may see (S32)', async () => {
    const { id } = await aQuestion();
    const other = await aCenter(desk, { name: 'Wren' });
    expect((await visit(desk, `/support/${other.slug}/customer/portal/questions/${id}`)).status).toBe(404);
    await desk.sql.run("UPDATE topics SET audience = 'agents' WHERE id = $1", [topicId]);
    expect((await visit(desk, `${base}/questions/${id}`)).status).toBe(404);
    await desk.sql.run("UPDATE topics SET audience = 'public' WHERE id = $1", [topicId]);
  });

  it('is words and nothing else, whatever somebody wrote (S14)', async () => {
    const hostile = `<script>alert(1)</script>{{ site.company_name }}"'><img src=x onerror=alert(1)>`;
    const { path } = await aQuestion({ subject: hostile, body: hostile });
    const { text } = await visit(desk, path);
    expect(text).not.toMatch(/<script>alert|<img src=x/);
    expect(text).toContain('{{ site.company_name }}');
    const list = await visit(desk, `${base}/topics/${topicId}-brewing/questions`);
    expect(list.text).not.toMatch(/<script>alert|<img src=x/);
  });

  it('is gone with its case, and its words with what is erased', async () => {
    const { path, caseId } = await aQuestion({ body: 'My number is 0151 1234' });
    await desk.sql.run("UPDATE messages SET text = '', visible_length = 0, erased_at = now() WHERE case_id = $1", [
      caseId,
    ]);
    const { text } = await visit(desk, path);
    expect(text).not.toContain('0151');
    await desk.sql.run('UPDATE cases SET deleted_at = now() WHERE id = $1', [caseId]);
    expect((await visit(desk, path)).status).toBe(404);
  });

  it('waits for everybody, or for nobody, when the brand says so', async () => {
    const setTo = (moderation: 'everybody' | 'nobody' | 'guests') =>
      desk.as(moderator).call(questionsApi.changeSettings, { params: { brandId: center.id }, body: { moderation } });
    await setTo('nobody');
    expect(String((await ask()).headers['location'])).toMatch(/questions\/\d+/);
    await setTo('everybody');
    const { cookie } = await aVisitor(desk, center.id);
    const before = (await waiting()).length;
    await ask({ cookie });
    expect(await waiting()).toHaveLength(before + 1);
    await setTo('guests');
    expect((await desk.as(moderator).call(questionsApi.settings, {})).items.length).toBeGreaterThan(1);
  });
});

async function questionOf(id: number): Promise<{ caseId: number }> {
  const row = await desk.sql.row<{ caseId: number }>('SELECT case_id AS "caseId" FROM questions WHERE id = $1', [id]);
  return row ?? { caseId: 0 };
}

describe('a published question', () => {
  it('is counted beside its topic, and told to search engines; one that waits is neither', async () => {
    const quiet = await aTopic([center.id]);
    const home = `/support/${center.slug}`;
    const isCounted = async () => (await visit(desk, home)).text.includes('1 question');
    expect(await isCounted()).toBe(false);
    await ask({ subject: 'Does steel rust?', topic: quiet });
    await desk.drain();
    expect(await isCounted()).toBe(false);
    expect((await visit(desk, `${home}/sitemap.xml`)).text).not.toContain('does-steel-rust');

    const post = (await waiting()).at(-1)!;
    const params = { questionId: post.questionId };
    await desk.as(moderator).call(questionsApi.judge, { params, body: { state: 'published' } });
    await desk.drain();
    expect(await isCounted()).toBe(true);
    expect((await visit(desk, `${home}/sitemap.xml`)).text).toContain(`/questions/${post.questionId}-does-steel-rust`);
  });
});
