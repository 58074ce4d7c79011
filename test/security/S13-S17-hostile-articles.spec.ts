import { articlesApi, topicsApi } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { aCenter, visit } from '../fixtures/center.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';
import { OWN_ATTACKS, publishedAttacks } from './html/attacks.ts';
import { livingIn } from './html/oracle.ts';

const PAST = '2026-01-01T00:00:00Z';
/** Attacks in one article: few enough that none of them hides behind another one's unclosed tag. */
const IN_ONE_ARTICLE = 6;
const attacks = [...OWN_ATTACKS, ...publishedAttacks()];
const chunks = Array.from({ length: Math.ceil(attacks.length / IN_ONE_ARTICLE) }, (_, index) => index * IN_ONE_ARTICLE);
const PAYLOAD = '"><img src=x onerror=top.attacked=1><script>top.attacked=1</script>{{ 7 | times: 7 }}';

let desk: TestDesk;
let slug: string;
let topicId: number;
beforeAll(async () => {
  desk = await startTestDesk();
  const center = await aCenter(desk, { name: `Wren ${PAYLOAD}` });
  slug = center.slug;
  const body = { name: `Topic ${PAYLOAD}`, description: PAYLOAD, brandIds: [center.id] };
  topicId = (await desk.as(desk.administrator).call(topicsApi.create, { body })).id;
});
afterAll(() => closeDesk(desk));

async function anArticle(subject: string, html: string): Promise<{ id: number; path: string }> {
  const body = { topicId, subject, html, keywords: [PAYLOAD.slice(0, 60)], publishAt: PAST };
  const { id } = await desk.as(desk.administrator).call(articlesApi.create, { body });
  return { id, path: `/support/${slug}/customer/portal/articles/${id}` };
}

describe.skipIf(!hasBrowser)('articles that a hostile author wrote, in a real browser (S13, S15, S16)', () => {
  let browser: Browser;
  let page: Page;
  const seen = { dialogs: 0, popups: 0, errors: [] as string[], foreign: [] as string[] };
  beforeAll(async () => {
    browser = await openBrowser();
    const opened = await openPage(browser);
    page = opened.page;
    seen.errors = opened.errors;
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => (seen.dialogs += 1)));
    page.context().on('page', () => (seen.popups += 1));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'data:' && origin !== desk.url) seen.foreign.push(request.url());
    });
  });
  afterAll(() => browser.close());

  it.each(chunks)('run nothing, ask nobody and stay in their place (attacks from %i)', async (from) => {
    for (const attack of attacks.slice(from, from + IN_ONE_ARTICLE)) {
      const { path } = await anArticle('Look', `<p>Before</p>${attack.replaceAll('\0', '')}`);
      await page.goto(`${desk.url}${path}`);
      const living: string[] = await page.evaluate(
        `(${livingIn.toString()})([{ body: document.querySelector('.prose'), defaultView: window }])`,
      );
      expect(
        living.filter((one) => !/src=\/support\/[\w-]+\/customer\/portal\/attachments\/\d+\/faq$/.test(one)),
      ).toEqual([]);
      expect(await page.evaluate(() => Reflect.get(window, 'attacked'))).toBeUndefined();
      expect(page.url()).toContain('/articles/');
    }
    expect(seen).toEqual({ dialogs: 0, popups: 0, errors: [], foreign: [] });
  });

  it('say scripts and templates in every text as text (S14, S24)', async () => {
    const { id, path } = await anArticle(
      `Article ${PAYLOAD}`,
      `<p>{{ 7 | times: 7 }} {% include "x" %} {{ site }}</p>`,
    );
    const rate = new URLSearchParams({ rating: '1', comment: PAYLOAD });
    for (const address of [path, `/support/${slug}`, `/support/${slug}/customer/portal/topics/${topicId}`]) {
      await page.goto(`${desk.url}${address}`);
      expect(await page.locator('img[src="x"]').count()).toBe(0);
      expect(await page.locator('body').innerText()).not.toContain('49');
    }
    const search = new URLSearchParams({ q: PAYLOAD });
    await page.goto(`${desk.url}/support/${slug}/customer/portal/articles/search?${search.toString()}`);
    await page.goto(`${desk.url}${path}`);
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByRole('textbox', { name: /missing/ }).fill(rate.get('comment') ?? '');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('You said').waitFor();
    expect(await page.evaluate(() => Reflect.get(window, 'attacked'))).toBeUndefined();
    const { items } = await desk.as(desk.agent).call(articlesApi.votes, { params: { articleId: id } });
    expect(items[0]?.comment).toBe(PAYLOAD);
  });
});

describe('machines that read (S14)', () => {
  it('get well-formed text, whatever titles say', async () => {
    await anArticle(`Feed ${PAYLOAD} ]]> & \u0007`.replace('\u0007', ''), '<p>x</p>');
    for (const path of ['/sitemap.xml', '/customer/portal/articles/feed']) {
      const { text } = await visit(desk, `/support/${slug}${path}`);
      expect(text).not.toMatch(/<(?:script|img)/);
    }
    const completed = await visit(desk, `/support/${slug}/customer/portal/articles/autocomplete?term=feed`);
    const [first] = JSON.parse(completed.text) as { label: string }[];
    expect(first?.label.replace(/<\/?mark>/g, '')).not.toMatch(/[<>]/);
  });
});

describe('files of articles (S17, S18)', () => {
  it.each([
    ['picture.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['page.html', 'text/html', '<script>alert(1)</script>'],
    ['feed.xml', 'application/xml', '<?xml version="1.0"?><x/>'],
    ['..\\..\\evil\u202egnp.exe', 'image/png; charset=x', 'MZ'],
    ['a"\r\nset-cookie: x=1.pdf', 'application/pdf', '%PDF-'],
  ])('are downloads that run nowhere: %s', async (fileName, contentType, content) => {
    const { id } = await anArticle('With a file', '<p>x</p>');
    const query = { fileName, contentType };
    const sent = await desk
      .as(desk.administrator)
      .send(articlesApi.attach, { params: { articleId: id }, query, body: content });
    const file = (await sent.json()) as { id: number };
    const answer = await visit(desk, `/support/${slug}/customer/portal/attachments/${file.id}/faq`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; /);
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});
