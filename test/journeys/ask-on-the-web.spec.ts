import { articlesApi, casesApi, companiesApi, customersApi, topicsApi } from '@bureau/contracts';
import { BrandDirectory } from '@bureau/identity';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../fixtures/axe.ts';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { noticesTo } from '../fixtures/links.ts';
import { startWorld, type World } from '../fixtures/world.ts';

const PASSWORD = 'another long phrase';
/** One pixel, as PNG. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe.skipIf(!hasBrowser).each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a visitor asks on the web, %s', (_, javaScriptEnabled) => {
  const domain = `${crypto.randomUUID()}.example`;
  const ana = `ana@${domain}`;
  const ben = `ben@${domain}`;
  let world: World;
  let browser: Browser;
  let hers: Page;
  let errors: string[];
  let base: string;
  let caseId: number;

  beforeAll(async () => {
    world = await startWorld();
    const { desk } = world;
    await desk.running.get(BrandDirectory).refresh();
    const brand = desk.running.get(BrandDirectory).byId(desk.brandId);
    base = `${desk.url}/support/${brand?.slug}`;
    await anArticle(world);
    await desk.as(desk.administrator).call(companiesApi.create, { body: { name: 'Beans & Co', domains: [domain] } });
    browser = await openBrowser();
    ({ page: hers, errors } = await openPage(browser, { javaScriptEnabled }));
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('and is shown what may help, before it is sent', async () => {
    await hers.goto(`${base}/customer/portal/emails/new`);
    await hers.getByLabel('Your name').fill('Ana Sol');
    await hers.getByLabel('Your e-mail address').fill(ana);
    await hers.getByLabel('Subject').fill('The grinder is stuck');
    await hers.getByLabel('Message').fill('It makes no sound.\nI cleaned it.');
    await hers.getByLabel('Attachments').setInputFiles({ name: 'grinder.png', mimeType: 'image/png', buffer: PHOTO });
    // While she writes, where the script is; before it is sent, everywhere.
    if (javaScriptEnabled) await hers.getByRole('link', { name: 'The grinder is stuck after travel' }).waitFor();
    await looksRight();
    world.desk.clock.advance(5_000);
    await hers.getByRole('button', { name: 'Send' }).click();
    await hers.getByRole('heading', { name: 'Do these help?', level: 1 }).waitFor();
    await hers.getByRole('link', { name: 'The grinder is stuck after travel' }).waitFor();
    await looksRight();
  });

  it('still asks, and hears the number, with the photo in the case', async () => {
    await hers.getByRole('button', { name: 'These do not help' }).click();
    await hers.getByRole('heading', { name: 'Your message is on its way' }).waitFor();
    caseId = Number(/Its number is (\d+)/.exec(await hers.locator('main').innerText())?.[1]);
    await looksRight();
    await hers.reload();
    const { items } = await agent().call(casesApi.list, { query: {} });
    expect(items.map(({ id }) => id)).toEqual([caseId]);
    const { items: feed } = await agent().call(casesApi.feed, { params: { caseId } });
    expect(feed[1]).toMatchObject({
      text: 'It makes no sound.\nI cleaned it.',
      attachments: [{ fileName: 'grinder.png' }],
    });
  });

  it('gets the answer by mail, and goes on with its link on the page of the case', async () => {
    const { sequence } = await agent().call(casesApi.get, { params: { caseId } });
    const body = { text: 'Please turn it by hand once.', sequence, status: 'resolved' as const };
    await agent().call(casesApi.reply, { params: { caseId }, body });
    const [mail = ''] = await mailsTo(ana);
    expect(mail).toContain('Please turn it by hand once.');
    const path = /https?:\/\/[^/\s]+(\/support\/\S+\/customer\/portal\/cases\/[\w-]+)/.exec(mail)?.[1] ?? '';

    await hers.goto(world.desk.url + path);
    await hers.getByText('Please turn it by hand once.').waitFor();
    await hers.getByRole('link', { name: 'grinder.png' }).waitFor();
    await looksRight();
    await hers.getByLabel('Your answer').fill('It turns now, but it smells.');
    await hers.getByRole('button', { name: 'Send answer' }).click();
    await hers.getByText('Your answer has arrived.').waitFor();
    expect(await agent().call(casesApi.get, { params: { caseId } })).toMatchObject({
      status: 'open',
      excerpt: 'It turns now, but it smells.',
    });
    await hers.getByRole('button', { name: 'This is solved' }).click();
    await hers.getByText('Good. If something comes up').waitFor();
  });

  it('registers, and finds the case among hers', async () => {
    await hers.goto(`${base}/customer/registrations/new`);
    await hers.getByLabel('Your name').fill('Ana Sol');
    await hers.getByLabel('E-mail address').fill(ana);
    await hers.getByRole('button', { name: 'Mail me the link' }).click();
    await hers.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
    await hers.goto(world.desk.url + (await linkTo(ana)));
    await looksRight();
    await hers.getByLabel('New password').fill(PASSWORD);
    await hers.getByRole('button', { name: 'Register' }).click();
    await hers.getByRole('heading', { name: 'My cases' }).waitFor();
    await hers.getByRole('link', { name: 'All', exact: true }).click();
    await hers.getByRole('link', { name: 'The grinder is stuck' }).click();
    await hers.getByText('It turns now, but it smells.').waitFor();
    await hers.goto(`${base}/customer/account`);
    await hers.getByText(ana).waitFor();
    await looksRight();
  });

  it('is read along by a colleague who may, and by nobody who may not', async () => {
    const { page: his, errors: hisErrors } = await openPage(browser, { javaScriptEnabled });
    await his.goto(`${base}/customer/registrations/new`);
    await his.getByLabel('Your name').fill('Ben Sol');
    await his.getByLabel('E-mail address').fill(ben);
    await his.getByRole('button', { name: 'Mail me the link' }).click();
    await his.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
    await his.goto(world.desk.url + (await linkTo(ben)));
    await his.getByLabel('New password').fill(PASSWORD);
    await his.getByRole('button', { name: 'Register' }).click();
    await his.getByText('Nothing is open.').waitFor();
    const page = `${base}/customer/portal/private/cases/${caseId}`;
    await his.goto(page);
    await his.getByRole('heading', { name: 'This page is not here' }).waitFor();

    const { items } = await agent().call(customersApi.list, { query: { limit: 100 } });
    const customerId = items.find(({ address }) => address === ben)?.id ?? 0;
    await agent().call(customersApi.update, { params: { customerId }, body: { accessCompanyCases: true } });
    await his.goto(`${base}/customer/portal/private/cases?show=all`);
    await his.getByRole('link', { name: 'Of my company' }).click();
    await his.getByRole('link', { name: 'The grinder is stuck' }).click();
    await his.getByText('A colleague of yours asked this.').waitFor();
    expect(await his.getByLabel('Your answer').count()).toBe(0);
    expect(hisErrors).toEqual([]);
  });

  const agent = () => world.desk.as(world.desk.agent);
  const mailsTo = (address: string) =>
    noticesTo({ desk: world.desk, outside: world.sandbox, close: world.close }, address);

  /** The path in the latest mail of the desk itself. */
  async function linkTo(address: string): Promise<string> {
    const [mail = ''] = await mailsTo(address);
    return /https?:\/\/[^/\s]+(\/support\/\S+)/.exec(mail)?.[1] ?? 'no link';
  }

  async function looksRight(): Promise<void> {
    expect(errors).toEqual([]);
    if (javaScriptEnabled) expect(await accessibilityFaults(hers)).toEqual([]);
  }
});

async function anArticle({ desk }: World): Promise<void> {
  const ada = desk.as(desk.administrator);
  const topic = await ada.call(topicsApi.create, {
    body: { name: 'Grinders', brandIds: [desk.brandId], description: '', audience: 'public', allowQuestions: false },
  });
  await ada.call(articlesApi.create, {
    body: {
      topicId: topic.id,
      subject: 'The grinder is stuck after travel',
      html: '<p>Turn the burr by hand: the grinder is stuck when a bean sits in it.</p>',
      publishAt: '2026-01-01T00:00:00.000Z',
    },
  });
  await desk.drain();
}
