import { casesApi } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import type { Person } from '../fixtures/desk.ts';
import { startWorld, type World } from '../fixtures/world.ts';

const ANA = 'ana.ferreira@cafemail.example';

describe.skipIf(!hasBrowser)('two agents on one case', () => {
  let world: World;
  let browser: Browser;
  let mia: Page;
  let omar: Page;
  let ada: Page;

  beforeAll(async () => {
    world = await startWorld();
    await world.sandbox.sendAs(ANA, { to: world.desk.mailbox.address, subject: 'Two of you', text: 'Who answers?' });
    await world.desk.drain();
    browser = await openBrowser();
    const colleague = await world.desk.aUser({ name: 'Omar Haddad' });
    mia = await signedIn(world.desk.agent);
    omar = await signedIn(colleague);
    ada = await signedIn(world.desk.administrator);
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('see each other look and write', async () => {
    await Promise.all([openCase(mia), openCase(omar)]);
    await omar.keyboard.press('r');
    await omar.keyboard.type('I am on it.');

    await mia
      .getByText(/Omar Haddad writing/)
      .first()
      .waitFor({ state: 'attached' });
  });

  it('both know who works on it: the other reads on, and keeps her words', async () => {
    await mia.getByText(/Omar Haddad has been working on this case since/).waitFor();
    await mia.keyboard.press('e');
    await mia.getByText('Not changed.').waitFor();
    expect(await statusOfCase()).toBe('open');
  });

  it('do not both send: the slower one is shown what is new, and chooses', async () => {
    await mia.keyboard.press('r');
    await mia.keyboard.type('Hello Ana, here is my answer.');
    await omar.keyboard.press('Control+Enter');
    await world.sandbox.waitForMail(ANA, ({ text }) => text.includes('I am on it.'));
    await mia.getByText(/Omar Haddad has been working on this case/).waitFor({ state: 'detached' });

    await mia.keyboard.press('Control+Enter');
    await mia
      .getByText(/faster|moved on|new since/i)
      .first()
      .waitFor();
    expect((await world.sandbox.mailsFor(ANA)).filter(({ text }) => text.includes('here is my answer'))).toEqual([]);

    await mia.getByRole('button', { name: /send anyway/i }).click();
    await world.sandbox.waitForMail(ANA, ({ text }) => text.includes('here is my answer'));
  });

  it('leaves each answer once with the customer', async () => {
    expect(world.sandbox.sentTwice()).toEqual([]);
    const { items } = await world.desk.as(world.desk.agent).call(casesApi.feed, { params: { caseId: 1 } });
    expect(items.filter((item) => item.kind === 'message' && item.direction === 'out')).toHaveLength(2);
  });

  it('are told when a third takes the case over, and lose nothing by it', async () => {
    await mia.keyboard.press('r');
    await mia.keyboard.type('One more thing');
    await mia.getByRole('textbox', { name: /reply/i }).getByText('One more thing').waitFor();
    await expect.poll(lockHolder, { timeout: 10_000 }).toBe('Mia Larsen');
    await ada.goto(`${world.desk.url}/cases/all/1`);
    await ada.getByRole('button', { name: 'Take over' }).click();

    await ada.getByText(/You work on this case now. Mia Larsen has been told/).waitFor();
    await mia.getByText('Ada Osei took this case over.').waitFor();
    expect(await mia.getByRole('textbox', { name: /reply/i }).textContent()).toContain('One more thing');

    await ada.keyboard.press('o');
    await mia.getByText(/Ada Osei is done. Your draft is here/).waitFor();
  });

  async function lockHolder() {
    const { lock } = await world.desk.as(world.desk.agent).call(casesApi.get, { params: { caseId: 1 } });
    return lock?.user.name;
  }

  async function statusOfCase() {
    const { status } = await world.desk.as(world.desk.agent).call(casesApi.get, { params: { caseId: 1 } });
    return status;
  }

  async function signedIn(person: Person): Promise<Page> {
    const { page } = await openPage(browser);
    await page.goto(world.desk.url);
    await page.getByLabel('E-mail').first().fill(person.email);
    await page.getByLabel('Password').first().fill(person.password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Inbox/ }).waitFor();
    return page;
  }
});

async function openCase(page: Page): Promise<void> {
  await page.getByText('Two of you').first().click();
  await page.getByRole('textbox', { name: /reply/i }).waitFor();
}
