import { questionsApi } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrandDirectory } from '@bureau/identity';
import { aVisitor } from '../../libs/server/support-center/src/question/visitor.fixture.ts';
import { atTheConsole } from '../fixtures/at-the-console.ts';
import { accessibilityFaults } from '../fixtures/axe.ts';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { startWorld, type World } from '../fixtures/world.ts';

describe.skipIf(!hasBrowser).each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a question finds its answer in the community %s', (_, javaScriptEnabled) => {
  let world: World;
  let browser: Browser;
  let ana: Page;
  let errors: string[];
  let center: string;
  let address: string;

  beforeAll(async () => {
    world = await startWorld();
    const { desk } = world;
    await desk.sql.run(
      `WITH o AS (INSERT INTO topics (language, position) VALUES ('en', 1) RETURNING id),
       n AS (INSERT INTO topic_translations (topic_id, language, name, slug) SELECT id, 'en', 'Brewing', 'brewing' FROM o)
       INSERT INTO topic_brands (topic_id, brand_id) SELECT id, $1 FROM o`,
      [desk.brandId],
    );
    await desk.running.get(BrandDirectory).refresh();
    center = `${desk.url}/support/${desk.running.get(BrandDirectory).byId(desk.brandId)?.slug}`;
    browser = await openBrowser();
    ({ page: ana, errors } = await openPage(browser, { javaScriptEnabled }));
    await signIn(ana);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('asked by somebody who is signed in, it is there at once', async () => {
    await ana.goto(`${center}/customer/portal/questions/new`);
    if (javaScriptEnabled) expect(await accessibilityFaults(ana)).toEqual([]);
    await ana.getByLabel('Topic').selectOption({ label: 'Brewing' });
    await ana.getByLabel('Your question').fill('How fine do I grind for a moka pot?');
    await ana.getByLabel('Message').fill('Mine tastes bitter.');
    await humanly();
    await ana.getByRole('button', { name: 'Post the question' }).click();
    await ana.getByRole('heading', { level: 1, name: 'How fine do I grind for a moka pot?' }).waitFor();
    address = ana.url();
    if (javaScriptEnabled) expect(await accessibilityFaults(ana)).toEqual([]);
  });

  it('answered by a guest, it waits until somebody here has read the answer, and shows while he looks', async () => {
    const { url, administrator: person } = world.desk;
    const { page } = await atTheConsole(browser, { url, person, path: '/admin/questions' });
    await page.getByText('Everything that was posted has been read.').waitFor();

    const { page: ben } = await openPage(browser, { javaScriptEnabled });
    await ben.goto(address);
    await ben.getByLabel('Message').fill('A little finer than table salt.');
    await ben.getByLabel('Your name').fill('Ben Sato');
    await ben.getByLabel('Your e-mail address').fill('ben.sato@cafemail.example');
    await humanly();
    await ben.getByRole('button', { name: 'Post the answer' }).click();
    await ben.getByText('reads what you wrote before it is shown').waitFor();
    expect(await ben.getByText('A little finer than table salt.').count()).toBe(0);

    await page.getByText('A little finer than table salt.').waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Everything that was posted has been read.').waitFor();
  });

  it('and marked by whoever asked: this solved it', async () => {
    await ana.goto(address);
    await ana.getByText('A little finer than table salt.').waitFor();
    await ana.getByRole('button', { name: 'This solved it' }).click();
    await ana.getByText('Best answer').waitFor();
    expect(errors).toEqual([]);
    const { desk } = world;
    const { question } = await desk.as(desk.agent).call(questionsApi.ofCase, { params: { caseId: 1 } });
    expect(question?.bestAnswerId).toBe(question?.answers[0]?.id);
  });

  /** A person takes longer over a form than a program. */
  async function humanly(): Promise<void> {
    world.desk.clock.advance(61_000);
  }

  async function signIn(page: Page): Promise<void> {
    const { cookie } = await aVisitor(world.desk, world.desk.brandId);
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url: center }]);
  }
});
