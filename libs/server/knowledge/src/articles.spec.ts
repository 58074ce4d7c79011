import {
  articlesApi,
  auditApi,
  changesApi,
  linksApi,
  topicsApi,
  type Article,
  type CreateArticle,
  type Topic,
  type WriteTranslation,
} from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../test/fixtures/desk.ts';

let desk: TestDesk;
let topic: Topic;
let writer: Person;
beforeAll(async () => {
  desk = await startTestDesk();
  topic = await administrator().call(topicsApi.create, { body: { name: 'Brewing', brandIds: [desk.brandId] } });
  writer = await desk.aUser({ name: 'Noor Haddad', role: 'content-manager' });
});
afterAll(() => closeDesk(desk));

const administrator = () => desk.as(desk.administrator);
const PAST = '2026-01-01T00:00:00Z';

const create = (over: Partial<CreateArticle> = {}): Promise<Article> =>
  administrator().call(articlesApi.create, { body: { topicId: topic.id, subject: 'Descaling', ...over } });

const write = (article: Article, body: WriteTranslation, language = 'en'): Promise<Article> =>
  administrator().call(articlesApi.write, { params: { articleId: article.id, language }, body });

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

describe('a topic', () => {
  it('is named in languages, ordered, and deleted when nothing is in it', async () => {
    const one = await administrator().call(topicsApi.create, { body: { name: 'Orders', brandIds: [desk.brandId] } });
    const params = { topicId: one.id };
    const body = { name: 'Bestellungen' };
    const named = await administrator().call(topicsApi.translate, { params: { ...params, language: 'de' }, body });
    expect(named.translations.map(({ language, slug }) => [language, slug])).toEqual([
      ['en', 'orders'],
      ['de', 'bestellungen'],
    ]);
    const { items } = await administrator().call(topicsApi.order, { body: { topicIds: [one.id] } });
    expect(items[0]?.id).toBe(one.id);
    await administrator().call(topicsApi.delete, { params });
    expect(await administrator().refusal(topicsApi.read, { params })).toMatchObject({ code: 'topic.not-found' });
  });

  it('is read by agents and changed by those who publish', async () => {
    const { items } = await desk.as(desk.agent).call(topicsApi.list, {});
    expect(items.map(({ name }) => name)).toContain('Brewing');
    const params = { topicId: topic.id };
    const input = { params, body: { allowQuestions: false } };
    expect(await desk.as(desk.agent).refusal(topicsApi.change, input)).toMatchObject({ status: 403 });
  });

  it('with articles says where they go', async () => {
    const old = await administrator().call(topicsApi.create, { body: { name: 'Old', brandIds: [desk.brandId] } });
    const article = await create({ topicId: old.id, subject: 'Moves' });
    const params = { topicId: old.id };
    expect(await administrator().refusal(topicsApi.delete, { params })).toMatchObject({ code: 'topic.in-use' });
    await administrator().call(topicsApi.delete, { params, query: { moveArticlesTo: topic.id } });
    const moved = await administrator().call(articlesApi.read, { params: { articleId: article.id } });
    expect(moved.topic.id).toBe(topic.id);
  });

  it('names the brand that does not exist', async () => {
    const answer = await administrator().send(topicsApi.create, { body: { name: 'x', brandIds: [987_654] } });
    expect(await answer.json()).toMatchObject({ errors: [{ path: 'brandIds.0' }] });
  });
});

