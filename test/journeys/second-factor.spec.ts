import { rolesApi, usersApi } from '@bureau/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../fixtures/axe.ts';
import { Authenticator } from '../fixtures/authenticator.ts';
import { hasBrowser, openBrowser, openPage } from '../fixtures/browser.ts';
import { startWorld, type World } from '../fixtures/world.ts';

const NOOR = 'noor@larkspur.example';
const PASSWORD = 'seven quiet otters';

describe.skipIf(!hasBrowser)('a colleague comes in by mail and locks the door behind her', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let errors: string[];
  let authenticator: Authenticator;
  let recoveryCodes: string[];

  beforeAll(async () => {
    world = await startWorld();
    browser = await openBrowser();
    ({ page, errors } = await openPage(browser));
    const administrator = world.desk.as(world.desk.administrator);
    const { items } = await administrator.call(rolesApi.list, {});
    const roleId = items.find(({ name }) => name === 'Agent')!.id;
    await administrator.call(usersApi.invite, { body: { name: 'Noor', email: NOOR, roleId } });
    await world.desk.drain();
  });
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  it('opens the link of the invitation and chooses a password', async () => {
    await page.goto(await linkMailed());
    await page.getByLabel('Your name').fill('Noor Haddad');
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.keyboard.press('Enter');
    await page.getByText('Use at least 10 characters.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Inbox/ }).waitFor();
  });

  it('sets up a second factor and keeps the recovery codes', async () => {
    await page.goto(`${world.desk.url}/account/security`);
    await page.getByRole('button', { name: 'Set up a second factor' }).click();
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.keyboard.press('Enter');

    await page.getByRole('img', { name: /QR code/ }).waitFor();
    const key = await page.getByRole('group', { name: 'Key of the second factor' }).textContent();
    authenticator = new Authenticator(world.desk, key!.replaceAll(' ', ''));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Code' }).fill(authenticator.code());
    await page.keyboard.press('Enter');

    const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await codes.first().waitFor();
    recoveryCodes = await codes.allTextContents();
    expect(recoveryCodes).toHaveLength(10);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByText('10 recovery codes left').waitFor();
  });

  it('signs in with password and code from then on', async () => {
    await signOut();
    await writePassword();
    await page.getByLabel('Code', { exact: true }).fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('The code is wrong').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.getByLabel('Code', { exact: true }).fill(authenticator.code());
    await page.keyboard.press('Enter');
    await page.getByText('10 recovery codes left').waitFor();
  });

  it('signs in with a recovery code when the telephone is at home', async () => {
    await signOut();
    await writePassword();
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(recoveryCodes[0]!.toUpperCase());
    await page.keyboard.press('Enter');
    await page.getByText('9 recovery codes left').waitFor();
  });

  it('is told that the invitation is over, and goes without an error in the page', async () => {
    await page.goto(await linkMailed());
    await page.getByText('It has been used or has expired.').waitFor();
    expect(errors).toEqual([]);
  });

  /** The link of the mail, on the port of this desk. */
  async function linkMailed(): Promise<string> {
    const [mail] = await world.sandbox.mailsFor(NOOR);
    const [path] = /\/invitation\/[\w-]{43}/.exec(mail!.text) ?? [];
    return `${world.desk.url}${path}`;
  }

  async function signOut(): Promise<void> {
    await page.getByRole('button', { name: /Noor Haddad/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
  }

  async function writePassword(): Promise<void> {
    await page.getByLabel('E-mail address').fill(NOOR);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your second factor' }).waitFor();
  }
});
