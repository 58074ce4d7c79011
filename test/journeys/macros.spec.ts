import { casesApi, historyApi, macrosApi } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole } from '../fixtures/at-the-console.ts';
import { accessibilityFaults } from '../fixtures/axe.ts';
import { hasBrowser, openBrowser } from '../fixtures/browser.ts';
import { startWorld, type World } from '../fixtures/world.ts';

const ANA = 'ana.ferreira@cafemail.example';
const caseId = 1;

describe.skipIf(!hasBrowser)('an agent resolves with a macro', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    world = await startWorld();
    const { desk, sandbox } = world;
    await desk.as(desk.administrator).call(macrosApi.create, {
      body: {
        name: 'Refund is on its way',
        folders: ['Money'],
        visibility: { for: 'everyone' },
        actions: [
          { type: 'quick-reply', html: '<p>Hello {{customer.first_name}}, it is on its way.</p>' },
          { type: 'append-labels', labels: ['Refund'] },
          { type: 'set-status', status: 'resolved' },
        ],
      },
    });
    await sandbox.sendAs(ANA, {
      to: desk.mailbox.address,
      subject: 'My money',
      text: 'Where is it?',
    });
    await desk.drain();
    browser = await openBrowser();
    const { url, agent: person } = desk;
    ({ page, errors } = await atTheConsole(browser, { url, person, path: `/cases/all/${caseId}` }));
    await sheet().waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const sheet = () => page.getByRole('textbox', { name: 'Your reply' });
  const supportCase = () => world.desk.as(world.desk.agent).call(casesApi.get, { params: { caseId } });

  it('and sees before what it would say and do', async () => {
    await page.keyboard.press('t');
    const dialog = page.getByRole('dialog', { name: 'Apply a macro' });
    await dialog.getByText('Hello Ana, it is on its way.').waitFor();
    await dialog.getByText('Set status to Resolved').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await supportCase()).not.toMatchObject({ status: 'resolved' });
  });

  it('with one key: the case changes, the words are in the reply with the cursor behind them', async () => {
    await page.keyboard.type('refund');
    await page.keyboard.press('Enter');
    await page.getByText('Applied Refund is on its way.').waitFor();
    expect(await supportCase()).toMatchObject({ status: 'resolved', labels: [{ name: 'Refund' }] });
    expect(await sheet().textContent()).toBe('Hello Ana, it is on its way.');
  });

  it('and what tells him so stands in the way of nothing in the navigation', async () => {
    const [rail, toasts] = await Promise.all(['.rail', '.bu-toasts'].map((part) => page.locator(part).boundingBox()));
    expect(toasts?.x).toBeGreaterThanOrEqual((rail?.x ?? 0) + (rail?.width ?? Infinity));
  });

  it('and takes all of it back at once', async () => {
    await page.locator('.bu-toast').getByRole('button', { name: 'Undo' }).first().click();
    await page.getByText('Took Refund is on its way back.').waitFor();
    expect(await supportCase()).toMatchObject({ status: 'new', labels: [] });
    expect(await sheet().textContent()).toBe('');
    const { items } = await world.desk.as(world.desk.agent).call(historyApi.list, { params: { caseId } });
    expect(items.find(({ context }) => context.macro)).toMatchObject({
      context: { macro: { name: 'Refund is on its way' } },
    });
  });

  it('or while writing, by a stroke at the start of a line, and sends', async () => {
    await sheet().click();
    await page.keyboard.type('/ref');
    await page.getByRole('option', { name: /Refund is on its way/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Hello Ana, it is on its way.').first().waitFor();
    await page.getByText('Applied Refund is on its way.').waitFor();
    await page.keyboard.type(' Yours, Mia');
    expect(await sheet().textContent()).toBe('Hello Ana, it is on its way. Yours, Mia');
    await page.keyboard.press('Control+Enter');
    await world.sandbox.waitForMail(ANA, ({ text }) => text.includes('it is on its way. Yours, Mia'));
  });

  it('and keeps one of her own, on a page that fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${world.desk.url}/admin/macros/new`);
    await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
    await page.getByRole('button', { name: 'Add an action' }).click();
    await page.getByRole('menuitem', { name: 'Set priority' }).click();
    await page
      .getByText(/Set priority to/)
      .first()
      .waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Save the macro' }).click();
    await page.getByRole('heading', { name: 'Mine', level: 1 }).waitFor();
    const { items } = await world.desk.as(world.desk.agent).call(macrosApi.list, { query: { scope: 'own' } });
    expect(items).toMatchObject([{ name: 'Mine', visibility: { for: 'user' } }]);
  });

  it('without an error in the page', () => {
    expect(errors).toEqual([]);
  });
});
