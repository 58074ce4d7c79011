import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole } from '../fixtures/at-the-console.ts';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { startWorld, type World } from '../fixtures/world.ts';

const ANA = 'ana.ferreira@cafemail.example';
const NOOR = 'noor@larkspur.example';
const PASSWORD = 'seven quiet otters';
const ADDRESS = 'help@fernwood.example';

describe.skipIf(!hasBrowser)('a second brand from zero, by the console alone', () => {
  let world: World;
  let browser: Browser;
  let ada: Page;
  let noor: Page;
  let errors: string[];

  beforeAll(async () => {
    world = await startWorld();
    browser = await openBrowser();
    const { url, administrator: person } = world.desk;
    ({ page: ada, errors } = await atTheConsole(browser, { url, person, path: '/admin' }));
    await ada.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('names the brand', async () => {
    await open('Brands', 'Add brand');
    await ada.getByLabel('Name').fill('Fernwood Tea');
    await ada.getByLabel('Signature').fill('Kind regards,\nFernwood Tea');
    await ada.getByRole('button', { name: 'Add brand' }).click();
    await ada.getByRole('heading', { name: 'Fernwood Tea', level: 1 }).waitFor();
    await ada.getByText('This brand has no mailbox yet').first().waitFor();
  });

  it('connects its mailbox: the way in is this desk, the way out is tried', async () => {
    await ada
      .getByRole('button', { name: 'Add a mailbox' })
      .or(ada.getByRole('link', { name: 'Add a mailbox' }))
      .click();
    await ada.getByLabel('Address').fill(ADDRESS);
    await ada.getByRole('button', { name: 'Continue' }).click();
    await ada.getByText('This desk receives it').click();
    await ada.getByRole('button', { name: 'Continue' }).click();
    await ada.getByRole('button', { name: 'Check the way out' }).click();
    const checked = ada.getByRole('list', { name: 'Check of the outgoing server' });
    await checked.getByText('The server accepts the sender').waitFor();
    await ada.getByText('Everything works.').waitFor();
    await ada.getByRole('button', { name: 'Continue' }).click();
    expect(await ada.locator('.wizard-facts').innerText()).toMatch(/Fernwood Tea/);
    await ada.getByRole('button', { name: 'Add mailbox' }).click();
    await ada.getByRole('heading', { name: ADDRESS, level: 1 }).waitFor();
  });

  it('makes a role that may answer, and sees only the brands it serves', async () => {
    await open('Roles', 'Add role');
    await ada.getByLabel('Name').first().fill('Tea agent');
    await ada.getByText('Only brands they serve').click();
    for (const name of ['See cases', 'Reply to customers']) await tick(ada, name);
    await ada.getByRole('button', { name: 'Add role' }).click();
    await ada.getByRole('heading', { name: 'Tea agent', level: 1 }).waitFor();
  });

  it('makes a group that serves the brand', async () => {
    await open('Groups', 'Add group');
    await ada.getByLabel('Name').first().fill('Tea team');
    await choose(ada.getByRole('button', { name: 'Add brand' }), 'Fernwood Tea');
    await ada.keyboard.press('Escape');
    await ada.getByRole('button', { name: 'Add group' }).click();
    await ada.getByRole('heading', { name: 'Tea team', level: 1 }).waitFor();
  });

  it('invites a colleague with this role into this group', async () => {
    await open('Users', 'Invite users');
    const dialog = ada.getByRole('dialog', { name: 'Invite users' });
    await dialog.getByLabel('E-mail addresses').fill(`Noor Haddad <${NOOR}>`);
    await choose(dialog.getByRole('button', { name: /Role/ }), 'Tea agent');
    await choose(dialog.getByRole('button', { name: 'Add group' }), 'Tea team');
    await ada.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Invite 1 user' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await ada
      .getByRole('row', { name: /noor@larkspur\.example/ })
      .getByText('Invited')
      .waitFor();
  });

  it('shares a filter of that brand with everybody', async () => {
    await open('Filters', /^(New|Add) filter$/);
    await ada.getByLabel('Name').first().fill('Tea post');
    await choose(ada.getByRole('button', { name: /Who sees it/ }), 'Everybody');
    await choose(ada.getByRole('button', { name: 'Add a condition' }), 'Brand');
    await choose(ada.getByRole('group', { name: 'Brand' }).getByRole('button', { name: /Choose/ }), 'Fernwood Tea');
    await ada.keyboard.press('Escape');
    await ada.getByText('0 cases').waitFor();
    await ada.getByRole('button', { name: 'Create filter' }).click();
    await ada.getByRole('row', { name: /Tea post/ }).waitFor();
  });

  it('lets the colleague in by the link of her mail; the filter is there', async () => {
    const { text } = await world.sandbox.waitForMail(NOOR, ({ text: words }) => words.includes('/invitation/'));
    const opened = await openPage(browser);
    noor = opened.page;
    await noor.goto(`${world.desk.url}${/\/invitation\/[\w-]{43}/.exec(text)?.[0]}`);
    await noor.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await noor.keyboard.press('Enter');
    await noor.getByRole('link', { name: /Tea post/ }).click();
    await noor.getByRole('heading', { name: /Tea post/ }).waitFor();
    expect(opened.errors).toEqual([]);
  });

  it('shows her what customers write to the new mailbox, and nothing of the other brand', async () => {
    await world.sandbox.sendAs(ANA, { to: world.desk.mailbox.address, subject: 'About coffee', text: 'It is cold.' });
    await world.sandbox.sendAs(ANA, { to: ADDRESS, subject: 'About tea', text: 'It is hot.' });
    await world.desk.drain();
    await noor.getByRole('option', { name: /About tea/ }).click();
    await noor.getByText('It is hot.').last().waitFor();
    await noor.getByRole('link', { name: /^Inbox/ }).click();
    await noor.getByRole('option', { name: /About tea/ }).waitFor();
    expect(await noor.getByText('About coffee').count()).toBe(0);
  });

  it('lets her answer in the name of the brand', async () => {
    await noor.getByRole('option', { name: /About tea/ }).click();
    await noor.getByRole('textbox', { name: 'Your reply' }).waitFor();
    await noor.keyboard.press('r');
    await noor.keyboard.type('Let it stand for three minutes.');
    await noor.keyboard.press('Control+Enter');
    const answer = await world.sandbox.waitForMail(ANA, ({ text }) => text.includes('three minutes'));
    expect(answer.from?.address).toBe(ADDRESS);
    expect(answer.text).toContain('Fernwood Tea');
    expect(errors).toEqual([]);
  });

  /** A page of the administration, by its link, and its button. */
  async function open(place: string, button: string | RegExp): Promise<void> {
    const navigation = ada.getByRole('navigation', { name: 'Administration' });
    await navigation.getByRole('link', { name: place, exact: true }).click();
    await ada.getByRole('heading', { name: place, level: 1 }).waitFor();
    await ada.getByRole('button', { name: button }).first().click();
  }

  async function choose(opener: Locator, choice: string): Promise<void> {
    await opener.click();
    await ada.locator('[role="option"], [role^="menuitem"]').filter({ hasText: choice }).first().click();
  }

  async function tick(page: Page, name: string): Promise<void> {
    await page.getByRole('checkbox', { name }).check({ force: true });
  }
});
