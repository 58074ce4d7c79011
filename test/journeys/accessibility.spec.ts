import { sessionApi } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../fixtures/axe.ts';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { startWorld, type World } from '../fixtures/world.ts';

/** Every page, and what stands on it when it is ready. */
const PAGES: [path: string, ready: RegExp][] = [
  ['/cases/inbox', /Inbox/],
  ['/cases/inbox/1', /The grinder is stuck/],
  ['/cases/resolved', /Resolved/],
  ['/search?q=grinder', /1 case/],
  ['/search', /Narrow it down/],
  ['/intake', /Intake/],
  ['/intake/1', /The grinder is stuck/],
  ['/mailboxes', /Mailboxes/],
  ['/system-log', /System log/],
  ['/account', /This one/],
  ['/forgotten-password', /Mail me a link/],
  ['/invitation/over', /expired/],
  ['/reset/over', /expired/],
  ['/ui', /Buttons/],
  ['/nowhere', /./],
];

describe.skipIf(!hasBrowser)('axe finds nothing', () => {
  let world: World;
  let browser: Browser;

  beforeAll(async () => {
    world = await startWorld();
    await world.sandbox.sendAs('ana.ferreira@cafemail.example', {
      to: world.desk.mailbox.address,
      subject: 'The grinder is stuck',
      text: 'It makes no sound.\n\n> Did you try again?',
      html: '<p>It makes <b>no sound</b>.</p><blockquote type="cite">Did you try again?</blockquote>',
      attachments: [{ fileName: 'sound.txt', base64: 'bm9uZQ==' }],
    });
    await world.desk.drain();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    let page: Page;
    beforeAll(async () => {
      ({ page } = await openPage(browser, { colorScheme }));
      await page.goto(world.desk.url);
      await page.getByLabel('Password').first().waitFor();
    });

    it('on the sign-in page', async () => {
      expect(await accessibilityFaults(page)).toEqual([]);
    });

    it.each(PAGES)('on %s', async (path, ready) => {
      await signIn(page);
      await page.goto(world.desk.url + path);
      await page.getByText(ready).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await accessibilityFaults(page)).toEqual([]);
    });

    it('on a phone', async () => {
      await signIn(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${world.desk.url}/cases/inbox/1`);
      await page.getByText('The grinder is stuck').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });

  it('on the pages of the support center', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${world.desk.url}/support`);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  /** As the administrator, who sees every page. */
  async function signIn(page: Page): Promise<void> {
    const { email, password } = world.desk.administrator;
    const response = await world.desk.anybody.send(sessionApi.signIn, { body: { email, password } });
    const [, value = ''] = /bureau_session=([^;]+)/.exec(response.headers.get('set-cookie') ?? '') ?? [];
    await page.context().addCookies([{ name: 'bureau_session', value, url: world.desk.url }]);
  }
});
