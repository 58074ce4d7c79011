import { API, socialAccountsApi } from '@bureau/contracts';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureFor } from '../../apps/sandbox/src/start-sandbox.ts';
import { AgentAtWork } from '../fixtures/agent-at-work.ts';
import { atTheConsole } from '../fixtures/at-the-console.ts';
import { hasBrowser, openBrowser } from '../fixtures/browser.ts';
import { startDeskAndNetworks, type DeskAndNetworks } from '../fixtures/networks.ts';
import { XRoom } from '../fixtures/x-room.ts';

const MINUTE_MS = 60_000;
/** A turn of the polls is looked for every 15 seconds. */
const ONE_POLL = { timeout: 40_000 };
const photo = (name: string) => ({ name, mimeType: 'image/png', buffer: pictureFor(name) });
const LONG = `${'We looked into the matter of your moka pot with great care. '.repeat(6)}Please send it in.`;

describe.skipIf(!hasBrowser)('X from zero, by the screens alone', () => {
  let world: DeskAndNetworks;
  let browser: Browser;
  let ada: Page;
  let mia: AgentAtWork;
  let maya: XRoom;
  let jonas: XRoom;
  const errors: string[][] = [];

  beforeAll(async () => {
    world = await startDeskAndNetworks({ console: true });
    const { desk, outside } = world;
    await desk.aBrand('Tideline Gear');
    await desk.as(desk.administrator).call(API.groups.create, { body: { name: 'Social team' } });
    browser = await openBrowser();
    ada = await sit(desk.administrator, '/admin/social-accounts');
    const list = { url: `${desk.url}/cases/twitter`, name: 'X' };
    mia = new AgentAtWork(await sit(desk.agent, '/cases/twitter'), list);
    maya = await XRoom.open(browser, outside.url, 'mayapaddles');
    jonas = await XRoom.open(browser, outside.url, 'jonas_weber');
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  describe('the accounts are connected', () => {
    it('the first by signing in at X as itself, for its brand, and its cases go to a group', async () => {
      await begin('Larkspur Coffee');
      await ada.getByRole('radio', { name: /@larkspurcoffee/ }).check();
      await ada.getByRole('button', { name: 'Allow' }).click();
      await ada.getByRole('heading', { name: 'Choose what to connect' }).waitFor();
      await ada.getByRole('checkbox', { name: '@larkspurcoffee' }).waitFor();
      await ada.getByRole('button', { name: 'Connect', exact: true }).click();
      await ada.getByRole('heading', { name: '@larkspurcoffee', level: 1 }).waitFor();

      await choose(ada.getByRole('button', { name: /Group/ }), 'Social team');
      await ada.getByRole('combobox', { name: 'Searches' }).fill('moka');
      await ada.keyboard.press('Enter');
      await ada.getByRole('button', { name: 'Save' }).click();
      await ada.getByText('X tells the desk at once').waitFor();
    });

    it('not by whoever says no there', async () => {
      await ada.goto(`${world.desk.url}/admin/social-accounts`);
      await begin('Tideline Gear');
      await ada.getByRole('button', { name: 'Deny' }).click();
      await ada.getByText(/did not agree, so nothing was connected/).waitFor();
    });

    it('the second, though the first is still signed in there', async () => {
      await ada.goto(`${world.desk.url}/admin/social-accounts`);
      await begin('Tideline Gear', { another: true });
      await ada.getByRole('radio', { name: /@tidelinegear/ }).check();
      await ada.getByRole('button', { name: 'Allow' }).click();
      await ada.getByRole('button', { name: 'Connect', exact: true }).click();
      await ada.getByRole('heading', { name: '@tidelinegear', level: 1 }).waitFor();
      await ada.goto(`${world.desk.url}/admin/social-accounts`);
      await ada
        .getByRole('row', { name: /@larkspurcoffee.*Works/ })
        .getByText('Social team')
        .waitFor();
      await ada.getByRole('row', { name: /@tidelinegear.*Works/ }).waitFor();
    });

    it('again, and not by mistake as the one that is signed in there', async () => {
      await ada
        .getByRole('row', { name: /@larkspurcoffee/ })
        .getByRole('button')
        .first()
        .click();
      await ada.getByRole('button', { name: 'More', exact: true }).click();
      await ada.getByRole('menuitem', { name: 'Connect again' }).click();
      await ada.getByText('Signed in as').waitFor();
      await ada.getByRole('button', { name: 'Allow' }).click();
      await ada.getByText(/Nothing was changed\. It was @tidelinegear\./).waitFor();
      await ada.getByRole('button', { name: 'Sign in as @larkspurcoffee' }).click();
      await ada.getByRole('radio', { name: /@larkspurcoffee/ }).check();
      await ada.getByRole('button', { name: 'Allow' }).click();
      await ada.getByText(/The account is connected again/).waitFor();
    });
  });

  describe('what people say becomes a case within five seconds', () => {
    it('a mention, answered where everybody reads it', async () => {
      await maya.goTo('timeline');
      await mia.watch();
      await quickly(() => maya.post('@larkspurcoffee My grinder squeaks'), mia.listed(/My grinder squeaks/));
      await mia.open(/My grinder squeaks/);
      await mia.page.getByText('Social team').first().waitFor();
      await mia.begin();
      await mia.composer().getByText('to @mayapaddles').waitFor();
      await mia.say('A drop of oil helps.');
      await maya.said('A drop of oil helps.').getByText('by the desk').waitFor();
      await mia.message('A drop of oil helps.').getByText('Sent', { exact: true }).waitFor();
    });

    it('an answer that does not name the account, and it goes on in the same case', async () => {
      await quickly(() => maya.answer('A drop of oil helps.', 'Which oil?'), mia.message('Which oil?'));
      await mia.message('My grinder squeaks').waitFor();
      await mia.say('Olive oil will do.');
      await maya.said('Olive oil will do.').getByText('to @mayapaddles').waitFor();
    });

    it('a quote of what the account said', async () => {
      world.outside.x.act({ kind: 'post', as: 'larkspurcoffee', text: 'Our winter roast is here.' });
      await jonas.goTo('timeline');
      await mia.watch();
      await quickly(
        () => jonas.answer('Our winter roast is here.', 'Best roast of the year', 'Quote'),
        mia.listed(/Best roast of the year/),
      );
      await mia.open(/Best roast of the year/);
      await mia.say('You make us blush.');
      await jonas.said('You make us blush.').getByText('by the desk').waitFor();
    });

    it('a post that merely has the word that is searched for; X takes an answer once the account was named', async () => {
      await mia.watch();
      await quickly(() => jonas.post('My moka pot leaks'), mia.listed(/My moka pot leaks/));
      await mia.open(/My moka pot leaks/);
      await mia.say('Can we help?');
      await mia
        .message('Can we help?')
        .getByText(/X lets this account answer only people who have mentioned or quoted it\./)
        .waitFor();
      await jonas.answer('My moka pot leaks', '@larkspurcoffee yours, by the way');
      await mia.message('yours, by the way').waitFor();
      await mia.say('Tighten the ring. Does it help?');
      await jonas.said('Tighten the ring. Does it help?').getByText('by the desk').waitFor();
    });

    it('a direct message with a photo, answered in private with a file', async () => {
      await maya.goTo({ chatWith: 'larkspurcoffee' });
      await mia.watch();
      await quickly(() => maya.write('Look at this crack', photo('crack.png')), mia.listed(/Look at this crack/));
      await mia.open(/Look at this crack/);
      await mia
        .message('Look at this crack')
        .getByRole('button', { name: /\.(png|jpg)/ })
        .first()
        .waitFor();
      await mia.begin();
      await mia.composer().getByText('Direct message').first().waitFor();
      await mia.composer().locator('input[type="file"]').setInputFiles(photo('spare-part.png'));
      await mia.page.getByRole('button', { name: /Remove spare-part\.png/ }).waitFor();
      await mia.say('This part replaces it.');
      await maya.bubble('This part replaces it.').locator('img').waitFor();
    });
  });

  describe('an answer that is too long', () => {
    it('waits until its writer wants a thread of it, and is one there', async () => {
      await mia.open(/My moka pot leaks/);
      await mia.type(LONG);
      await mia
        .composer()
        .getByText(/characters over\. Shorten the text/)
        .waitFor();
      await mia
        .composer()
        .getByRole('checkbox', { name: /Send as a thread of 2 posts/ })
        .check({ force: true });
      await mia.composer().getByRole('textbox', { name: 'Your reply' }).press('Control+Enter');
      await jonas.said('Please send it in.').getByText('by the desk').waitFor();
      await mia.message('Please send it in.').getByText('A thread of 2 posts').waitFor();
      const parts = world.outside.x.posts('larkspurcoffee').filter(({ text }) => LONG.includes(text.slice(0, 40)));
      expect(parts.length).toBeGreaterThanOrEqual(2);
    });
  });

  describe('a post is worked with where it stands', () => {
    it('liked and reposted from the case, its writer followed, and so it is there', async () => {
      await mia.open(/My grinder squeaks/);
      await maya.goTo('timeline');
      await mia.deed('My grinder squeaks', 'Like');
      await maya.said('My grinder squeaks').getByText('1 like').waitFor();
      await mia.deed('My grinder squeaks', 'Repost');
      await maya.page.getByText('repost', { exact: true }).first().waitFor();
      await mia.deed('My grinder squeaks', 'Follow');
      await expect.poll(() => world.outside.x.follows('larkspurcoffee', 'mayapaddles')).toBe(true);
    });

    it('reworded there, the case follows at once; deleted there, with the next poll', async () => {
      await maya.post('@larkspurcoffee where is my ordr?');
      await mia.open(/where is my ordr/);
      await maya.reword('where is my ordr?', '@larkspurcoffee where is my order?');
      await mia.message('where is my order?').getByText('Edited').waitFor();
      await maya.remove('where is my order?');
      world.desk.clock.advance(5 * MINUTE_MS);
      await mia.message('where is my order?').getByText('Deleted on the network').waitFor(ONE_POLL);
    });

    it('written by a colleague in the app of X, it is in the case', async () => {
      await mia.open(/Best roast of the year/);
      const [quote] = world.outside.x.posts('jonas_weber').filter(({ text }) => text === 'Best roast of the year');
      world.outside.x.act({ kind: 'reply', as: 'larkspurcoffee', to: quote?.id ?? '', text: 'Noor here: thank you!' });
      world.desk.clock.advance(5 * MINUTE_MS);
      await mia.message('Noor here: thank you!').waitFor(ONE_POLL);
    });
  });

  describe('strangers', () => {
    it('stand around the case that they led to, marked as such, and are no message of it', async () => {
      await maya.post('Which roaster do you like?');
      await mia.watch();
      await jonas.answer('Which roaster do you like?', '@larkspurcoffee is my favourite');
      await mia.open(/is my favourite/);
      await mia.page.getByRole('button', { name: 'What was said around it' }).click();
      const around = mia.page.locator('.feed-around-post');
      await around.filter({ hasText: 'Which roaster do you like?' }).getByText('@mayapaddles').waitFor();
      expect(await around.filter({ hasText: 'In this case' }).allInnerTexts()).toEqual([
        expect.stringContaining('is my favourite'),
      ]);
      expect(await mia.page.locator('.feed-message').count()).toBe(1);
    });
  });

  describe('the second account stays apart', () => {
    it('what is said to it belongs to its brand, to no group, and is answered from it', async () => {
      await maya.post('@tidelinegear My paddle split');
      await mia.open(/My paddle split/);
      await mia.page.getByText('Tideline Gear').first().waitFor();
      await mia.begin();
      await mia.composer().getByText('@tidelinegear').waitFor();
      expect(await mia.page.getByText('Social team').count()).toBe(0);
      await mia.say('A new one is on its way.');
      await maya.said('A new one is on its way.').getByText('@tidelinegear').first().waitFor();
    });
  });

  describe('X tells nothing', () => {
    it('and what people say is found by asking, in public and in private', async () => {
      world.outside.x.deliver({ kind: 'lost' });
      await maya.post('@larkspurcoffee do you ship to Porto?');
      await maya.goTo({ chatWith: 'larkspurcoffee' });
      await maya.write('And do you take cash?');
      await mia.watch();
      world.desk.clock.advance(5 * MINUTE_MS);
      await mia.listed(/do you ship to Porto/).waitFor(ONE_POLL);
      await mia.open(/Look at this crack/);
      await mia.message('And do you take cash?').waitFor(ONE_POLL);
      await mia.say('Cards only, sorry.');
      await maya.bubble('Cards only, sorry.').waitFor();
    });
  });

  it('X had nothing to complain of, and no page threw', async () => {
    expect(world.outside.x.violations()).toEqual([]);
    expect(errors.flat()).toEqual([]);
    const { items } = await world.desk.as(world.desk.administrator).call(socialAccountsApi.list, {});
    expect(items.map(({ state }) => state)).toEqual(['ok', 'ok']);
  });

  async function sit(person: { email: string; password: string }, path: string): Promise<Page> {
    const opened = await atTheConsole(browser, { url: world.desk.url, person, path });
    errors.push(opened.errors);
    return opened.page;
  }

  async function begin(brand: string, { another = false } = {}): Promise<void> {
    await ada.getByRole('button', { name: 'Connect', exact: true }).first().click();
    await ada.getByRole('menuitem', { name: 'Connect an X account' }).click();
    const dialog = ada.getByRole('dialog', { name: 'Connect an X account' });
    await choose(dialog.getByRole('button', { name: /Brand/ }), brand);
    if (another) await dialog.getByText('Ask for another account').click();
    await dialog.getByRole('button', { name: 'Go to X' }).click();
  }

  async function choose(opener: Locator, choice: string): Promise<void> {
    await opener.click();
    await ada.locator('[role="option"]').filter({ hasText: choice }).last().click();
  }

  /** What a person does is on the agent's screen before five seconds are over. */
  async function quickly(act: () => Promise<unknown>, seen: Locator): Promise<void> {
    const began = performance.now();
    await Promise.all([act(), seen.waitFor()]);
    expect(performance.now() - began).toBeLessThan(5_000);
  }
});
