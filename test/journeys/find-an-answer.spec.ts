import { articlesApi, topicsApi } from '@bureau/contracts';
import { BrandDirectory } from '@bureau/identity';
import { KnowledgeTally } from '@bureau/knowledge';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../fixtures/axe.ts';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { closeDesk, startTestDesk, type TestDesk } from '../fixtures/desk.ts';

const PAST = '2026-01-01T00:00:00Z';

describe.skipIf(!hasBrowser).each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a visitor finds an answer despite a typo and does not write, %s', (_, javaScriptEnabled) => {
  let desk: TestDesk;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let base: string;
  let articleId: number;

  beforeAll(async () => {
    desk = await startTestDesk();
    await desk.sql.run(`UPDATE brands SET languages = '{en,de}' WHERE id = $1`, [desk.brandId]);
    const directory = desk.running.get(BrandDirectory);
    await directory.refresh();
    base = `${desk.url}/support/${directory.byId(desk.brandId)?.slug}`;
    articleId = await anArticle();
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser, { javaScriptEnabled, locale: 'en-GB' }));
  });
  afterAll(async () => {
    await browser.close();
    await closeDesk(desk);
  });

  async function anArticle(): Promise<number> {
    const administrator = desk.as(desk.administrator);
    const topic = await administrator.call(topicsApi.create, { body: { name: 'Machines', brandIds: [desk.brandId] } });
    const html =
      '<h2>You need</h2><p>Citric acid.</p><h2>How to do it</h2><p>Fill the tank.</p><h2>Afterwards</h2><p>Rinse.</p>';
    const body = { topicId: topic.id, subject: 'Descale your machine', html, publishAt: PAST };
    const { id } = await administrator.call(articlesApi.create, { body });
    const german = { subject: 'Die Maschine entkalken', html: '<p>Tank füllen.</p>', publishAt: PAST };
    await administrator.call(articlesApi.write, { params: { articleId: id, language: 'de' }, body: german });
    await desk.drain();
    return id;
  }

  async function looksRight(): Promise<void> {
    if (javaScriptEnabled) expect(await accessibilityFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
  }

  it('looks for it with a typo, and finds it', async () => {
    await page.goto(base);
    await page.getByRole('link', { name: 'Machines' }).waitFor();
    await looksRight();
    await page.getByPlaceholder('Search for an answer').fill('decsaling machien');
    await page.keyboard.press('Enter');
    await page.getByText('1 result for').waitFor();
    await looksRight();
    await page.getByRole('main').getByRole('link', { name: 'Descale your machine' }).click();
    await page.getByRole('heading', { level: 1, name: 'Descale your machine' }).waitFor();
    await looksRight();
  });

  it('jumps to the part that he needs, and reads it in German', async () => {
    await page.getByRole('link', { name: 'How to do it' }).click();
    expect(new URL(page.url()).hash).toBe('#section-2');
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Die Maschine entkalken' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Descale your machine' }).waitFor();
  });

  it('says that it helped and why, and may change that', async () => {
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByText('You said: it helped.').waitFor();
    await page.getByRole('textbox', { name: /What was missing/ }).fill('The citric acid.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('You said: it helped.').waitFor();
    await looksRight();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByText('You said: it did not help.').waitFor();
    const article = await desk.as(desk.agent).call(articlesApi.read, { params: { articleId } });
    expect(article).toMatchObject({ helpful: 0, notHelpful: 1 });
  });

  it('leaves behind what he read, no case, and nothing of himself', async () => {
    await desk.running.get(KnowledgeTally).write();
    const { items } = await desk.as(desk.agent).call(articlesApi.helpfulness, {});
    expect(items.find((one) => one.articleId === articleId)?.views).toBeGreaterThan(0);
    const row = await desk.sql.row<{ cases: number; fruitless: number }>(
      'SELECT (SELECT count(*) FROM cases) AS cases, (SELECT coalesce(sum(fruitless), 0) FROM knowledge_searches) AS fruitless',
    );
    expect(row).toEqual({ cases: 0, fruitless: 0 });
  });
});
