import { articlesApi, topicsApi, type CreateArticle, type CreateTopic } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCenter, visit } from '../../../../../test/fixtures/center.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

const PAST = '2026-01-01T00:00:00Z';

let desk: TestDesk;
let wren: { id: number; slug: string };
let heron: { id: number; slug: string };
let topicId: number;
beforeAll(async () => {
  desk = await startTestDesk();
  wren = await aCenter(desk, { name: 'Wren', languages: ['en', 'de'] });
  heron = await aCenter(desk, { name: 'Heron' });
  topicId = await aTopic({ name: 'Brewing', brandIds: [wren.id] });
});
afterAll(() => closeDesk(desk));

const administrator = () => desk.as(desk.administrator);

async function aTopic(body: Pick<CreateTopic, 'name' | 'brandIds'> & Partial<CreateTopic>): Promise<number> {
  return (await administrator().call(topicsApi.create, { body })).id;
}

async function anArticle(over: Partial<CreateArticle> & { subject: string }): Promise<number> {
  const body = { topicId, html: '<p>Fill the tank.</p>', publishAt: PAST, ...over };
  const { id } = await administrator().call(articlesApi.create, { body });
  await desk.drain();
  return id;
}

const page = (path: string, { brand = wren, ...options }: { brand?: { slug: string }; [name: string]: unknown } = {}) =>
  visit(desk, `/support/${brand.slug}${path}`, options);

describe('an article', () => {
  it('is read at its address, with where it belongs, and what search engines should know', async () => {
    const id = await anArticle({
      subject: 'Descaling & <more>',
      html: '<h2>One</h2><h2>Two</h2><h3>Three</h3><p>Yes.</p>',
    });
    const { status, text } = await page(`/customer/portal/articles/${id}-descaling-more`);
    expect(status).toBe(200);
    expect(text).toContain('<h1>Descaling &amp; &lt;more&gt;</h1>');
    expect(text).toContain(`href="/support/${wren.slug}/customer/portal/topics/${topicId}-brewing/articles"`);
    expect(text).toContain('<a href="#section-2">Two</a>');
    expect(text).toContain('rel="canonical"');
    const feed = /type="application\/atom\+xml" title="[^"]+" href="([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await visit(desk, new URL(feed).pathname)).text).toContain('Descaling &amp; &lt;more&gt;');
    expect(text).toContain('"@type":"TechArticle"');
    expect(text).not.toContain('<more>');
  });

  it('leads from its old address to the new one, and from its number alone', async () => {
    const id = await anArticle({ subject: 'Old name' });
    const params = { articleId: id, language: 'en' };
    await administrator().call(articlesApi.write, { params, body: { subject: 'New name' } });
    await desk.drain();
    for (const old of [`${id}-old-name`, `${id}`, `${id}-`]) {
      const { status, headers } = await page(`/customer/portal/articles/${old}`);
      expect([old, status, headers['location']]).toEqual([
        old,
        301,
        `/support/${wren.slug}/customer/portal/articles/${id}-new-name`,
      ]);
    }
  });

  it('leads elsewhere when it was deleted for another one, and nowhere else', async () => {
    const [gone, target] = [await anArticle({ subject: 'Gone' }), await anArticle({ subject: 'Target' })];
    const params = { articleId: gone };
    await administrator().call(articlesApi.delete, { params, query: { redirectTo: target } });
    await desk.drain();
    expect(await page(`/customer/portal/articles/${gone}-gone`)).toMatchObject({ status: 301 });
    await administrator().call(articlesApi.delete, { params: { articleId: target } });
    await desk.drain();
    expect(await page(`/customer/portal/articles/${gone}-gone`)).toMatchObject({ status: 404 });
  });

  it('is shown in the language that it is written in, which is said', async () => {
    const id = await anArticle({ subject: 'English only' });
    const first = await page(`/customer/de/portal/articles/${id}-english-only`);
    expect(first).toMatchObject({ status: 303 });
    expect(first.headers['location']).toBe(`/support/${wren.slug}/customer/en/portal/articles/${id}-english-only`);
    const body = { subject: 'Nur Englisch', html: '<p>Doch nicht.</p>', publishAt: PAST };
    await administrator().call(articlesApi.write, { params: { articleId: id, language: 'de' }, body });
    await desk.drain();
    const german = await page(`/customer/de/portal/articles/${id}-nur-englisch`);
    expect(german.text).toContain('Doch nicht.');
    expect(german.text).toMatch(
      new RegExp(`hreflang="en" href="[^"]*/customer/en/portal/articles/${id}-english-only"`),
    );
  });

  it('is missing while it is a draft, internal or for agents, and for what names none', async () => {
    const agentsTopic = await aTopic({ name: 'Ours', brandIds: [wren.id], audience: 'agents' });
    const ids = [
      await anArticle({ subject: 'x', publishAt: null }),
      await anArticle({ subject: 'x', internal: true }),
      await anArticle({ subject: 'x', topicId: agentsTopic }),
    ];
    for (const path of [...ids.map((id) => `${id}-x`), 'x', '0', '-1', '999999999999999', '1e3', '%00', '%E0%A4%A']) {
      expect([path, (await page(`/customer/portal/articles/${path}`)).status]).toEqual([
        path,
        path === '%E0%A4%A' ? expect.any(Number) : 404,
      ]);
    }
  });

  it('appears at its time, though nobody does anything', async () => {
    const at = new Date(desk.clock.now().getTime() + 3_600_000).toISOString();
    const id = await anArticle({ subject: 'Later', publishAt: at });
    const path = `/customer/portal/articles/${id}-later`;
    expect(await page(path)).toMatchObject({ status: 404 });
    desk.clock.advance(3_600_000);
    expect(await page(path)).toMatchObject({ status: 200 });
  });
});

