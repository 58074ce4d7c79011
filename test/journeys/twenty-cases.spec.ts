import { API } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole, focusOf } from '../fixtures/at-the-console.ts';
import { hasBrowser, openBrowser } from '../fixtures/browser.ts';
import type { Person } from '../fixtures/desk.ts';
import { startWorld, type World } from '../fixtures/world.ts';

const CASES = 20;
const addressOf = (number: number) => `customer${number}@cafemail.example`;

describe.skipIf(!hasBrowser)('twenty cases are resolved without a mouse', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let omar: Person;

  beforeAll(async () => {
    world = await startWorld();
    omar = await world.desk.aUser({ name: 'Omar Haddad' });
    for (let number = CASES; number >= 1; number--) {
      const customer = { address: addressOf(number), name: `Customer ${number}` };
      const body = { subject: `Question ${number}`, text: `Question ${number}, in full.`, customer };
      await world.desk.as(omar).call(API.cases.open, { body });
    }
    await world.desk.drain();
    browser = await openBrowser();
    const { url, agent: person } = world.desk;
    ({ page, errors } = await atTheConsole(browser, { url, person }));
    await page.getByRole('option').first().waitFor();
    // Whoever uses the mouse after all is told by the test.
    await page.evaluate(() => window.addEventListener('pointerdown', () => document.body.replaceChildren(), true));
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('by answering, then e', async () => {
    await onEachOf(5, async (caseId) => {
      await press('r');
      await page.keyboard.type('Dear customer, here is what to do: e, n and # are letters now.');
      await press('Control+Enter');
      await page.getByText('Sent', { exact: true }).first().waitFor();
      await press('Escape');
      await press('e');
      await expectStatus(caseId, 'resolved');
    });
  });

  it('by “Send and resolve”, which is remembered', async () => {
    await onEachOf(5, async (caseId, isFirst) => {
      await press('r');
      await page.keyboard.type('It leaves today.');
      if (isFirst) {
        await page.keyboard.press('Control+Shift+Enter');
        await page.getByRole('menuitem', { name: /^Send and resolve/ }).waitFor();
        await expect.poll(() => focusOf(page)).toMatch(/^menuitem Send(?!.*unseen)/);
        await press('ArrowDown', 'ArrowDown', 'Enter');
        // A menu that is closing still takes the next Esc for itself; the focus then is in the text again.
        await expect.poll(() => focusOf(page)).toMatch(/^textbox Your reply/);
      } else {
        await page.getByRole('button', { name: /Send and resolve/ }).waitFor();
        await press('Control+Enter');
      }
      await expectStatus(caseId, 'resolved');
      await press('Escape');
    });
  });

  it('with a note for colleagues', async () => {
    await onEachOf(3, async (caseId) => {
      await press('i');
      await page.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
      await page.keyboard.type('Told on the telephone.');
      await press('Control+Enter');
      await page.getByRole('log').getByText('Told on the telephone.').waitFor();
      await press('Escape');
      await press('e');
      await expectStatus(caseId, 'resolved');
    });
  });

  it('with a label, and given to a colleague', async () => {
    await onEachOf(4, async (caseId) => {
      await press('l');
      await choiceOf(/./).waitFor();
      await page.keyboard.type('refund');
      await choiceOf(/refund/).waitFor();
      await press('Enter');
      await expect.poll(async () => (await theCase(caseId)).labels.map(({ name }) => name)).toEqual(['refund']);
      await press('Escape');
      await page.locator('.bu-popover').waitFor({ state: 'hidden' });
      await press('a');
      await choiceOf(/Omar Haddad/).waitFor();
      await page.keyboard.type('omar');
      await choiceOf(/Mia Larsen/).waitFor({ state: 'hidden' });
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await theCase(caseId)).assignee?.name).toBe('Omar Haddad');
      await page.locator('.bu-popover').waitFor({ state: 'hidden' });
      await page.keyboard.press('e');
      await expectStatus(caseId, 'resolved');
    });
  });

  it('through the palette', async () => {
    await onEachOf(3, async (caseId) => {
      await press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('resolve or');
      await choiceOf(/^Resolve, or reopen/).waitFor();
      await press('Enter');
      await expectStatus(caseId, 'resolved');
    });
  });

  it('and the desk agrees; nothing waits, every answer left once, the page had no error', async () => {
    await press('n');
    await page.getByText(/Nothing.* is waiting in Inbox\./).waitFor();
    const { items } = await asMia().call(API.cases.list, { query: { view: 'all', limit: 100 } });
    expect(items.filter(({ status }) => status === 'resolved')).toHaveLength(CASES);
    await world.desk.drain();
    expect(world.sandbox.sentTwice()).toEqual([]);
    expect(errors).toEqual([]);
  });

  /** Goes on with n, does the work, and looks where the focus is after each. */
  async function onEachOf(count: number, work: (caseId: number, isFirst: boolean) => Promise<void>): Promise<void> {
    for (let done = 0; done < count; done++) {
      const before = caseInAddress();
      await press('n');
      await expect.poll(caseInAddress, { timeout: 5_000 }).not.toBe(before);
      const caseId = caseInAddress()!;
      const { subject } = await theCase(caseId);
      await page.getByRole('heading', { name: subject }).waitFor();
      await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
      await work(caseId, done === 0);
    }
  }

  /** Keys one after the other; after each of them the focus is somewhere, and can be seen. */
  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await page.keyboard.press(key);
      await expect.poll(() => focusOf(page), { timeout: 2_000, message: `focus after ${key}` }).not.toMatch(/unseen$/);
    }
  }

  const choiceOf = (name: RegExp) =>
    page.locator('[role="option"], [role^="menuitem"]').filter({ hasText: name, visible: true }).last();
  const asMia = () => world.desk.as(world.desk.agent);
  const theCase = (caseId: number) => asMia().call(API.cases.get, { params: { caseId } });
  const caseInAddress = () => Number(/\/cases\/inbox\/(\d+)/.exec(page.url())?.[1]) || null;
  async function expectStatus(caseId: number, status: string): Promise<void> {
    await expect.poll(async () => (await theCase(caseId)).status, { timeout: 5_000 }).toBe(status);
  }
});
