import { socialAccountsApi } from '@bureau/contracts';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole } from '../fixtures/at-the-console.ts';
import { hasBrowser, openBrowser } from '../fixtures/browser.ts';
import { FacebookRoom } from '../fixtures/facebook-room.ts';
import { LARKSPUR_PAGE, startDeskAndNetworks, TIDELINE_PAGE, type DeskAndNetworks } from '../fixtures/networks.ts';

const HOUR_MS = 3_600_000;
const PHOTO = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(PHOTO, 'base64') });

describe.skipIf(!hasBrowser)('Facebook from zero, by the screens alone', () => {
  let world: DeskAndNetworks;
  let browser: Browser;
  let ada: Page;
  let mia: Page;
  let ana: FacebookRoom;
  let maya: FacebookRoom;
  const errors: string[][] = [];

  beforeAll(async () => {
    world = await startDeskAndNetworks({ console: true });
    await world.desk.aBrand('Tideline Gear');
    browser = await openBrowser();
    ada = await sit(world.desk.administrator, '/admin/social-accounts');
    mia = await sit(world.desk.agent, '/cases/facebook');
    ana = await FacebookRoom.open(browser, world.outside.url, 'ana');
    maya = await FacebookRoom.open(browser, world.outside.url, 'maya');
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  describe('the pages are connected', () => {
    it('after somebody who runs them said at Facebook which of them, and what the desk may do', async () => {
      await begin('Larkspur Coffee');
      await ada.getByRole('link', { name: /Ben Carrow/ }).waitFor();
      await ada.getByRole('link', { name: /Noor Haddad/ }).click();
      await ada.getByLabel(/Tideline Gear/).uncheck();
      await ada.getByRole('button', { name: 'Continue as Noor Haddad' }).click();

      await ada.getByRole('heading', { name: 'Choose what to connect' }).waitFor();
      await ada.getByRole('checkbox', { name: 'Larkspur Coffee' }).waitFor();
      expect(await ada.getByRole('checkbox', { name: 'Tideline Gear' }).count()).toBe(0);
      await ada.getByRole('button', { name: 'Connect', exact: true }).click();
      await ada.getByRole('heading', { name: 'Larkspur Coffee', level: 1 }).waitFor();
      await ada.getByText('Facebook tells the desk at once').waitFor();
    });

    it('not by somebody who manages none; it says what to do', async () => {
      await ada.goto(`${world.desk.url}/admin/social-accounts`);
      await begin('Tideline Gear');
      await ada.getByRole('link', { name: /Not you/ }).click();
      await ada.getByRole('link', { name: /Maya Okafor/ }).click();
      await ada.getByRole('button', { name: 'Continue as Maya Okafor' }).click();
      await ada.getByText(/Sign in as an administrator of the page, and tick it/).waitFor();
    });

    it('each for its brand', async () => {
      await ada.goto(`${world.desk.url}/admin/social-accounts`);
      await begin('Tideline Gear');
      await ada.getByRole('link', { name: /Not you/ }).click();
      await ada.getByRole('link', { name: /Noor Haddad/ }).click();
      await ada.getByRole('button', { name: 'Continue as Noor Haddad' }).click();
      await ada.getByText('belongs to Larkspur Coffee here').waitFor();
      await ada.getByRole('checkbox', { name: 'Tideline Gear' }).check({ force: true });
      await ada.getByRole('button', { name: 'Connect', exact: true }).click();
      await ada.getByRole('heading', { name: 'Tideline Gear', level: 1 }).waitFor();
      await ada.getByRole('link', { name: 'X and Facebook' }).first().click();
      await ada
        .getByRole('row', { name: /Larkspur Coffee/ })
        .getByText('Works')
        .waitFor();
      await ada
        .getByRole('row', { name: /Tideline Gear/ })
        .getByText('Works')
        .waitFor();
    });
  });

  describe('what people say becomes a case within five seconds', () => {
    it('a post on the page, answered below it', async () => {
      await ana.goTo('wall', LARKSPUR_PAGE);
      await watch();
      await within(5_000, () => ana.post('Larkspur Coffee', 'The beans came ground.'), option(/The beans came ground/));
      await open(/The beans came ground/);
      await mia.getByRole('textbox', { name: 'Your reply' }).click();
      await mia.locator('.composer button').filter({ hasText: 'Public comment' }).waitFor();
      await say('Sorry! Whole beans leave today.');
      await ana.said('Whole beans leave today').getByText('Author').waitFor();
    });

    it('a comment below a post of the page, answered there and in private', async () => {
      world.outside.facebook.play.post({ as: 'page', page: LARKSPUR_PAGE, message: 'Our new roast is here.' });
      await maya.goTo('wall', LARKSPUR_PAGE);
      const said = () => maya.comment('Our new roast is here.', 'Is it organic?');
      await watch();
      await within(5_000, said, option(/Is it organic/));
      await open(/Is it organic/);
      await say('Yes, every bean.');
      await maya.said('Yes, every bean.').getByText('Author').waitFor();

      await choose(mia.locator('.composer button').filter({ hasText: 'Public comment' }), 'Private message');
      await say('Here is a voucher: ORGANIC.');
      await maya.goTo('chat', LARKSPUR_PAGE);
      await maya.bubble('Here is a voucher: ORGANIC.').getByText('by the desk').waitFor();
    });

    it('her answer in private belongs to the same case', async () => {
      await within(5_000, () => maya.write('How kind, thank you!'), mia.getByText('How kind, thank you!').last());
      await mia.getByText('Is it organic?').first().waitFor();
    });

    it('a private message with a photo, answered with a file', async () => {
      await ana.goTo('chat', LARKSPUR_PAGE);
      const said = () => ana.write('Look at this leak.', photo('leak.png'));
      await watch();
      await within(5_000, said, option(/Look at this leak/));
      await open(/Look at this leak/);
      await mia
        .getByRole('button', { name: /\.png|\.jpg/ })
        .first()
        .waitFor();
      await mia.getByText(/Can be answered for (6 d|7 d)/).waitFor();

      await mia.locator('.composer input[type="file"]').setInputFiles(photo('valve.png'));
      await mia.getByRole('button', { name: /Remove valve\.png/ }).waitFor();
      await say('Turn this valve.');
      await ana.bubble('Turn this valve.').getByText('by the desk').waitFor();
      await ana.page.getByRole('img', { name: 'valve.png' }).waitFor();
      await ana.write('Now it is dry.');
      await message('Now it is dry.').getByText('Ana Ferreira').waitFor();
    });
  });

  describe('a post is worked with where it stands', () => {
    it('liked and hidden from the case, and so it is there', async () => {
      await open(/Is it organic/);
      await deed('Is it organic?', 'Like');
      await maya.goTo('wall', LARKSPUR_PAGE);
      await maya.said('Is it organic?').first().getByText('1 reaction').waitFor();
      await deed('Is it organic?', 'Hide from others');
      await maya.said('Is it organic?').first().getByText('hidden', { exact: true }).waitFor();
      await mia.getByText('Hidden from others').first().waitFor();
    });

    it('reworded or deleted there, the case follows', async () => {
      await ana.goTo('wall', LARKSPUR_PAGE);
      await open(/The beans came ground/);
      await ana.reword('The beans came ground.', 'The beans came ground, and late.');
      await message('The beans came ground, and late.').getByText('Edited').waitFor();
      await ana.said('The beans came ground, and late.').first().getByRole('button', { name: 'Delete' }).click();
      await message('The beans came ground, and late.').getByText('Deleted on the network').waitFor();
    });

    it('written by a colleague in Facebook itself, it is in the case', async () => {
      await open(/Look at this leak/);
      world.outside.facebook.play.message({
        as: 'page',
        page: LARKSPUR_PAGE,
        person: 'ana',
        text: 'Noor here: I call you.',
      });
      await mia.getByText('Noor here: I call you.').last().waitFor();
    });
  });

  describe('the second page stays apart', () => {
    it('what is said there belongs to its brand, and is answered from it', async () => {
      await ana.goTo('wall', TIDELINE_PAGE);
      await ana.post('Tideline Gear', 'My paddle split.');
      await open(/My paddle split/);
      await mia.getByRole('textbox', { name: 'Your reply' }).click();
      await mia.locator('.composer-post').getByText('Tideline Gear').waitFor();
      await say('A new one is on its way.');
      await ana.said('A new one is on its way.').locator('strong', { hasText: 'Tideline Gear' }).waitFor();
    });
  });

  describe('time passes', () => {
    it('after a day only a person may answer in private, and a person does', async () => {
      await mia.clock.install({ time: new Date(Date.now() + 25 * HOUR_MS) });
      world.desk.clock.advance(25 * HOUR_MS);
      world.outside.facebook.turnClock({ advanceMs: 25 * HOUR_MS });
      await mia.reload();
      await open(/Look at this leak/);
      await mia.getByText(/Only people may answer now/).waitFor();
      await say('Did the valve help?');
      await ana.goTo('chat', LARKSPUR_PAGE);
      await ana.bubble('Did the valve help?').getByText('by the desk, HUMAN_AGENT').waitFor();
    });

    it('what Facebook never told is found by asking', async () => {
      await manner('lost');
      await ana.goTo('wall', LARKSPUR_PAGE);
      await ana.post('Larkspur Coffee', 'Do you ship to Porto?');
      await watch();
      world.desk.clock.advance(HOUR_MS);
      await mia.getByRole('option', { name: /Do you ship to Porto/ }).waitFor({ timeout: 40_000 });
      await manner('promptly');
    });
  });

  it('Facebook had nothing to complain of, and no page threw', async () => {
    expect(world.outside.facebook.violations()).toEqual([]);
    expect(errors.flat()).toEqual([]);
    const { items } = await world.desk.as(world.desk.administrator).call(socialAccountsApi.list, {});
    expect(items.map(({ state }) => state)).toEqual(['ok', 'ok']);
  });

  async function sit(person: { email: string; password: string }, path: string): Promise<Page> {
    const opened = await atTheConsole(browser, { url: world.desk.url, person, path });
    errors.push(opened.errors);
    return opened.page;
  }

  async function begin(brand: string): Promise<void> {
    await ada.getByRole('button', { name: 'Connect', exact: true }).first().click();
    await ada.getByRole('menuitem', { name: 'Connect Facebook pages' }).click();
    const dialog = ada.getByRole('dialog', { name: 'Connect Facebook pages' });
    await choose(dialog.getByRole('button', { name: /Brand/ }), brand, ada);
    await dialog.getByRole('button', { name: 'Go to Facebook' }).click();
  }

  async function choose(opener: Locator, choice: string, page = mia): Promise<void> {
    await opener.click();
    await page.locator('[role="option"]').filter({ hasText: choice }).last().click();
  }

  function option(name: RegExp): Locator {
    return mia.getByRole('option', { name });
  }

  /** What somebody did is on the agent's screen before so many milliseconds are over. */
  async function within(ms: number, act: () => Promise<unknown>, seen: Locator): Promise<void> {
    await act();
    const done = performance.now();
    await seen.waitFor();
    expect(performance.now() - done).toBeLessThan(ms);
  }

  /** Everything of Facebook, whatever its status; a list in which nothing is open takes what is new by itself. */
  async function watch(): Promise<void> {
    await mia.goto(`${world.desk.url}/cases/facebook`);
    await mia.getByRole('heading', { name: /Facebook/ }).waitFor();
  }

  async function open(name: RegExp): Promise<void> {
    await watch();
    await option(name).click();
    await mia.getByRole('textbox', { name: 'Your reply' }).waitFor();
  }

  async function say(text: string): Promise<void> {
    await mia.getByRole('textbox', { name: 'Your reply' }).click();
    await mia.keyboard.type(text);
    await mia.keyboard.press('Control+Enter');
  }

  /** How what happens there is told to the desk. */
  async function manner(kind: string): Promise<void> {
    const route = `${world.outside.url}/__control/facebook/deliveries/manner`;
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(route, { method: 'POST', headers, body: JSON.stringify({ kind }) });
    expect(response.ok).toBe(true);
  }

  function message(text: string): Locator {
    return mia.locator('.feed-message').filter({ hasText: text });
  }

  async function deed(text: string, name: string): Promise<void> {
    await message(text).first().getByRole('button', { name: 'What to do with this message' }).click();
    await mia.getByRole('menuitem', { name, exact: true }).click();
  }
});
