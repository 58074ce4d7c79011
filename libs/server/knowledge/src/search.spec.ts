import { articlesApi, casesApi, changesApi, topicsApi, type CreateArticle } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../test/fixtures/desk.ts';
import {
  CompleteTitles,
  KnowledgeTally,
  ReadingQueries,
  SearchArticleTexts,
  SuggestArticles,
  VoteOnArticle,
  type Reader,
} from './index.ts';

let desk: TestDesk;
let otherBrand: number;
let topicId: number;
let membersTopic: number;
const ids = new Map<string, number>();
/** Readers of changes stay a few seconds behind those who write. */
const BEHIND = { timeout: 10_000 };
const PAST = '2026-01-01T00:00:00Z';

beforeAll(async () => {
  desk = await startTestDesk();
  otherBrand = await desk.aBrand('Aldermoor');
  topicId = await aTopic('Machines', [desk.brandId]);
  membersTopic = await aTopic('For members', [desk.brandId], 'signed-in');
  const foreignTopic = await aTopic('Bicycles', [otherBrand]);
  await anArticle('Descaling your espresso machine', {
    html: '<p>Use citric acid every three months.</p>',
    quickcode: 'descale',
  });
  await anArticle('Returning an order', {
    html: '<p>Send it back within 30 days.</p>',
    keywords: ['refund', 'money back'],
  });
  await anArticle('Grinding coffee', { html: '<p>An espresso machine wants a fine grind.</p>' });
  await anArticle('Secret descaling recipe', { internal: true });
  await anArticle('Descaling draft', { publishAt: null });
  await anArticle('Descaling tomorrow', { publishAt: '2099-01-01T00:00:00Z' });
  await anArticle('Descaling for members', { topicId: membersTopic });
  await anArticle('Descaling a bicycle', { topicId: foreignTopic });
});
afterAll(() => closeDesk(desk));

async function aTopic(name: string, brandIds: number[], audience: 'public' | 'signed-in' = 'public'): Promise<number> {
  const body = { name, brandIds, audience };
  return (await desk.as(desk.administrator).call(topicsApi.create, { body })).id;
}

async function anArticle(subject: string, over: Partial<CreateArticle> = {}): Promise<void> {
  const body = { topicId, subject, publishAt: PAST, ...over };
  ids.set(subject, (await desk.as(desk.administrator).call(articlesApi.create, { body })).id);
}

const guest = (over: Partial<Reader> = {}): Reader => ({
  brandId: desk.brandId,
  language: 'en',
  signedIn: false,
  ...over,
});
const titles = async (typed: string, reader = guest()) =>
  (await desk.running.get(SearchArticleTexts).run({ reader }, typed, { limit: 20 })).items.map(
    ({ subject }) => subject.text,
  );

async function anAgentOf(brandId: number): Promise<Person> {
  const agent = await desk.aUser({ name: 'Lucie Marchand' });
  await desk.sql.run(
    `WITH narrow AS (INSERT INTO roles (name, permissions, own_brands_only)
       SELECT 'One brand ' || $1::bigint, permissions, true FROM roles WHERE key = 'agent' RETURNING id),
     served AS (INSERT INTO user_brands (user_id, brand_id) VALUES ($1::bigint, $2))
     UPDATE users SET role_id = narrow.id FROM narrow WHERE users.id = $1::bigint`,
    [agent.id, brandId],
  );
  return agent;
}

