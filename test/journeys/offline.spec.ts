import { API } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFlakyLine, type FlakyLine } from '../faults/flaky-line.ts';
import { signIn } from '../fixtures/at-the-console.ts';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import type { Person } from '../fixtures/desk.ts';
import { startWorld, type World } from '../fixtures/world.ts';

const HALF_AN_HOUR = 30 * 60_000;
const ANA = 'ana.ferreira@cafemail.example';
const FIRST = '<first@cafemail.example>';
const WORDS = 'Dear Ana, unplug it,';
const MORE_WORDS = ' and let it cool down.';

describe.skipIf(!hasBrowser)('a console without a network for half an hour', () => {
  let world: World;
  let line: FlakyLine;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let omar: Person;
  let openId: number;
  const caseIds: number[] = [];

  beforeAll(async () => {
    world = await startWorld();
    omar = await world.desk.aUser({ name: 'Omar Haddad' });
    for (let number = 1; number <= 20; number++) caseIds.push(await anotherCase(`Question ${number}`));
    await world.sandbox.sendAs(ANA, {
      to: world.desk.mailbox.address,
      subject: 'It still leaks',
      text: 'Drop by drop.',
      messageId: FIRST,
    });
    await world.desk.drain();
    openId = (await inboxOfTheDesk())[0]!.id;

    line = await openFlakyLine(world.desk.running.httpPort);
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    await page.clock.install();
    await signIn(page, { url: world.desk.url, person: world.desk.agent });
    await page.goto(`${line.url}/cases/inbox/${openId}`);
    await page.getByText('Live', { exact: true }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await line.close();
    await world.close();
  });

  it('says since when, and keeps what is typed', async () => {
    await reply().waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type(WORDS);
    await page.getByText('Draft saved').waitFor();

    line.cut();
    await page.context().setOffline(true);
    await page
      .getByText(/^Offline since \d/)
      .first()
      .waitFor();
    await page.keyboard.type(MORE_WORDS);
    await page.getByText('Offline: kept in this browser').waitFor();
  });

  it('still says so half an hour and fifty changes later, and shows what was true then', async () => {
    await fiftyChanges();
    world.desk.clock.advance(HALF_AN_HOUR);
    await page.clock.fastForward(HALF_AN_HOUR);

    await page
      .getByText(/^Offline since \d/)
      .first()
      .waitFor();
    expect(await reply().innerText()).toContain(WORDS + MORE_WORDS);
    expect((await shown()).badge).toMatch(/^Offline since/);
    expect((await shown()).inboxCount).toBe('21');
  });

  it('shows what is true within five seconds of the network', async () => {
    const start = performance.now();
    line.mend();
    await page.context().setOffline(false);
    await expect.poll(shown, { timeout: 5_000, interval: 50 }).toEqual(await truth());
    await page.getByText('Not sent yet? It drips faster.').last().waitFor();
    await page.getByText('Ask her for the serial number.').last().waitFor();
    await page.getByRole('button', { name: /Priority.*9/ }).waitFor();
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('saves the draft at the desk, and sends it once after a look at what is new', async () => {
    await page.clock.fastForward(10_000);
    await page.getByText('Draft saved').waitFor();
    const { draft } = await asMia().call(API.drafts.get, { params: { caseId: openId }, query: {} });
    expect(draft?.text).toContain(WORDS + MORE_WORDS);

    await reply().focus();
    await page.keyboard.press('Control+Enter');
    const sendAnyway = page.getByRole('button', { name: 'Send anyway' });
    const sent = world.sandbox.waitForMail(ANA, ({ text }) => text.includes(WORDS + MORE_WORDS));
    await Promise.race([sent, sendAnyway.click()]);
    await sent;
    await world.desk.drain();
    expect(world.sandbox.sentTwice()).toEqual([]);
  });

  it('opens what keys open though it was never opened before the network went, and a page as soon as it is back', async () => {
    line.cut();
    await page.context().setOffline(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+M');
    await page.getByRole('dialog', { name: /Merge/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.waitForURL(/\/customers/);
    line.mend();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Customers' }).waitFor();
    expect(errors).toEqual([]);
  });

  /** 15 new cases, 10 resolved, 10 assigned, 8 answers; in the open case a priority, a note, two mails; 3 other notes. */
  async function fiftyChanges(): Promise<void> {
    const api = world.desk.as(omar);
    const each = <Result>(from: number, to: number, change: (caseId: number) => Promise<Result>) =>
      Promise.all(caseIds.slice(from, to).map(change));
    for (let number = 1; number <= 15; number++) await anotherCase(`News ${number}`);
    await each(0, 10, (caseId) => api.call(API.cases.update, { params: { caseId }, body: { status: 'resolved' } }));
    await each(10, 20, (caseId) => api.call(API.cases.update, { params: { caseId }, body: { assigneeId: omar.id } }));
    await each(10, 18, async (caseId) => {
      const { sequence } = await api.call(API.cases.get, { params: { caseId } });
      return api.call(API.cases.reply, { params: { caseId }, body: { text: 'On its way.', sequence } });
    });
    await each(12, 15, (caseId) => api.call(API.notes.add, { params: { caseId }, body: { text: 'Called them.' } }));
    await api.call(API.cases.update, { params: { caseId: openId }, body: { priority: 9 } });
    const note = { text: 'Ask her for the serial number.' };
    await api.call(API.notes.add, { params: { caseId: openId }, body: note });
    for (const text of ['Hello?', 'Not sent yet? It drips faster.']) {
      await world.sandbox.sendAs(ANA, {
        to: world.desk.mailbox.address,
        subject: 'Re: It still leaks',
        text,
        inReplyTo: FIRST,
      });
    }
    await world.desk.drain();
  }

  async function anotherCase(subject: string): Promise<number> {
    const address = `${crypto.randomUUID()}@customer.example`;
    const body = { subject, text: `${subject}, in full.`, customer: { address } };
    const { id } = await world.desk.as(omar).call(API.cases.open, { body });
    return id;
  }

  const asMia = () => world.desk.as(world.desk.agent);
  const reply = () => page.getByRole('textbox', { name: 'Your reply' });

  async function inboxOfTheDesk() {
    const { items: filters } = await asMia().call(API.filters.list, {});
    const filterId = filters.find(({ key }) => key === 'inbox')!.id;
    const { items } = await asMia().call(API.filters.cases, { params: { filterId }, query: { limit: 100 } });
    return items;
  }

  /** What the API answers at this moment, in the words of the screen. */
  async function truth() {
    const items = await inboxOfTheDesk();
    return {
      badge: 'Live',
      inboxCount: String(items.length),
      rows: items.slice(0, 8).map(({ subject }) => subject),
      length: items.length,
    };
  }

  function shown() {
    return page.evaluate(() => {
      const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
      const rows = [...document.querySelectorAll('[role="option"][aria-posinset]')];
      const byPlace = rows.toSorted((one, other) => Number(one.ariaPosInSet) - Number(other.ariaPosInSet));
      return {
        badge: text('.bu-live'),
        inboxCount: text('.rail-link[href="/cases/inbox"] .rail-count [aria-hidden]'),
        rows: byPlace.slice(0, 8).map((row) => row.querySelector('.case-row-subject')?.textContent),
        length: Number(rows[0]?.ariaSetSize),
      };
    });
  }
});
