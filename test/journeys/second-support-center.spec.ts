import { API, articlesApi, casesApi, topicsApi } from '@bureau/contracts';
import { BrandDirectory } from '@bureau/identity';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole } from '../fixtures/at-the-console.ts';
import { accessibilityFaults } from '../fixtures/axe.ts';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { visit } from '../fixtures/center.ts';
import { startWorld, type World } from '../fixtures/world.ts';

const HOST = 'help.fernwood.example';
const ADDRESS = 'help@fernwood.example';
const COFFEE = 'Descale the machine';
const TEA = 'How long tea draws';
const TEA_GERMAN = 'Wie lange Tee zieht';

describe.skipIf(!hasBrowser)('a second support center from zero, by the console alone', () => {
  let world: World;
  let browser: Browser;
  let ada: Page;
  let errors: string[];
  /** Of the first brand, below the host of the desk; of the second, on its own. */
  let larkspur: string;
  let fernwood: string;

  beforeAll(async () => {
    world = await startWorld();
    const { desk } = world;
    await coffeeArticle();
    browser = await openBrowser({ hosts: [HOST] });
    await desk.running.get(BrandDirectory).refresh();
    larkspur = `${desk.url}/support/${desk.running.get(BrandDirectory).byId(desk.brandId)?.slug}`;
    fernwood = `http://${HOST}:${new URL(desk.url).port}`;
    ({ page: ada, errors } = await atTheConsole(browser, {
      url: desk.url,
      person: desk.administrator,
      path: '/admin/brands/new',
    }));
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('has a brand, and a mailbox of its own', async () => {
    await ada.getByLabel('Name').fill('Fernwood Tea');
    await ada.getByLabel('Signature').fill('Kind regards,\nFernwood Tea');
    await ada.getByRole('button', { name: 'Add brand' }).click();
    await ada.getByRole('heading', { name: 'Fernwood Tea', level: 1 }).waitFor();
    await ada
      .getByRole('button', { name: 'Add a mailbox' })
      .or(ada.getByRole('link', { name: 'Add a mailbox' }))
      .click();
    await ada.getByLabel('Address').fill(ADDRESS);
    await ada.getByRole('button', { name: 'Continue' }).click();
    await ada.getByText('This desk receives it').click();
    await ada.getByRole('button', { name: 'Continue' }).click();
    await ada.getByRole('button', { name: 'Check the way out' }).click();
    await ada.getByText('Everything works.').waitFor();
    await ada.getByRole('button', { name: 'Continue' }).click();
    await ada.getByRole('button', { name: 'Add mailbox' }).click();
    await ada.getByRole('heading', { name: ADDRESS, level: 1 }).waitFor();
  });

  it('is found under its own name, in its colour, in German and in English', async () => {
    await open('Site');
    await ada.getByLabel('Company').fill('Larkspur Coffee');
    await add('Add a language', 'German');
    await save();
    await open('Support centers');
    await ada.getByRole('row', { name: /Fernwood Tea/ }).click();
    await ada.getByLabel('Host names of its own').fill(HOST);
    await add('Add a language', 'German');
    await ada.getByLabel('Colour', { exact: true }).fill('#1f6f50');
    await save();
    expect(await accessibilityFaults(ada)).toEqual([]);
    await ada.getByRole('link', { name: 'Visit it' }).waitFor();
    expect(await ada.getByRole('link', { name: 'Visit it' }).getAttribute('href')).toContain(HOST);
  });

  it('greets in its own words', async () => {
    await ada.getByRole('tab', { name: 'Texts' }).click();
    await ada.getByRole('searchbox', { name: 'Search the texts' }).fill('how_can_we_help');
    const greeting = ada.getByRole('textbox', { name: 'how_can_we_help' });
    await greeting.fill('What are you steeping?');
    await ada.getByRole('button', { name: 'Say it so' }).click();
    await ada.getByText('Originally:').waitFor();
  });

  it('has a topic and an article in both languages', async () => {
    await ada.goto(`${world.desk.url}/articles/new-topic`);
    await ada.getByLabel('Name').fill('Tea');
    await choose(ada.getByRole('button', { name: 'Add a brand' }), 'Fernwood Tea');
    await ada.keyboard.press('Escape');
    await ada.getByRole('button', { name: 'Add the topic' }).click();
    await ada.getByRole('heading', { name: 'Tea', level: 1 }).waitFor();
    await ada.getByRole('tab', { name: /German/ }).click();
    await ada.getByRole('tabpanel').getByLabel('Name').fill('Tee');
    await ada.getByRole('tabpanel').getByRole('button', { name: 'Save' }).click();
    await ada.getByRole('tab', { name: 'German', exact: true }).waitFor();

    await ada.goto(`${world.desk.url}/articles/new`);
    await choose(ada.getByRole('button', { name: /Topic/ }), 'Tea');
    await ada.getByLabel('Title').fill(TEA);
    await write('Green tea draws for two minutes.');
    await ada.getByRole('button', { name: 'Save as a draft' }).click();
    await ada.getByText('0 of 1 language published').waitFor();
    await publish('Save');
    await ada.getByText('1 of 1 language published').waitFor();
    await choose(ada.getByRole('button', { name: 'Add a language' }), 'German');
    await ada.getByRole('tab', { name: 'German', selected: true }).waitFor();
    await ada.getByLabel('Title').fill(TEA_GERMAN);
    await write('Grüner Tee zieht zwei Minuten.');
    await publish('Save this language');
    await ada.getByText('2 of 2 languages published').waitFor();
    expect(errors).toEqual([]);
    await world.desk.drain();
  });

  describe.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])('to visitors %s', (_, javaScriptEnabled) => {
    const visitorOf = (locale: string) => openPage(browser, { javaScriptEnabled, locale });

    it('says what it knows, in the language of who comes, and nothing of the first one', async () => {
      const { page, errors: thrown } = await visitorOf('de-DE');
      await page.goto(fernwood);
      await page.getByRole('heading', { level: 1, name: 'Wie können wir helfen?' }).waitFor();
      expect(await page.content()).not.toMatch(/larkspur|descale/i);
      if (javaScriptEnabled) expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('link', { name: TEA_GERMAN }).click();
      await page.getByText('Grüner Tee zieht zwei Minuten.').waitFor();
      expect(page.url()).toMatch(new RegExp(`^${fernwood}/customer/`));
      await page.getByRole('link', { name: 'English' }).click();
      await page.getByRole('heading', { level: 1, name: TEA }).waitFor();
      await page.getByRole('link', { name: 'Fernwood Tea' }).first().click();
      await page.getByRole('heading', { level: 1, name: 'What are you steeping?' }).waitFor();
      expect(await page.content()).toContain('#1f6f50');

      await page.getByLabel('Search for an answer').first().fill('descale the machine');
      await page.keyboard.press('Enter');
      await page.getByRole('main').waitFor();
      await page.waitForURL(/search/);
      expect(await page.getByRole('link', { name: COFFEE }).count()).toBe(0);
      expect(thrown).toEqual([]);
    });

    it('takes questions into its own mailbox', async () => {
      const { page, errors: thrown } = await visitorOf('en-GB');
      const from = `${crypto.randomUUID()}@cafemail.example`;
      await page.goto(`${fernwood}/customer/portal/emails/new`);
      await page.getByLabel('Your name').fill('Ana Sol');
      await page.getByLabel('Your e-mail address').fill(from);
      await page.getByLabel('Subject').fill('The pot leaks');
      await page.getByLabel('Message').fill('At the spout.');
      world.desk.clock.advance(61_000);
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('heading', { name: 'Your message is on its way' }).waitFor();
      expect(page.url()).toContain(`${fernwood}/`);
      expect(thrown).toEqual([]);
      await world.desk.drain();
      const { items } = await world.desk.as(world.desk.administrator).call(casesApi.list, { query: { view: 'all' } });
      expect(items.find(({ customer }) => customer.address === from)).toMatchObject({
        brand: { name: 'Fernwood Tea' },
      });
    });

    it('leaves the first one as it was', async () => {
      const { page, errors: thrown } = await visitorOf('de-DE');
      await page.goto(larkspur);
      await page.getByRole('link', { name: COFFEE }).first().click();
      await page.getByRole('heading', { level: 1, name: COFFEE }).waitFor();
      expect(await page.content()).not.toMatch(/fernwood|\btea\b|\btee\b|1f6f50|steeping/i);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(thrown).toEqual([]);
    });
  });

  it('has the first one nowhere on its host, nor is it on the first one’s pages', async () => {
    const { desk } = world;
    const { items } = await desk.as(desk.administrator).call(API.articles.list, { query: {} });
    const idOf = (subject: string) => items.find((article) => article.subject === subject)?.id;
    const first = new URL(larkspur).pathname;
    for (const path of [`/customer/portal/articles/${idOf(COFFEE)}`, first, '/cases/inbox', '/api/v3/session']) {
      expect([path, (await visit(desk, path, { host: HOST })).status]).toEqual([path, 404]);
    }
    expect((await visit(desk, `${first}/customer/portal/articles/${idOf(TEA)}`)).status).toBe(404);
    const own = (await visit(desk, '/sitemap.xml', { host: HOST })).text;
    expect(own).toContain(`//${HOST}`);
    expect(own).not.toContain('descale');
    expect((await visit(desk, `${first}/sitemap.xml`)).text).not.toContain('tea');
  });

  async function coffeeArticle(): Promise<void> {
    const { desk } = world;
    const api = desk.as(desk.administrator);
    const topic = await api.call(topicsApi.create, { body: { name: 'Machines', brandIds: [desk.brandId] } });
    const html = '<p>Once a month, with citric acid.</p>';
    const publishAt = '2026-01-01T00:00:00Z';
    await api.call(articlesApi.create, { body: { topicId: topic.id, subject: COFFEE, html, publishAt } });
  }

  /** A page of the administration, by its link. */
  async function open(place: string): Promise<void> {
    await ada
      .getByRole('navigation', { name: 'Administration' })
      .getByRole('link', { name: place, exact: true })
      .click();
    await ada.getByRole('heading', { name: place, level: 1 }).waitFor();
  }

  async function choose(opener: Locator, choice: string): Promise<void> {
    await opener.click();
    await ada.locator('[role="option"], [role^="menuitem"]').filter({ hasText: choice }).first().click();
  }

  async function add(field: string, choice: string): Promise<void> {
    await ada.getByRole('combobox', { name: field }).fill(choice);
    await ada.getByRole('option', { name: choice }).first().click();
  }

  async function save(): Promise<void> {
    await ada.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.getByText('Saved.').first().waitFor();
  }

  async function write(text: string): Promise<void> {
    await ada.getByRole('textbox', { name: 'Text', exact: true }).click();
    await ada.keyboard.type(text);
  }

  async function publish(button: string): Promise<void> {
    const text = ada.getByRole('tabpanel');
    await choose(text.getByRole('button', { name: /Customers can read it/ }), 'Now');
    await text.getByRole('button', { name: button, exact: true }).click();
  }
});
