import { API, casesApi } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole } from '../fixtures/at-the-console.ts';
import { accessibilityFaults } from '../fixtures/axe.ts';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { startWorld, type World } from '../fixtures/world.ts';

const ANA = 'ana.ferreira@cafemail.example';
const SUBJECT = 'My espresso tastes sour';

describe.skipIf(!hasBrowser)('what the company knows', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    world = await startWorld();
    browser = await openBrowser();
    const { url, administrator: person } = world.desk;
    ({ page, errors } = await atTheConsole(browser, { url, person, path: '/articles/new-topic' }));
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const editor = () => page.getByRole('textbox', { name: 'Text', exact: true });

  it('is written below a topic, and nobody outside reads it yet', async () => {
    await page.getByLabel('Name').fill('Brewing at home');
    await page.getByRole('button', { name: 'Add a brand' }).click();
    await page.getByRole('menuitem', { name: 'Larkspur Coffee' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add the topic' }).click();
    await page.getByRole('heading', { name: 'Brewing at home' }).waitFor();

    await page.goto(`${world.desk.url}/articles/new`);
    await page.getByLabel('Title').fill(SUBJECT);
    await editor().click();
    await page.keyboard.type('Sour means that the water ran too fast. Grind one step finer.');
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await page.getByText('0 of 1 language published').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    const { page: outside } = await openPage(browser);
    await look(outside, 'espresso sour');
    await outside
      .getByText(/nothing|no answer/i)
      .first()
      .waitFor();
  });

  it('can be read once it is published, and has a quickcode', async () => {
    await page.getByLabel('Quickcode').fill('sour');
    await page.getByRole('complementary').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('complementary').getByText('Saved.').waitFor();
    await page.getByRole('button', { name: /Customers can read it/ }).click();
    await page.getByRole('option', { name: 'Now' }).click();
    await page.getByRole('tabpanel').getByRole('button', { name: 'Save' }).click();
    await page.getByText('1 of 1 language published').waitFor();
    await page.getByRole('link', { name: /Read on/ }).waitFor();
    expect(errors).toEqual([]);
  });

  it.each([
    ['with JavaScript', true],
    ['without JavaScript', false],
  ])(
    'is found by a visitor despite a typo, %s, who says that it helped and does not write',
    async (_, javaScriptEnabled) => {
      const { page: visitor, errors: thrown } = await openPage(browser, { javaScriptEnabled });
      await look(visitor, 'expresso tastes suor');
      await visitor.getByRole('link', { name: SUBJECT }).click();
      await visitor.getByText('Grind one step finer.').waitFor();
      if (javaScriptEnabled) expect(await accessibilityFaults(visitor)).toEqual([]);
      await visitor.getByRole('button', { name: 'Yes' }).click();
      await visitor.getByText(/thank/i).first().waitFor();
      expect(thrown).toEqual([]);
      const { items } = await world.desk.as(world.desk.administrator).call(API.cases.list, { query: { view: 'all' } });
      expect(items).toEqual([]);
    },
  );

  it('counts both votes once, and shows them to who keeps it', async () => {
    const { items } = await world.desk.as(world.desk.administrator).call(API.articles.list, { query: {} });
    expect(items[0]).toMatchObject({ helpful: 2, notHelpful: 0 });
  });

  it('goes into an answer by its quickcode', async () => {
    const { desk, sandbox } = world;
    await sandbox.sendAs(ANA, { to: desk.mailbox.address, subject: 'Sour!', text: 'What do I do?' });
    await desk.drain();
    const { url, agent: person } = desk;
    const { page: agents } = await atTheConsole(browser, { url, person, path: '/cases/inbox/1' });
    await agents.getByRole('textbox', { name: 'Your reply' }).waitFor();
    await agents.keyboard.press('b');
    const dialog = agents.getByRole('dialog', { name: 'Insert an article' });
    await dialog.getByRole('combobox').fill('sour');
    await dialog.getByRole('option', { name: new RegExp(SUBJECT) }).waitFor();
    await dialog.getByText('Grind one step finer.').last().waitFor();
    expect(await accessibilityFaults(agents)).toEqual([]);
    await agents.keyboard.press('Enter');
    await agents.getByRole('textbox', { name: 'Your reply' }).getByText('Grind one step finer.').waitFor();
    expect(await desk.as(desk.agent).call(casesApi.get, { params: { caseId: 1 } })).toMatchObject({ id: 1 });
  });

  it('or by a stroke and its quickcode in the middle of a sentence, and stands there as its channel has it', async () => {
    const { url, agent: person } = world.desk;
    const { page: agents, errors: thrown } = await atTheConsole(browser, { url, person, path: '/cases/inbox/1' });
    const sheet = agents.getByRole('textbox', { name: 'Your reply' });
    await sheet.click();
    await agents.keyboard.press('Control+A');
    await agents.keyboard.type('As I said, /so');
    const offered = agents.getByRole('listbox', { name: 'Articles' });
    await offered.getByRole('option', { name: new RegExp(SUBJECT) }).waitFor();
    expect(await accessibilityFaults(agents)).toEqual([]);
    await agents.keyboard.press('Escape');
    await offered.waitFor({ state: 'detached' });
    await agents.keyboard.type('? No: /sour');
    await agents.keyboard.press('Enter');
    await agents.getByText(`${SUBJECT} is in the answer.`).waitFor();
    const written = await sheet.textContent();
    expect(written).toContain('As I said, /so? No: ');
    expect(written).toContain('Grind one step finer.');
    expect(written).not.toContain('/sour');
    expect(thrown).toEqual([]);
  });

  async function look(visitor: Page, typed: string): Promise<void> {
    const { url } = world.desk;
    const { items } = await world.desk.as(world.desk.administrator).call(API.brands.list, {});
    await visitor.goto(`${url}/support/${items[0]?.slug}`);
    await visitor.getByLabel('Search for an answer').first().fill(typed);
    await visitor.keyboard.press('Enter');
  }
});