describe('a visitor', () => {
  it.each([
    ['descaling', 'a word'],
    ['DESCALE machines', 'other forms of it'],
    ['decsaling espresso machien', 'typos in it'],
    ['desc', 'the beginning of it'],
    ['citric', 'a word of the text'],
    ['how can i descale my old machine please', 'a whole question'],
  ])('finds the answer to %j, by %s', async (typed) => {
    expect((await titles(typed))[0]).toBe('Descaling your espresso machine');
  });

  it('finds by other words that its writer thought of, and sees titles before texts', async () => {
    expect(await titles('refund')).toEqual(['Returning an order']);
    expect(await titles('espresso')).toEqual(['Descaling your espresso machine', 'Grinding coffee']);
  });

  it('finds nothing that is a draft, internal, not yet out, for members or of another brand', async () => {
    expect(await titles('descaling')).toEqual(['Descaling your espresso machine']);
    expect(await titles('descaling', guest({ signedIn: true }))).toHaveLength(2);
    expect(await titles('descaling', guest({ brandId: otherBrand }))).toEqual(['Descaling a bicycle']);
    expect(await titles('descaling', guest({ language: 'de' }))).toEqual([]);
    expect(await titles('bicycle')).toEqual([]);
  });

  it('sees where the words are, and no markup of others', async () => {
    await anArticle('Brews & <b>bold</b>', { html: '<p>We say &lt;script&gt; to boldness</p>' });
    const { items } = await desk.running.get(SearchArticleTexts).run({ reader: guest() }, 'boldness', { limit: 1 });
    const [found] = items;
    expect(found?.excerpt.text).toBe('We say <script> to boldness');
    expect(found?.excerpt.marks.map(([from, to]) => found.excerpt.text.slice(from, to))).toEqual(['boldness']);
  });

  it.each([
    '',
    '   ',
    '\u0000',
    "'; DROP TABLE articles; --",
    '((((',
    ':*',
    '&&',
    'a'.repeat(5000),
    '%_\\',
    'the of and',
  ])('may type anything: %j', async (typed) => {
    await expect(titles(typed)).resolves.toBeInstanceOf(Array);
    await expect(desk.running.get(CompleteTitles).known(guest(), typed)).resolves.toBeInstanceOf(Array);
    await expect(desk.running.get(CompleteTitles).searched(guest(), typed)).resolves.toBeInstanceOf(Array);
  });

  it('is proposed answers to what he writes', async () => {
    const letter = 'Hello, since yesterday there is lime in my machine. Is there an acid that I can use? Thank you!';
    const found = await desk.running.get(SuggestArticles).run(desk.brandId, 'en', null, letter);
    expect(found[0]?.id).toBe(ids.get('Descaling your espresso machine'));
    const [completed] = await desk.running.get(CompleteTitles).known(guest(), 'retu');
    expect(completed?.slug).toBe('returning-an-order');
  });

  it('votes once, changes his mind, and moves a helpful article up', async () => {
    const vote = desk.running.get(VoteOnArticle);
    const articleId = ids.get('Grinding coffee') ?? 0;
    for (const helpful of [false, true])
      await vote.run(guest(), { articleId, visitor: 'hash', helpful, comment: 'Hm' });
    const article = await desk.running.get(ReadingQueries).article(guest(), articleId);
    expect(article).toMatchObject({ helpful: 1, notHelpful: 0 });
    const foreign = { articleId: ids.get('Descaling a bicycle') ?? 0, visitor: 'hash', helpful: true };
    await expect(vote.run(guest(), foreign)).rejects.toMatchObject({ code: 'article.not-found' });
    const params = { articleId };
    const { items } = await desk.as(desk.agent).call(articlesApi.votes, { params });
    expect(items).toMatchObject([{ helpful: true, comment: 'Hm' }]);
  });

  it('leaves in the report what he did not find, and nothing of himself', async () => {
    const tally = desk.running.get(KnowledgeTally);
    for (const typed of ['Oat milk!', 'oat   MILK', 'ana@customer.example', '+49 171 1234567']) {
      tally.searched(desk.brandId, { language: 'en', typed, found: 0 });
    }
    tally.viewed(desk.brandId, ids.get('Grinding coffee') ?? 0);
    await tally.write();
    const { items } = await desk.as(desk.agent).call(articlesApi.fruitlessSearches, {});
    expect(items).toMatchObject([{ words: 'oat milk', count: 2, brandId: desk.brandId }]);
    const help = await desk.as(desk.agent).call(articlesApi.helpfulness, {});
    expect(help.items.find(({ articleId }) => articleId === ids.get('Grinding coffee'))).toMatchObject({ views: 1 });
  });
});

describe('what appears later', () => {
  it('appears at its time, also when nobody announces it, and is announced once', async () => {
    const at = new Date(desk.clock.now().getTime() + 3_600_000);
    await anArticle('Opening hours at Christmas', { publishAt: at.toISOString() });
    expect(await titles('christmas')).toEqual([]);
    expect(await desk.running.get(ReadingQueries).steadySeconds(7200)).toBeCloseTo(3600, -2);
    desk.clock.advance(3_600_001);
    expect(await titles('christmas')).toEqual(['Opening hours at Christmas']);
  });
});

