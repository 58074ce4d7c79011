import { casesApi, draftsApi, intakeApi } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBatch, anAccount, APPS, casesOf, tell } from '../../libs/server/channels/src/social/in/social-in.fixture.ts';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { sendMail } from '../fixtures/mail.ts';
import { startWorld, type World } from '../fixtures/world.ts';

/** Alive wherever a text is taken for HTML, an attribute or a script. */
const PAYLOAD = `"'><img src=x onerror=top.attacked=1><svg onload=top.attacked=1></script><script>top.attacked=1</script>{{7*7}}`;

describe.skipIf(!hasBrowser)('a script in every text that people or machines may write', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let caseId: number;
  let intakeId: number;
  let postedCaseId: number;
  let errors: string[];
  let dialogs = 0;

  beforeAll(async () => {
    world = await startWorld({ env: APPS });
    await poison();
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => (dialogs += 1)));
    await page.goto(world.desk.url);
    await page.getByLabel('E-mail').fill(world.desk.administrator.email);
    await page.getByLabel('Password').fill(world.desk.administrator.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Inbox/ }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  /** Puts the payload into every text column that there is, but for those that machines read. */
  async function poison(): Promise<void> {
    const { desk } = world;
    await sendMail(desk, {
      from: `"${PAYLOAD.replaceAll('"', '')}" <eve@customer.example>`,
      subject: PAYLOAD,
      text: PAYLOAD,
      cc: `"${PAYLOAD.replaceAll('"', '')}" <kim@customer.example>`,
      attachments: [{ filename: `${PAYLOAD.replaceAll('/', '')}.txt`, content: 'x' }],
    });
    await desk.drain();
    const admin = desk.as(desk.administrator);
    const { items } = await admin.call(intakeApi.list, { query: { limit: 1 } });
    [caseId, intakeId] = [items[0]!.caseId!, items[0]!.id];
    const { sequence } = await admin.call(casesApi.get, { params: { caseId } });
    const body = { text: PAYLOAD, html: `<p>${PAYLOAD}</p>`, sequence };
    const { sequence: replied } = await admin.call(casesApi.reply, { params: { caseId }, body });
    await admin.call(draftsApi.save, { params: { caseId }, body: { text: PAYLOAD, html: PAYLOAD, sequence: replied } });
    await desk.drain();

    const texts: [table: string, columns: string[]][] = [
      ['users', ['name']],
      ['groups', ['name']],
      ['brands', ['name', 'signature']],
      ['mailboxes', ['name', 'state_reason']],
      ['customers', ['name']],
      ['messages', ['subject', 'from_name']],
      ['intake_items', ['reason', 'subject', 'from_address']],
      ['system_log', ['message', 'part']],
      ['deliveries', ['response']],
      ['social_accounts', ['name', 'handle', 'state_reason']],
      ['social_posts', ['text', 'url']],
      ['customer_identities', ['name', 'handle']],
    ];
    await poisonNetworks();
    await desk.sql.run("INSERT INTO groups (name) VALUES ('x') ON CONFLICT DO NOTHING");
    await desk.sql.run("INSERT INTO system_log (at, level, part, message) VALUES (now(), 'error', 'x', 'x')");
    for (const [table, columns] of texts) {
      for (const column of columns) await desk.sql.run(`UPDATE ${table} SET ${column} = $1`, [PAYLOAD]);
    }
  }

  /** What people say on a network, their names, and what stands around it. */
  async function poisonNetworks(): Promise<void> {
    const { desk } = world;
    const page = await anAccount(desk, 'facebook');
    const from = { id: 'E', name: PAYLOAD };
    const company = { item: 'status', verb: 'add', post_id: '7_7', from: { id: page.externalId, name: PAYLOAD } };
    const comment = { item: 'comment', verb: 'add', comment_id: '7_8', post_id: '7_7', parent_id: '7_7', from };
    const changes = [company, comment].map((one) => ({ ...one, message: PAYLOAD }));
    await tell(desk, 'facebook', aBatch(desk, page, { changes }));
    await desk.drain();
    const [posted] = await casesOf(desk, page);
    postedCaseId = posted!.id;
    const writer = JSON.stringify({ handle: PAYLOAD, name: PAYLOAD });
    await desk.sql.run('UPDATE social_posts SET writer = $1', [writer]);
    await desk.sql.run("UPDATE social_accounts SET state = 'reconnect'");
  }

  it.each([
    '/',
    '/cases/all',
    'the case',
    'the case of a post',
    '/admin/social-accounts',
    '/intake',
    'the intake item',
    '/mailboxes',
    '/system-log',
    '/account',
  ])('stays a text on %s', async (place) => {
    const named: Record<string, string> = {
      'the case': `/cases/all/${caseId}`,
      'the case of a post': `/cases/all/${postedCaseId}`,
      'the intake item': `/intake/${intakeId}`,
    };
    await page.goto(world.desk.url + (named[place] ?? place));
    await page.waitForLoadState('networkidle');
    await page.locator('main, [role=main], h1').first().waitFor();

    expect(await page.evaluate(() => Reflect.get(window, 'attacked'))).toBeUndefined();
    expect(await page.locator('img[src="x"], svg[onload]').count()).toBe(0);
    expect([dialogs, errors]).toEqual([0, []]);
    if (place !== '/account') expect(await page.locator('body').innerText()).toContain('onerror=top.attacked=1');
  });
});
