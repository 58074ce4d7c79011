import { casesApi } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { startWorld, type World } from '../fixtures/world.ts';

const ANA = 'ana.ferreira@cafemail.example';

describe.skipIf(!hasBrowser)('the main path by keyboard alone', () => {
  let world: World;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    world = await startWorld();
    for (const subject of ['The first question', 'The second question']) {
      await world.sandbox.sendAs(ANA, { to: world.desk.mailbox.address, subject, text: `${subject}, in full.` });
      await world.desk.drain();
    }
    browser = await openBrowser();
    ({ page } = await openPage(browser));
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('signs in', async () => {
    await page.goto(world.desk.url);
    await page.getByLabel('E-mail').waitFor();
    await focusByTab(page, 'E-mail');
    await page.keyboard.type(world.desk.agent.email);
    await focusByTab(page, 'Password');
    await page.keyboard.type(world.desk.agent.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Inbox/ }).waitFor();
  });

  it('walks the list and the case follows', async () => {
    await page.getByText('The second question').first().waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: 'The second question' }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: 'The first question' }).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('heading', { name: 'The second question' }).waitFor();
  });

  it('answers with r and Ctrl-Enter', async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: /reply/i }).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Every letter of this is text: e, a, s, j, k, r and ?');
    await page.keyboard.press('Control+Enter');

    const answer = await world.sandbox.waitForMail(ANA, (mail) => mail.subject === 'Re: The second question');
    expect(answer.text).toContain('Every letter of this is text: e, a, s, j, k, r and ?');
  });

  it('resolves with e, and shows every key with ?', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await expect.poll(() => statusOf('The second question'), { timeout: 5000 }).toBe('resolved');

    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    expect(await sheet.innerText()).toMatch(/reply/i);
    // It comes late, and takes the focus and its keys a moment after it can be seen.
    await expect.poll(() => sheet.evaluate((it) => it.contains(document.activeElement))).toBe(true);
    const isOpenAfterEscape = async () => {
      await page.keyboard.press('Escape');
      return sheet.isVisible();
    };
    // A key goes to whatever has the focus just then: what comes late with the case may have it for a moment.
    await expect.poll(isOpenAfterEscape).toBe(false);
  });

  async function statusOf(subject: string): Promise<string | undefined> {
    const { items } = await world.desk.as(world.desk.agent).call(casesApi.list, {});
    return items.find((item) => item.subject === subject)?.status;
  }
});

/** Presses Tab until the field with this label has the focus. */
async function focusByTab(page: Page, label: string): Promise<void> {
  const field = page.getByLabel(label).first();
  for (let presses = 0; presses < 20; presses++) {
    if (await field.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${label}.`);
}