describe('an article', () => {
  it('begins as a draft, is clean, and says something on every channel', async () => {
    const article = await create({ html: '<h2>Fill</h2><p onclick="x()">the <b>tank</b></p><script>x()</script>' });
    const [text] = article.translations;
    expect(text).toMatchObject({ state: 'draft', slug: 'descaling', version: 1, outdated: false, urls: [] });
    expect(text?.html).toBe('<h2>Fill</h2><p>the <b>tank</b></p>');
    expect(text?.bodies.find(({ channel }) => channel === 'chat')?.body).toBe('Fill\n\nthe tank');
  });

  it('appears when it is published, with its address, and tells the fact once', async () => {
    const article = await create();
    const published = await write(article, { publishAt: PAST });
    expect(published.translations[0]).toMatchObject({ state: 'published', version: 1 });
    expect(published.translations[0]?.urls[0]?.url).toMatch(
      new RegExp(`/customer/portal/articles/${article.id}-descaling$`),
    );
    await write(article, { subject: 'Descaling at home' });
    await desk.drain();
    const facts = await desk.sql.rows(
      `SELECT FROM outbox WHERE name = 'article.published' AND (payload ->> 'articleId')::bigint = $1`,
      [article.id],
    );
    expect(facts).toHaveLength(1);
  });

  it('is not overwritten by who saw an older one', async () => {
    const article = await create();
    const input = { params: { articleId: article.id, language: 'en' }, body: { subject: 'Second' } };
    expect(await administrator().refusal(articlesApi.write, input, { 'if-match': '"b2xk.x"' })).toMatchObject({
      status: 412,
    });
  });

  it('keeps every version, tells what is different, and brings one back', async () => {
    const article = await create({ html: '<p>One</p><p>Two</p>' });
    await write(article, { html: '<p>One</p><p>Three</p>' });
    const params = { articleId: article.id, language: 'en' };
    const { items } = await administrator().call(articlesApi.versions, { params });
    expect(items.map(({ version, added, removed }) => [version, added, removed])).toEqual([
      [2, 1, 1],
      [1, 3, 0],
    ]);
    const second = await administrator().call(articlesApi.version, { params: { ...params, version: 2 } });
    expect(second.lines.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'Two' },
      { kind: 'added', text: 'Three' },
    ]);
    const back = await administrator().call(articlesApi.rollBack, { params: { ...params, version: 1 } });
    expect(back.translations[0]).toMatchObject({ version: 3, html: '<p>One</p><p>Two</p>' });
    const missing = { params: { ...params, version: 9 } };
    expect(await administrator().refusal(articlesApi.rollBack, missing)).toMatchObject({ status: 404 });
  });

  it('marks its translations when it says something else, until they are brought up to date', async () => {
    const article = await create({ html: '<p>One</p>' });
    await write(article, { subject: 'Entkalken', html: '<p>Eins</p>' }, 'de');
    const marks = ({ translations }: Article) => translations.map(({ language, outdated }) => [language, outdated]);
    expect(marks(await write(article, { keywords: ['lime'] }))).toEqual([
      ['en', false],
      ['de', false],
    ]);
    expect(marks(await write(article, { html: '<p>Two</p>' }))).toEqual([
      ['en', false],
      ['de', true],
    ]);
    expect(marks(await write(article, { html: '<p>Zwei</p>' }, 'de'))[1]).toEqual(['de', false]);
    const first = { params: { articleId: article.id, language: 'en' } };
    expect(await administrator().refusal(articlesApi.removeTranslation, first)).toMatchObject({ status: 409 });
  });

  it('has a quickcode of its own', async () => {
    await create({ quickcode: 'Descale' });
    const again = { body: { topicId: topic.id, subject: 'x', quickcode: 'descale' } };
    expect(await administrator().refusal(articlesApi.create, again)).toMatchObject({ code: 'article.quickcode-taken' });
  });

  it('goes into the trash and comes back', async () => {
    const article = await create({ subject: 'Come and go' });
    const params = { articleId: article.id };
    await administrator().call(articlesApi.delete, { params });
    expect(await administrator().refusal(articlesApi.change, { params, body: { internal: true } })).toMatchObject({
      status: 404,
    });
    const { items } = await administrator().call(articlesApi.list, { query: { deleted: 'true', q: 'come' } });
    expect(items.map(({ id }) => id)).toEqual([article.id]);
    await administrator().call(articlesApi.restore, { params });
    expect((await administrator().call(articlesApi.read, { params })).deletedAt).toBeNull();
  });

  it('turns pictures in its text into files of its own', async () => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const article = await create({ html: `<p>Look: <img src="data:image/png;base64,${pixel}" alt="a dot"></p>` });
    const [file] = article.attachments;
    expect(file).toMatchObject({ contentType: 'image/png', inline: true });
    expect(article.translations[0]?.html).toContain(`src="${file?.url}"`);
    const again = await write(article, { html: article.translations[0]?.html ?? '' });
    expect(again.attachments).toHaveLength(1);
    expect(again.translations[0]?.version).toBe(1);
    const params = { articleId: article.id, fileId: file?.id ?? 0 };
    const answer = await administrator().send(articlesApi.download, { params });
    expect(answer.headers.get('content-type')).toBe('image/png');
  });

  it('is copied in the order in which it changed, its texts with it', async () => {
    const article = await create({ subject: 'To be copied' });
    await write(article, { subject: 'Kopiert' }, 'de');
    const latest = async () =>
      (await administrator().call(changesApi.articles, { query: { limit: 1000 } })).items.at(-1);
    await expect
      .poll(latest, { timeout: 10_000 })
      .toMatchObject({ id: article.id, texts: [{ subject: 'Kopiert' }, { subject: 'To be copied' }] });
  });

  it('is written down in the audit log', async () => {
    const article = await create({ subject: 'Logged' });
    await write(article, { subject: 'Logged twice' });
    const { items } = await administrator().call(auditApi.list, { query: { noun: 'article', objectId: article.id } });
    expect(items.map(({ action }) => action)).toEqual(['changed', 'created']);
    expect(items[0]).toMatchObject({ before: { subject: 'Logged' }, after: { subject: 'Logged twice' } });
  });

  it('is written by those who may write, and published by those who may publish', async () => {
    const author = await desk.aUser({ name: 'Femi Ade' });
    await desk.sql.run(
      `WITH r AS (INSERT INTO roles (name, permissions) VALUES ('Author', '{articles:view,articles:write}') RETURNING id)
       UPDATE users SET role_id = r.id FROM r WHERE users.id = $1`,
      [author.id],
    );
    const draft = await desk.as(author).call(articlesApi.create, { body: { topicId: topic.id, subject: 'By Femi' } });
    const input = { params: { articleId: draft.id, language: 'en' }, body: { publishAt: PAST } };
    expect(await desk.as(author).refusal(articlesApi.write, input)).toMatchObject({ status: 403 });
    await desk.as(writer).call(articlesApi.write, input);
    const change = { ...input, body: { subject: 'Not so' } };
    expect(await desk.as(author).refusal(articlesApi.write, change)).toMatchObject({ status: 403 });
    const fresh = { body: { topicId: topic.id, subject: 'x' } };
    expect(await desk.as(desk.agent).refusal(articlesApi.create, fresh)).toMatchObject({ status: 403 });
  });
});

