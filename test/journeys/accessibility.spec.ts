import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole } from '../fixtures/at-the-console.ts';
import { accessibilityFaults } from '../fixtures/axe.ts';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { startWorld, type World } from '../fixtures/world.ts';
import { furnishNetworks, NETWORK_PAGES, NETWORK_STATES } from './every-network-screen.ts';
import { furnishSalesforce, SALESFORCE_PAGES, SALESFORCE_STATES } from './every-salesforce-screen.ts';
import { furnish, PAGES, STATES } from './every-screen.ts';

describe.skipIf(!hasBrowser)('axe finds nothing, in light and dark, and nothing is wider than a phone', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    world = await startWorld({ networks: true, salesforce: true });
    await furnish(world);
    await furnishNetworks(world);
    await furnishSalesforce(world);
    browser = await openBrowser();
    const { url, administrator: person } = world.desk;
    ({ page, errors } = await atTheConsole(browser, { url, person, options: { reducedMotion: 'reduce' } }));
    await page.getByText('The grinder is stuck').first().waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it.each([...PAGES, ...NETWORK_PAGES, ...SALESFORCE_PAGES])('on %s', async (path, ready) => {
    await wide(page);
    await page.goto(world.desk.url + path);
    await page.getByText(ready).first().waitFor({ state: 'attached' });
    await comesToRest(page);
    expect(await faultsOf(page)).toEqual([]);
    expect(await faultsOnAPhone(page)).toEqual([]);
  });

  it.each([...STATES, ...NETWORK_STATES, ...SALESFORCE_STATES])('with %s', async (_, path, prepare) => {
    await wide(page);
    await page.goto(world.desk.url + path);
    await comesToRest(page);
    await prepare(page);
    await colorsRest(page);
    expect(await faultsOf(page)).toEqual([]);
    expect(await faultsOnAPhone(page)).toEqual([]);
  });

  it('before anybody is signed in', async () => {
    const { page: door } = await openPage(browser, { reducedMotion: 'reduce' });
    await door.goto(world.desk.url);
    await door.getByLabel('Password').first().waitFor();
    expect(await faultsOf(door)).toEqual([]);
    expect(await faultsOnAPhone(door)).toEqual([]);
  });

  it('on the pages of the support center', async () => {
    await page.goto(`${world.desk.url}/support`);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('goes without an error in the page', () => {
    expect(errors).toEqual([]);
  });
});

/** What is loaded late is there. Where there is always something under way, what is there after a while counts. */
async function comesToRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
}

async function wide(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
}

/** In light by every rule; dark differs in its colours alone. */
async function faultsOf(page: Page): Promise<string[]> {
  const light = await accessibilityFaults(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await colorsRest(page);
  const dark = await accessibilityFaults(page, { only: ['color-contrast'] });
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}

/** What axe finds there, and what reaches beyond the edge. */
async function faultsOnAPhone(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 390, height: 844 });
  await colorsRest(page);
  const faults = await accessibilityFaults(page, { without: ['color-contrast'] });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [...faults, ...(overflow > 0 ? [`${overflow} px too wide`] : [])].map((fault) => `phone: ${fault}`);
}

/** Resolves when no transition is under way: half a colour contrasts with nothing. */
async function colorsRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
}