describe('a vote', () => {
  it('is counted by the button alone, once for each browser, and may be changed', async () => {
    const id = await anArticle({ subject: 'Votes' });
    const path = `/customer/portal/articles/${id}-votes`;
    expect(await page(`${path}/rate?rating=1`)).toMatchObject({ status: 303 });
    const voted = await page(`${path}/rate`, { method: 'POST', form: { rating: '1' } });
    expect(voted).toMatchObject({ status: 303 });
    const cookie = [voted.headers['set-cookie']]
      .flat()
      .map((one) => String(one).split(';')[0])
      .join('; ');
    const why = { rating: '0', comment: 'Too <b>short</b>' };
    await page(`${path}/rate`, { method: 'POST', form: why, headers: { cookie } });
    const article = await administrator().call(articlesApi.read, { params: { articleId: id } });
    expect(article).toMatchObject({ helpful: 0, notHelpful: 1 });
    const again = await page(`${path}?voted=1`, { headers: { cookie } });
    expect(again.text).toContain('Too &lt;b&gt;short&lt;/b&gt;');
  });

  it('is refused without an answer, and when somebody is too eager', async () => {
    const id = await anArticle({ subject: 'Eager' });
    const vote = (form: Record<string, string>) =>
      page(`/customer/portal/articles/${id}-eager/rate`, { method: 'POST', form });
    expect((await vote({})).status).toBe(422);
    const statuses = [];
    desk.clock.toNextMinute();
    for (let count = 0; count < 7; count++) statuses.push((await vote({ rating: '1' })).status);
    expect(statuses).toContain(429);
  });
});

describe('the search', () => {
  it('finds despite a typo, shows where, and completes what is typed', async () => {
    const id = await anArticle({ subject: 'Grinder maintenance', html: '<p>Brush the <b>burrs</b> & wait.</p>' });
    const { text } = await page('/customer/portal/articles/search?q=griner+maintenence');
    expect(text).toContain(`/customer/portal/articles/${id}-grinder-maintenance`);
    const marked = await page('/customer/portal/articles/search?q=burrs');
    expect(marked.text).toContain('<mark>burrs</mark> &amp; wait');
    const completed = await page('/customer/portal/articles/autocomplete?term=grin', {
      headers: { accept: 'application/json' },
    });
    expect(JSON.parse(completed.text)).toMatchObject([
      { id: `/support/${wren.slug}/customer/portal/articles/${id}-grinder-maintenance`, value: 'Grinder maintenance' },
    ]);
    const misspelled = await page('/customer/portal/articles/autocomplete?term=maintenence');
    expect(JSON.parse(misspelled.text)).toMatchObject([{ value: 'Grinder maintenance' }]);
  });

  it('suggests to somebody who writes what may spare him the waiting, of this brand alone', async () => {
    const id = await anArticle({ subject: 'Sour espresso', html: '<p>Grind finer.</p>' });
    const suggested = await page('/customer/portal/articles/suggestions?text=My+espresso+is+so+sour+today');
    expect(JSON.parse(suggested.text)).toMatchObject([
      { id: `/support/${wren.slug}/customer/portal/articles/${id}-sour-espresso`, value: 'Sour espresso' },
    ]);
    const elsewhere = await page('/customer/portal/articles/suggestions?text=sour+espresso', { brand: heron });
    expect(JSON.parse(elsewhere.text)).toEqual([]);
    expect(JSON.parse((await page('/customer/portal/articles/suggestions?text=ab')).text)).toEqual([]);
    expect(JSON.parse((await page('/customer/portal/articles/suggestions')).text)).toEqual([]);
  });

  it('says so when there is nothing, whatever was typed', async () => {
    const { status, text } = await page('/customer/portal/articles/search?q=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(status).toBe(200);
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<script>alert');
  });
});

describe('two brands (S32)', () => {
  it('show nothing of each other: pages, search, completion, sitemap, feed, files, related, votes', async () => {
    const heronTopic = await aTopic({ name: 'Feathers', brandIds: [heron.id] });
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const html = `<p>Moulting <img src="data:image/png;base64,${pixel}"></p>`;
    const id = await anArticle({ subject: 'Moulting season', topicId: heronTopic, html });
    const { attachments } = await administrator().call(articlesApi.read, { params: { articleId: id } });
    const file = `/customer/portal/attachments/${attachments[0]?.id}/faq`;
    expect(await page(`/customer/portal/articles/${id}-moulting-season`, { brand: heron })).toMatchObject({
      status: 200,
    });
    expect(await page(file, { brand: heron })).toMatchObject({ status: 200 });

    for (const path of [
      `/customer/portal/articles/${id}-moulting-season`,
      file,
      `/customer/portal/topics/${heronTopic}`,
    ]) {
      expect([path, (await page(path)).status]).toEqual([path, 404]);
    }
    const form = { rating: '1' };
    expect(await page(`/customer/portal/articles/${id}/rate`, { method: 'POST', form })).toMatchObject({ status: 404 });
    const open = [
      '',
      '/customer/portal/articles/search?q=moulting',
      '/customer/portal/articles/autocomplete?term=moult',
    ];
    for (const path of [
      ...open,
      '/sitemap.xml',
      '/customer/portal/articles/feed',
      `/customer/portal/topics/${topicId}-brewing/articles`,
    ]) {
      const answer = await page(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.text.toLowerCase()).not.toContain('moulting-season');
      expect(answer.text).not.toContain('Feathers');
    }
    expect((await page('/sitemap.xml', { brand: heron })).text).toContain(`${id}-moulting-season`);
  });
});