describe('the languages in which it is wanted', () => {
  it('are those of the desk and of every brand on whose pages it is', async () => {
    const french = await desk.aBrand('Café du Port');
    const italian = await desk.aBrand('Caffè Molo');
    await desk.sql.run(
      `UPDATE brands SET languages = CASE id WHEN $1 THEN '{fr,en}'::text[] ELSE '{it}'::text[] END WHERE id IN ($1, $2)`,
      [french, italian],
    );
    const both = { name: 'Everywhere', brandIds: [french, italian] };
    const wide = await administrator().call(topicsApi.create, { body: both });
    expect(wide.languages.toSorted()).toEqual(['en', 'fr', 'it']);
    expect(wide.languages[0]).toBe('en');
    expect((await create({ topicId: wide.id })).languages).toEqual(wide.languages);
    expect((await create()).languages).toEqual(['en']);

    const agent = await anAgentOf(french);
    const { items } = await desk.as(agent).call(topicsApi.list, {});
    expect(items.find(({ id }) => id === wide.id)?.languages).toEqual(['en', 'fr']);
  });
});

describe('what hangs on it', () => {
  it('names the topics of a brand and the articles of a label', async () => {
    const article = await create({ subject: 'Labelled', labels: ['Hanging'] });
    const labelId = article.labels[0]?.id ?? 0;
    const linksOf = async (noun: 'brand' | 'label', objectId: number) =>
      (await administrator().call(linksApi.read, { params: { noun, objectId } })).items;
    expect(await linksOf('label', labelId)).toMatchObject([
      { noun: 'article', count: 1, examples: [{ id: article.id, name: 'Labelled' }] },
    ]);
    const topics = (await linksOf('brand', desk.brandId)).find(({ noun }) => noun === 'topic');
    expect(topics?.examples.map(({ name }) => name)).toContain('Brewing');
  });
});

describe('the list', () => {
  it.each(['position', 'updatedAt', 'createdAt', 'subject', 'views', 'helpful'] as const)(
    'goes through every article once, by %s',
    async (sort) => {
      for (const subject of ['Alpha', 'beta', 'Gamma']) await create({ subject });
      const all = await administrator().call(articlesApi.list, { query: { sort, limit: 100 } });
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const query = { sort, limit: 3, ...(cursor ? { cursor } : {}) };
        const page = await administrator().call(articlesApi.list, { query });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(seen).toEqual(all.items.map(({ id }) => id));
    },
  );

  it('is narrowed down by state, language, words and label, and refuses a made-up cursor', async () => {
    const article = await create({ subject: 'Zebra crossing', labels: ['Striped'] });
    await write(article, { subject: 'Zebrastreifen', publishAt: PAST }, 'de');
    const ids = async (query: object) =>
      (await administrator().call(articlesApi.list, { query })).items.map(({ id }) => id);
    expect(await ids({ q: 'zebr' })).toEqual([article.id]);
    expect(await ids({ label: 'Striped' })).toEqual([article.id]);
    expect(await ids({ q: 'zebrastreifen', language: 'de', state: 'published' })).toEqual([article.id]);
    expect(await ids({ q: 'zebra', language: 'en', state: 'published' })).toEqual([]);
    const cursor = Buffer.from('["updatedAt","2026-02-31 00:00:00+00",1]').toString('base64url');
    for (const wrong of [cursor, 'x', '%%']) {
      expect(
        await administrator().refusal(articlesApi.list, { query: { sort: 'updatedAt', cursor: wrong } }),
      ).toMatchObject({
        status: 422,
      });
    }
  });
});
