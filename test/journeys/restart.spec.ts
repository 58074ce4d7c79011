import { API, type FeedItem } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheConsole } from '../fixtures/at-the-console.ts';
import { hasBrowser, openBrowser } from '../fixtures/browser.ts';
import { Installation, MAILBOX } from '../fixtures/installation.ts';
import { sendMail } from '../fixtures/mail.ts';
import { createTestDatabase, type TestDatabase } from '../setup/test-database.ts';
import { until } from '../setup/until.ts';

const ANA = 'ana.ferreira@cafemail.example';

describe.skipIf(!hasBrowser)('the server restarts while an agent writes', () => {
  let database: TestDatabase;
  let bureau: Installation;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let caseId: number;

  beforeAll(async () => {
    database = await createTestDatabase();
    bureau = await Installation.start({ databaseUrl: database.url, processes: { desk: 'api,support-center,worker' } });
    await sendMail(bureau.door('desk'), { from: ANA, to: MAILBOX, subject: 'The grinder is stuck' });
    await until(async () => (await inbox()).length === 1, { what: 'the mail is a case', withinMs: 20_000 });
    caseId = (await inbox())[0]!.id;
    const person = await bureau.anAgent('desk');
    browser = await openBrowser();
    const path = `/cases/inbox/${caseId}`;
    ({ page, errors } = await atTheConsole(browser, { url: bureau.process('desk').url, person, path }));
    await reply().waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await bureau.stop();
    await database.drop();
  });

  it('keeps every letter of the reply and says where it is kept', async () => {
    await page.keyboard.press('r');
    await page.keyboard.type('Dear Ana, ');
    await page.getByText('Draft saved').waitFor();
    await bureau.kill('desk');
    await page.keyboard.type('please unplug it');
    await page
      .getByText(/^Offline since/)
      .first()
      .waitFor();
    await page.getByText('Offline: kept in this browser').waitFor();
    expect(await reply().innerText()).toContain('Dear Ana, please unplug it');
  });

  it('keeps the note too, and says why it cannot be added', async () => {
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    await note().fill('She sounds calm.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The desk could not be reached. Your note is safe in this browser.').waitFor();
    expect(await note().inputValue()).toBe('She sounds calm.');
  });

  it('goes on by itself when the server is back: the session lasts, the note is added once', async () => {
    await bureau.restart('desk');
    await page.getByText('Live', { exact: true }).waitFor({ timeout: 15_000 });
    expect(await note().inputValue()).toBe('She sounds calm.');
    await page.getByText('Not added.').waitFor();
    await note().focus();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('log').getByText('She sounds calm.').waitFor();
    expect((await feed()).filter(({ kind }) => kind === 'note')).toHaveLength(1);
  });

  it('saves the draft at the desk and sends it once', async () => {
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await reply().waitFor();
    expect(await reply().innerText()).toContain('Dear Ana, please unplug it');
    await reply().focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' and let it cool down.');
    await page.getByText('Draft saved').waitFor();

    await page.keyboard.press('Control+Enter');
    const mail = await bureau.sandbox.waitForMail(ANA, ({ folder }) => folder === 'inbox');
    expect(mail.text).toContain('Dear Ana, please unplug it and let it cool down.');
    expect(bureau.sandbox.sentTwice()).toEqual([]);
    expect(errors).toEqual([]);
  });

  const reply = () => page.getByRole('textbox', { name: 'Your reply' });
  const note = () => page.getByRole('textbox', { name: 'Note', exact: true });

  async function inbox() {
    const { items } = await bureau.api('desk').call(API.cases.list, { query: { view: 'all' } });
    return items;
  }

  async function feed(): Promise<FeedItem[]> {
    const { items } = await bureau.api('desk').call(API.cases.feed, { params: { caseId }, query: { limit: 50 } });
    return items;
  }
});
