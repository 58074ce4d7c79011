import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole } from '../fixtures/at-the-console.ts';
import { hasBrowser, openBrowser } from '../fixtures/browser.ts';
import { startWorld, type World } from '../fixtures/world.ts';

const ANA = 'ana.ferreira@cafemail.example';

describe.skipIf(!hasBrowser)('an administrator lets the desk work by itself', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    world = await startWorld();
    browser = await openBrowser();
    ({ page, errors } = await atTheConsole(browser, { url: world.desk.url, person: world.desk.administrator }));
    await page.getByRole('heading', { name: /Inbox/ }).waitFor();
    await customerWrites('Refund for order 4711');
    await page.getByText('Refund for order 4711').first().waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('writes a rule from an example, and tries it on the cases that there are', async () => {
    await page.goto(`${world.desk.url}/admin/rules`);
    await page.getByRole('button', { name: 'Begin with this: Refunds first' }).click();
    await page.getByText('When a message comes in, if').waitFor();
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText(/^One of \d+ cases? matches now\.$/).waitFor();
    await page.getByRole('link', { name: 'Refund for order 4711' }).waitFor();
    await page.getByRole('button', { name: 'Create the rule' }).click();
    await page.getByRole('tab', { name: 'Versions' }).waitFor();
  });

  it('switches it on, and sees it work on the next mail, and why', async () => {
    await page.goto(`${world.desk.url}/admin/rules`);
    await page.getByText('Refunds first', { exact: true }).waitFor();
    await page.getByRole('switch', { name: '“Refunds first” is on' }).check({ force: true });
    await page.getByText('“Refunds first” is on.').waitFor();

    await customerWrites('Where is my refund?');
    await openCase('Where is my refund?');
    await page.getByRole('button', { name: /^Why\? Refunds first/ }).click();
    const why = page.getByRole('dialog');
    await why.getByRole('button', { name: /^Refunds first\s*Applied/, expanded: true }).waitFor();
    await why.getByText('Seen: «Where is my refund?»').first().waitFor();
    await why.getByText('Set priority to 8').waitFor();
  });

  it('goes from there to the version that ran, and back by the way and by the browser', async () => {
    const why = page.getByRole('dialog');
    const open = why.getByRole('button', { name: /^Refunds first\s*Applied/, expanded: true });
    await why.getByRole('link', { name: 'Open the rule' }).press('Enter');
    await page.getByText('This one ran').waitFor();
    await page.getByRole('link', { name: /What rules made of #\d+/ }).press('Enter');
    await open.waitFor();

    await why.getByRole('link', { name: 'Open the rule' }).click();
    await page.getByText('This one ran').waitFor();
    await page.goBack();
    await open.waitFor();
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).hash).toBe('');
  });

  it('asks in the history too, by keyboard', async () => {
    await page.keyboard.press('Shift+H');
    const history = page.getByRole('dialog', { name: /^History of/ });
    const ask = history.getByRole('button', { name: /^Why\? Refunds first/ }).first();
    await ask.press('Enter');
    const why = page.getByRole('dialog', { name: /^What rules made of/ });
    await why.getByRole('button', { name: 'Everything that happened' }).press('Enter');
    await why.getByRole('searchbox', { name: 'Find a rule' }).waitFor();
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'hidden' });
    // Focus comes back to where one asked.
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Why?'));
    await page.keyboard.press('Escape');
    await history.waitFor({ state: 'hidden' });
  });

  it('changes it, and rolls it back to what it was', async () => {
    await page.goto(`${world.desk.url}/admin/rules`);
    await page.getByRole('button', { name: /^Refunds first/ }).click();
    await page.getByRole('group', { name: 'Set priority' }).getByRole('button').click();
    await page.getByRole('option', { name: 'Priority 10' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.').waitFor();

    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.getByRole('button', { name: 'Restore version 1' }).click();
    await page.getByText('The rule is what it was in version 1.').waitFor();
    await page.getByRole('region', { name: 'What it says' }).getByText('Set priority to 8').waitFor();

    await customerWrites('A refund, please');
    await openCase('A refund, please');
    await page.getByText(/raised the priority from \d+ to 8/).waitFor();
  });

  it('goes without an error in the page', () => {
    expect(errors).toEqual([]);
  });

  async function customerWrites(subject: string): Promise<void> {
    const { desk, sandbox } = world;
    const text = 'It came broken. I would like my money back.';
    await sandbox.sendAs(ANA, { to: desk.mailbox.address, subject, text });
    await desk.drain();
  }

  async function openCase(subject: string): Promise<void> {
    await page.goto(`${world.desk.url}/cases/inbox`);
    await page.getByText(subject).first().click();
    await page.getByRole('button', { name: /^Why\?/ }).waitFor();
  }
});