describe('an agent', () => {
  it('finds by quickcode first, then by words, internal ones too but no drafts', async () => {
    const { items } = await desk.as(desk.agent).call(articlesApi.search, { query: { q: 'descale' } });
    expect(items[0]).toMatchObject({ quickcode: 'descale', internal: false });
    const all = await desk.as(desk.agent).call(articlesApi.search, { query: { q: 'descaling' } });
    expect(all.items.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['Secret descaling recipe', 'Descaling a bicycle', 'Descaling for members']),
    );
    expect(all.items.map(({ subject }) => subject)).not.toContain('Descaling draft');
    const used = await desk.as(desk.agent).call(articlesApi.search, { query: {} });
    expect(used.items.length).toBeGreaterThan(3);
  });

  it('finds by a quickcode while it is typed, the shortest first', async () => {
    await anArticle('Sieve', { quickcode: 'parts-sieve' });
    await anArticle('Parts', { quickcode: 'parts' });
    const find = async (q: string) =>
      (await desk.as(desk.agent).call(articlesApi.search, { query: { q } })).items.map(({ quickcode }) => quickcode);
    expect(await find('par')).toEqual(['parts', 'parts-sieve']);
    expect((await find('parts-s'))[0]).toBe('parts-sieve');
    expect(await find('/')).toEqual([]);
  });

  it('who serves one brand finds, reads and inserts nothing of another (S32)', async () => {
    const agent = desk.as(await anAgentOf(otherBrand));
    const { items } = await agent.call(articlesApi.search, { query: { q: 'descaling' } });
    expect(items.map(({ subject }) => subject)).toEqual(['Descaling a bicycle']);
    const list = await agent.call(articlesApi.list, { query: {} });
    expect(list.items.map(({ subject }) => subject)).toEqual(['Descaling a bicycle']);
    const topics = await agent.call(topicsApi.list, {});
    expect(topics.items.map(({ name }) => name)).toEqual(['Bicycles']);
    for (const articleId of [ids.get('Grinding coffee') ?? 0, 987_654]) {
      expect(await agent.refusal(articlesApi.read, { params: { articleId } })).toEqual({
        status: 404,
        code: 'article.not-found',
      });
      expect(await agent.refusal(articlesApi.votes, { params: { articleId } })).toMatchObject({ status: 404 });
    }
    expect(await agent.call(articlesApi.fruitlessSearches, {})).toEqual({ items: [] });
    const copied = async () => (await agent.call(changesApi.articles, {})).items;
    await expect.poll(copied, BEHIND).toMatchObject([{ texts: [{ subject: 'Descaling a bicycle' }] }]);
    expect(await agent.call(changesApi.topics, {})).toMatchObject({ items: [{ brandIds: [otherBrand] }] });
  });

  it('inserts an article with the words of the case, in the language of its customer', async () => {
    await anArticle('Greeting', {
      html: '<p>Dear {{customer.first_name | default: "friend"}}, <b>welcome</b>.</p>',
      bodies: { phone: 'Say welcome.' },
    });
    const articleId = ids.get('Greeting') ?? 0;
    const german = { subject: 'Begrüßung', html: '<p>Willkommen</p>', publishAt: PAST };
    await desk.as(desk.administrator).call(articlesApi.write, { params: { articleId, language: 'de' }, body: german });
    const customer = { address: 'ana@people.example', name: 'Ana Ferreira' };
    const body = { subject: 'Hi', text: 'Hello', customer };
    const opened = await desk.as(desk.agent).call(casesApi.open, { body });

    const input = { params: { articleId }, body: { caseId: opened.id } };
    const inserted = await desk.as(desk.agent).call(articlesApi.insert, input);
    expect(inserted).toMatchObject({ language: 'en', text: 'Dear Ana, welcome.', missing: [] });
    expect(inserted.html).toBe('<p>Dear Ana, <b>welcome</b>.</p>');
    await desk.as(desk.agent).call(casesApi.update, { params: { caseId: opened.id }, body: { language: 'de_at' } });
    expect(await desk.as(desk.agent).call(articlesApi.insert, input)).toMatchObject({ subject: 'Begrüßung' });

    const foreign = { params: { articleId: ids.get('Descaling a bicycle') ?? 0 }, body: { caseId: opened.id } };
    expect(await desk.as(desk.agent).refusal(articlesApi.insert, foreign)).toMatchObject({ status: 404 });
    const stranger = desk.as(await anAgentOf(otherBrand));
    expect(await stranger.refusal(articlesApi.insert, input)).toMatchObject({ status: 404 });
  });
});
