import { intakeApi } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { sendMail } from '../fixtures/mail.ts';
import { startWorld, type World } from '../fixtures/world.ts';
import { hasPublishedAttacks, OWN_ATTACKS, publishedAttacks } from './html/attacks.ts';
import { livingIn } from './html/oracle.ts';

if (!hasPublishedAttacks)
  console.warn('SKIPPED: the published attacks are not on this machine; only our own are tried.');

/** Mails in one case: few enough that the console shows each of them. */
const IN_ONE_CASE = 12;
const attacks = [...OWN_ATTACKS, ...publishedAttacks()];
const chunks = Array.from({ length: Math.ceil(attacks.length / IN_ONE_CASE) }, (_, index) => index * IN_ONE_CASE);

describe.skipIf(!hasBrowser)('HTML that a stranger wrote, in a real browser', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const seen = { dialogs: 0, popups: 0, errors: [] as string[], foreign: [] as string[], strays: [] as string[] };

  beforeAll(async () => {
    world = await startWorld();
    browser = await openBrowser();
    const opened = await openPage(browser);
    page = opened.page;
    seen.errors = opened.errors;
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => (seen.dialogs += 1)));
    page.context().on('page', () => (seen.popups += 1));
    page.on('requestfinished', (request) => noteForeign(request.url()));
    page.on('requestfailed', (request) => {
      // What the frame's policy stops was never sent.
      if (request.failure()?.errorText !== 'csp') noteForeign(request.url());
    });
    page.on('framenavigated', (frame) => {
      const url = frame.url();
      const stopped = frame !== page.mainFrame() && url.startsWith('chrome-error:');
      if (!stopped && !url.startsWith(world.desk.url) && !url.startsWith('about:')) seen.strays.push(url);
    });
    await page.goto(world.desk.url);
    await page.getByLabel('E-mail').fill(world.desk.agent.email);
    await page.getByLabel('Password').fill(world.desk.agent.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Inbox/ }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  function noteForeign(address: string): void {
    const { protocol, origin } = new URL(address);
    if (!['data:', 'blob:', 'about:'].includes(protocol) && origin !== world.desk.url) seen.foreign.push(address);
  }

  /** A case with one mail for each of these bodies. */
  async function aCaseWith(bodies: string[]): Promise<number> {
    const from = `${crypto.randomUUID()}@customer.example`;
    const first = `<${crypto.randomUUID()}@customer.example>`;
    await sendMail(world.desk, { from, subject: 'Look', html: '<p>The first of many</p>', messageId: first });
    await world.desk.drain();
    for (const html of bodies) {
      await sendMail(world.desk, { from, subject: 'Re: Look', html: `<p>Before</p>${html}`, references: first });
    }
    await world.desk.drain();
    const { items } = await world.desk.as(world.desk.agent).call(intakeApi.list, { query: { limit: 100 } });
    const mine = items.filter((item) => item.from === from);
    expect(mine.map(({ fate }) => fate)).toEqual(Array.from({ length: bodies.length + 1 }, () => 'message'));
    expect(new Set(mine.map(({ caseId }) => caseId)).size).toBe(1);
    return mine[0]!.caseId!;
  }

  /** Opens the case and unfolds all that it has. */
  async function showAll(caseId: number): Promise<void> {
    await page.goto(`${world.desk.url}/cases/all/${caseId}`);
    await page.locator('iframe').first().waitFor();
    const earlier = page.getByRole('button', { name: /^Show \d+ earlier/ });
    if (await earlier.count()) await earlier.first().click();
  }

  const frames = () => page.locator('iframe').count();
  const living = () =>
    page.evaluate(
      `(${livingIn.toString()})([...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument))`,
    );
  const attacked = () => page.evaluate(() => Reflect.get(window, 'attacked'));

  function expectPeace(): void {
    expect(seen).toEqual({ dialogs: 0, popups: 0, errors: [], foreign: [], strays: [] });
  }

  it.each(chunks)('runs nothing, asks nobody and stays in its frame (attacks from %i)', async (from) => {
    const bodies = attacks.slice(from, from + IN_ONE_CASE);
    await showAll(await aCaseWith(bodies));
    await expect.poll(frames, { timeout: 10_000 }).toBe(bodies.length + 1);

    expect(await living()).toEqual([]);
    const blocked = page.getByRole('button', { name: 'Show images' });
    while ((await blocked.count()) > 0) await blocked.first().click();
    expect(await living()).toEqual([]);

    expect(await attacked()).toBeUndefined();
    expectPeace();
  });

  it('holds even where the sanitiser fails: the frame runs nothing and asks nobody', async () => {
    const caseId = await aCaseWith(['<p>placeholder</p>']);
    await world.desk.as(world.desk.agent).fetch(`/api/v3/cases/${caseId}/feed`);
    const raw = `<script>top.attacked=1</script><img src=x onerror="top.attacked=1"><img src="https://evil.example/x.png">
      <iframe src="https://evil.example/"></iframe><link rel=stylesheet href="https://evil.example/x.css">
      <meta http-equiv=refresh content="0;url=https://evil.example/"><form action="https://evil.example/" id=f><input name=a></form>
      <object data="https://evil.example/"></object><svg onload="top.attacked=1"></svg>`;
    await world.desk.sql.run('UPDATE messages SET safe_html = $2 WHERE case_id = $1 AND safe_html IS NOT NULL', [
      caseId,
      raw,
    ]);

    await showAll(caseId);
    await page.waitForLoadState('networkidle');

    expect(await attacked()).toBeUndefined();
    expectPeace();
  });

  it('opens a link elsewhere, without a way back to us', async () => {
    await showAll(await aCaseWith(['<a href="https://shop.example/a">the shop</a>']));
    const link = page.frameLocator('iframe').nth(1).getByRole('link', { name: 'the shop' });
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await link.getAttribute('target')).toBe('_blank');
  });
});
