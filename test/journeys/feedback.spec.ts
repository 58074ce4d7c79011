import { casesApi, feedbackApi, surveysApi } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AskCustomers } from '../../libs/server/feedback/src/index.ts';
import { atTheConsole } from '../fixtures/at-the-console.ts';
import { accessibilityFaults } from '../fixtures/axe.ts';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { noticesTo } from '../fixtures/links.ts';
import { startWorld, type World } from '../fixtures/world.ts';

const caseId = 1;
const HOUR = 3_600_000;

describe.skipIf(!hasBrowser).each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a customer rates an answer %s', (_, javaScriptEnabled) => {
  const ana = `${crypto.randomUUID()}@cafemail.example`;
  let world: World;
  let browser: Browser;
  let hers: Page;
  let errors: string[];
  let link: string;

  beforeAll(async () => {
    world = await startWorld();
    const { desk, sandbox } = world;
    await desk.as(desk.administrator).call(surveysApi.write, {
      params: { brandId: desk.brandId },
      body: {
        ...{ enabled: true, ratingType: 'four_star', expiresAfterDays: 14, automatic: true },
        ...{ sendAfterHours: 24, notAgainDays: 14 },
        words: { en: { question: 'How did we do?', additionalQuestion: 'What made it so?' } },
      },
    });
    await sandbox.sendAs(ana, { to: desk.mailbox.address, subject: 'It leaks', text: 'Where does the seal go?' });
    await desk.drain();
    browser = await openBrowser();
    ({ page: hers, errors } = await openPage(browser, { javaScriptEnabled }));
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('after the case was resolved, by a mail of the next day', async () => {
    const { desk, sandbox } = world;
    await desk.as(desk.agent).call(casesApi.update, { params: { caseId }, body: { status: 'resolved' } });
    await desk.drain();
    desk.clock.advance(25 * HOUR);
    await desk.running.get(AskCustomers).run();
    const [mail = ''] = await noticesTo({ desk, outside: sandbox, close: world.close }, ana);
    expect(mail).toContain('How did we do?');
    link = /http:\S+\/portal\/feedback\/[\w-]{43}\?rating=3/.exec(mail)?.[0] ?? '';
  });

  it('sees the answer that she clicked chosen, which counts nothing yet', async () => {
    await hers.goto(`${world.desk.url}${new URL(link).pathname}?rating=3`);
    expect(await hers.getByRole('radio', { name: 'Great' }).isChecked()).toBe(true);
    if (javaScriptEnabled) expect(await accessibilityFaults(hers)).toEqual([]);
    expect(await said()).toEqual([]);
  });

  it('changes her mind, adds some words, and sends', async () => {
    await hers.getByRole('radio', { name: 'Good' }).check();
    await hers.getByLabel('What made it so?').fill('Quick, but I had to ask twice');
    await hers.getByRole('button', { name: 'Send my answer' }).click();
    await hers.getByRole('heading', { name: 'Thank you' }).waitFor();
    await hers.getByText('Quick, but I had to ask twice').waitFor();
    expect(await said()).toMatchObject([{ rating: 2, comment: 'Quick, but I had to ask twice' }]);
    expect(errors).toEqual([]);
  });

  it('and the agent reads it beside the case', async () => {
    const { url, agent: person } = world.desk;
    const { page } = await atTheConsole(browser, { url, person, path: `/cases/all/${caseId}` });
    await page.getByText('rated the answer: Good').first().waitFor();
    await page.getByRole('region', { name: 'Feedback' }).getByText('Quick, but I had to ask twice').waitFor();
    if (javaScriptEnabled) expect(await accessibilityFaults(page)).toEqual([]);
  });

  async function said() {
    const { desk } = world;
    return (await desk.as(desk.agent).call(feedbackApi.ofCase, { params: { caseId } })).items;
  }
});
