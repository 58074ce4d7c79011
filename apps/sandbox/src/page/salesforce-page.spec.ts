import { describe, expect, it } from 'vitest';
import { connectionTo } from '../salesforce/testing/app.ts';
import { startWorld } from '../testing/desk.ts';
import { faults, hasBrowser, openRoom, type RoomOptions } from '../testing/room.ts';

async function play(options: RoomOptions = {}) {
  const sandbox = await startWorld();
  const room = await openRoom(`${sandbox.url}/salesforce`, options);
  return { sandbox, salesforce: sandbox.salesforce, ...room, conn: connectionTo(sandbox) };
}

describe.skipIf(!hasBrowser)('the page where one works in Salesforce', () => {
  it('makes an account, edits a case, comments on it, deletes and brings back', async () => {
    const { salesforce, page, complaints } = await play();
    await page.getByRole('link', { name: /^Accounts/ }).click();
    await page.getByRole('link', { name: 'New', exact: true }).click();
    await page.getByLabel('Account Name *').fill('Bar Central');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Bar Central' }).waitFor();

    await page.getByRole('link', { name: /^Cases/ }).click();
    await page.getByRole('link', { name: /Grinder stalls/ }).click();
    await page.getByLabel('Status').selectOption('Resolved');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const [grinder] = salesforce.query("SELECT Id FROM Case WHERE Subject LIKE 'Grinder%'");
    await expect.poll(() => salesforce.record(String(grinder!['Id']))?.['Status']).toBe('Resolved');
    await page.getByLabel('Comment on the case').fill('Done on Thursday.');
    await page.getByRole('button', { name: 'Add the comment' }).click();
    await page.getByRole('link', { name: 'Done on Thursday.' }).waitFor();

    await page.getByLabel('User of Larkspur Coffee').selectOption('integration@larkspur.example');
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Take out of the recycle bin' }).click();
    await page.getByRole('button', { name: 'Delete' }).waitFor();
    expect(salesforce.records('Case')).toHaveLength(3);
    await page.goto(`${salesforce.url}/${String(grinder!['Id'])}`);
    await page.getByRole('heading', { name: /Grinder stalls/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('offers the records that a field can point to by their names, and says an e-mail’s status in words', async () => {
    const { salesforce, page, complaints } = await play();
    const [account] = salesforce.records('Account');
    const [grinder] = salesforce.query("SELECT Id FROM Case WHERE Subject LIKE 'Grinder%'");
    salesforce.seed('EmailMessage', [{ ParentId: String(grinder!['Id']), Subject: 'Re: Grinder', Status: '2' }]);
    await page.goto(`${page.url()}#/Contact/new`);
    const known = page.getByLabel('Account ID').locator('xpath=following-sibling::datalist/option');
    await expect
      .poll(() => known.evaluateAll((all) => all.map((one) => one.getAttribute('value'))))
      .toContain(account!['Id']);
    expect(await known.allTextContents()).toContain(account!['Name']);
    await page.goto(page.url().replace(/#.*/, '#/EmailMessage'));
    await page.getByRole('link', { name: /Re: Grinder.*Replied/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows what the desk writes without a reload, and keeps what is being typed', async () => {
    const { page, conn, salesforce } = await play();
    const [ana] = salesforce.query("SELECT Id FROM Contact WHERE FirstName = 'Ana'");
    const Id = String(ana!['Id']);
    await page.goto(`${page.url()}#/Contact/${Id}`);
    await page.getByLabel('Title').fill('Ow');
    await conn.sobject('Contact').update({ Id, MobilePhone: '+351 900' });
    await conn.sobject('Contact').create({ LastName: 'From the desk' });
    await page.getByRole('link', { name: /From the desk/ }).waitFor();

    expect(await page.getByLabel('Title').inputValue()).toBe('Ow');
    await page.getByRole('button', { name: 'Put back' }).click();
    await expect.poll(() => page.getByLabel('Mobile Phone').inputValue()).toBe('+351 900');
  });

  it('says why Salesforce refuses', async () => {
    const { page, salesforce } = await play();
    salesforce.validationRule({ object: 'Account', when: "Phone = '1'", message: 'Too short a number.' });
    await page.goto(`${page.url()}#/Account/${String(salesforce.records('Account')[0]!['Id'])}`);
    await page.getByLabel('Phone', { exact: true }).fill('1');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Too short a number.').waitFor();
    expect(await page.getByLabel('Phone', { exact: true }).inputValue()).toBe('1');
  });

  it('plays the service: errors, rules, people as accounts, tokens', async () => {
    const { page, conn, salesforce } = await play();
    await page.goto(`${page.url()}#/service/levers`);
    await page.getByRole('button', { name: 'Refuse', exact: true }).click();
    await expect
      .poll(() =>
        conn
          .sobject('Case')
          .create({ Subject: 'a' })
          .catch((error: Error) => error.name),
      )
      .toBe('UNABLE_TO_LOCK_ROW');
    await page.getByRole('button', { name: 'Add workflow' }).click();
    await page.getByText('Case: sets Subject').waitFor();
    const { id = '' } = await conn.sobject('Case').create({ Subject: 'loud' });
    expect(salesforce.record(id)).toMatchObject({ Subject: 'LOUD' });
    await page.getByRole('button', { name: 'Person accounts on' }).click();
    await page.getByRole('button', { name: 'Person accounts off' }).waitFor();
    await page.getByRole('button', { name: 'Throw the app out' }).click();
    await expect.poll(() => salesforce.connected(salesforce.users.admin)).toBe(false);
  });

  it('shows hostile names as the text that they are', async () => {
    const { page, salesforce, complaints } = await play();
    const evil = '<img src=x onerror="window.hacked=1">';
    const [Id = ''] = salesforce.seed('Account', [{ Name: evil, Description: evil }]);
    await page.goto(`${page.url()}#/Account/${Id}`);
    await page.getByRole('heading', { name: evil }).waitFor();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('signs somebody in for the desk without accessibility faults', async () => {
    const { page, salesforce } = await play({ bypassCSP: true });
    const query = {
      client_id: salesforce.app.clientId,
      redirect_uri: 'http://127.0.0.1:9/back',
      response_type: 'code',
      scope: 'api refresh_token',
      state: 's1',
      code_challenge: 'x',
      code_challenge_method: 'S256',
    };
    await page.goto(`${salesforce.url}/services/oauth2/authorize?${new URLSearchParams(query).toString()}`);
    expect(await faults(page)).toEqual([]);
    await page.getByLabel(/Desk Integration/).check();
    const back = page.waitForRequest(/\/back\?code=/);
    await page.getByRole('button', { name: 'Allow' }).click();
    expect(new URL((await back).url()).searchParams.get('state')).toBe('s1');
  });

  it.each([
    [1280, 'light'],
    [390, 'light'],
    [1280, 'dark'],
  ] as const)('is free of accessibility faults at %i pixels, %s', async (width, colorScheme) => {
    const { page, salesforce } = await play({ width, colorScheme, bypassCSP: true });
    const base = page.url();
    const kase = String(salesforce.records('Case')[0]!['Id']);
    salesforce.workflow({ object: 'Case', set: { Reason: 'Other' } });
    for (const place of ['', '#/Case', `#/Case/${kase}`, '#/Contact/new', '#/service', '#/service/levers']) {
      await page.goto(base + place);
      await page.locator('#people a').first().waitFor({ state: 'attached' });
      if (place.includes(kase)) await page.getByRole('heading', { name: /Grinder/ }).waitFor();
      if (place.includes('levers')) await page.getByRole('heading', { name: 'Rules there are' }).waitFor();
      expect(await faults(page), place).toEqual([]);
    }
  });
});
