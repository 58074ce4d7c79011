import { API } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole, focusOf } from '../fixtures/at-the-console.ts';
import { hasBrowser, openBrowser } from '../fixtures/browser.ts';
import { startWorld, type World } from '../fixtures/world.ts';

const CASES = 20;
/** Milliseconds from Next, or from an answer, to a case that can be read; the machine does other things beside. */
const READABLE_WITHIN = 5_000;

describe.skipIf(!hasBrowser)('an agent works by Play alone', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    world = await startWorld();
    const omar = await world.desk.aUser({ name: 'Omar Haddad' });
    for (let number = CASES; number >= 1; number--) {
      const customer = { address: `customer${number}@cafemail.example`, name: `Customer ${number}` };
      const body = { subject: `Question ${number}`, text: `Question ${number}, in full.`, customer };
      const { id } = await world.desk.as(omar).call(API.cases.open, { body });
      if (number === 7)
        await world.desk.as(omar).call(API.cases.update, { params: { caseId: id }, body: { priority: 9 } });
    }
    await world.desk.sql.run(`UPDATE filters SET routes = true WHERE key = 'unassigned'`);
    await world.desk.drain();
    browser = await openBrowser();
    const { url, agent: person } = world.desk;
    ({ page, errors } = await atTheConsole(browser, { url, person }));
    await page.getByRole('button', { name: 'Play' }).waitFor();
    // Whoever uses the mouse after all is told by the test.
    await page.evaluate(() => window.addEventListener('pointerdown', () => document.body.replaceChildren(), true));
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const offer = () => page.getByRole('region', { name: 'Offered case' });
  const inHand = async () => {
    const sql = 'SELECT case_id AS id FROM routing_offers WHERE ended_at IS NULL AND accepted_at IS NOT NULL';
    return (await world.desk.sql.rows<{ id: number }>(sql)).map(({ id }) => id);
  };
  const statusOf = async (caseId: number) =>
    (await world.desk.as(world.desk.agent).call(API.cases.get, { params: { caseId } })).status;

  it('and gets the most important case first, with the reason', async () => {
    await page.keyboard.press('Shift+N');
    await offer().getByText('Question 7', { exact: true }).waitFor();
    await offer()
      .getByText(/Why this one: priority 9 · waiting/)
      .waitFor();
    await expect.poll(() => focusOf(page)).toMatch(/^button Accept/);
  });

  it('declines one that is not hers, and has the next one at once', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => offer().textContent()).not.toContain('Question 7');
    await world.desk.sql.run(
      `UPDATE routing_offers SET ended_at = ended_at - interval '1 hour' WHERE outcome = 'declined'`,
    );
  });

  it('and answers all twenty without ever looking for one', async () => {
    const times: number[] = [];
    for (let number = 1; number <= CASES; number++) {
      await offer().waitFor();
      await expect.poll(() => focusOf(page)).toMatch(/^button Accept/);
      const begin = performance.now();
      await page.keyboard.press('Enter');
      await page
        .getByRole('log')
        .getByText(/^Question \d+, in full\.$/)
        .waitFor();
      await offer().waitFor({ state: 'hidden' });
      times.push(performance.now() - begin);
      const [caseId = 0] = await inHand();
      await page.keyboard.press('e');
      await expect.poll(() => statusOf(caseId)).toBe('resolved');
    }
    expect(times.toSorted((a, b) => a - b)[Math.floor(CASES * 0.95)]).toBeLessThan(READABLE_WITHIN);
  }, 120_000);

  it('until nothing waits: Next says so, Pause ends it, and the page had no error', async () => {
    await page.keyboard.press('n');
    await page.getByText('Nothing waits for you at the moment.').first().waitFor();
    await page.keyboard.press('Shift+N');
    await page.getByRole('button', { name: 'Play' }).waitFor();
    const left = await world.desk.sql.rows(`SELECT id FROM cases WHERE status <> 'resolved'`);
    expect(left).toEqual([]);
    expect(errors).toEqual([]);
  });
});
