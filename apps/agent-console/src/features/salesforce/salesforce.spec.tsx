import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { SalesforcePage } from './index.ts';
import { larkspur, mappings, preflight, settingsOf, setup } from './salesforce.fixture.ts';

const LIGHTNING = 'That is the address of Lightning pages: use acme.my.salesforce.com.';

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'salesforce:view', 'salesforce:manage'] },
    'GET /salesforce/connection': { ...setup, connection: larkspur },
    'GET /salesforce/connection/preflight': { preflight },
    'GET /salesforce/objects': { items: (['company', 'customer', 'case'] as const).map(settingsOf) },
    'GET /salesforce/objects/customer/choices': { recordTypes: [], conditionFields: [] },
    'GET /salesforce/objects/customer/mappings': mappings,
    'GET /conditions/fields': { items: [] },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, item: string | null = null, query = {}) {
  const go = vi.fn();
  renderPart(desk, <SalesforcePage item={item} query={query} go={go} />);
  return go;
}

describe('before an organisation is connected', { timeout: 30_000 }, () => {
  it('says what the operator must do when the desk has no keys', async () => {
    render(aDeskOfAda({ 'GET /salesforce/connection': { ...setup, configured: false } }));
    expect(await screen.findByText(/SF_CLIENT_ID and SF_CLIENT_SECRET/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Sign in at Salesforce' })).toBeNull();
  });

  it('says whose links are left, and removes them only when asked twice', async () => {
    const linkedTo = { id: '00DSB0000000001MAA', name: 'Larkspur Coffee', records: 1200 };
    const desk = aDeskOfAda({
      'GET /salesforce/connection': { ...setup, linkedTo },
      'POST /salesforce/connection/remove-links': setup,
    });
    render(desk);
    expect(await screen.findByText(/1,200 records are still linked to Larkspur Coffee/)).toBeTruthy();
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: 'Remove all links…' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Remove all links to Larkspur Coffee?' });
    expect(desk.asked('POST /salesforce/connection/remove-links')).toEqual([]);
    desk.answer({ 'GET /salesforce/connection': setup });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove all links' }));
    expect(desk.asked('POST /salesforce/connection/remove-links')).toMatchObject([
      { body: { organisationId: '00DSB0000000001MAA' } },
    ]);
    expect(await screen.findByText('All links are removed. Any organisation can be connected now.')).toBeTruthy();
  });

  it('names the address that the app must allow, and says what is wrong with a host', async () => {
    const desk = aDeskOfAda({
      'GET /salesforce/connection': setup,
      'POST /salesforce/connection/sign-ins': problem(422, 'request.invalid', 'Check the fields.', {
        errors: [{ path: 'address', message: LIGHTNING }],
      }),
    });
    render(desk);
    expect(await screen.findByText('https://desk.example/salesforce/callback')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Where to sign in/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'My Domain' }));
    await userEvent.type(screen.getByLabelText(/Address of the organisation/), 'acme.lightning.force.com');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in at Salesforce' }));
    expect(desk.asked('POST /salesforce/connection/sign-ins')).toMatchObject([
      { body: { host: 'my-domain', address: 'acme.lightning.force.com' } },
    ]);
    expect(await screen.findByText(LIGHTNING)).toBeTruthy();
  });

  it('tells whoever comes back from another organisation', async () => {
    render(aDeskOfAda({ 'GET /salesforce/connection': setup }), null, { outcome: 'other-organisation' });
    expect(await screen.findByText(/another organisation than the one whose records are linked/)).toBeTruthy();
  });
});

describe('a connected organisation', { timeout: 30_000 }, () => {
  it('says what it lacks and the way there, in either look of Salesforce, and is turned on', async () => {
    const on = { ...setup, connection: { ...larkspur, enabled: true } };
    const desk = aDeskOfAda({ 'POST /salesforce/connection/enable': on });
    render(desk);
    expect(await screen.findByText('Let the user edit Fax of Account.')).toBeTruthy();
    expect(screen.getByText('Object Manager')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Steps for/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Classic' }));
    expect(screen.getByText('Customize')).toBeTruthy();
    expect(screen.getByText('1,042 of 100,000')).toBeTruthy();
    await expectAccessible();

    expect(screen.getByText(/The sync is off/)).toBeTruthy();
    desk.answer({ 'GET /salesforce/connection': on });
    await userEvent.click(screen.getByRole('button', { name: 'Turn on' }));
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeTruthy();
  });

  it('opens an object', async () => {
    const go = render(aDeskOfAda());
    await userEvent.click(await screen.findByRole('button', { name: 'Customers ↔ Contacts' }));
    expect(go).toHaveBeenCalledWith({ item: 'customer' });
  });

  it('is disconnected only by its name', async () => {
    const desk = aDeskOfAda({ 'POST /salesforce/connection/disconnect': setup });
    render(desk);
    await userEvent.click(await screen.findByRole('button', { name: 'More about the connection' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Disconnect…' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Disconnect Larkspur Coffee?' });
    desk.answer({ 'GET /salesforce/connection': setup });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Disconnect' }));
    expect(desk.asked('POST /salesforce/connection/disconnect')).toMatchObject([
      { body: { organisationId: '00DSB0000000001MAA' } },
    ]);
    expect(await screen.findByText('Connect an organisation')).toBeTruthy();
  });
});

describe('how customers are kept in step', { timeout: 30_000 }, () => {
  it('is changed for one way alone', async () => {
    const desk = aDeskOfAda({
      'PATCH /salesforce/objects/customer': { ...settingsOf('customer'), direction: 'to_salesforce' },
    });
    render(desk, 'customer');
    await userEvent.click(await screen.findByRole('button', { name: /Which way/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'To Salesforce' }));
    expect(screen.getByRole('checkbox', { name: /Fetch what is changed/ })).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(desk.asked('PATCH /salesforce/objects/customer')).toMatchObject([{ body: { direction: 'to_salesforce' } }]);
  });

  it('offers fields of the matching type alone, and says of the others why not', async () => {
    const desk = aDeskOfAda({ 'POST /salesforce/mappings': { ...mappings.mappings[0], deskLabel: 'Region' } });
    render(desk, 'customer');
    const begin = await screen.findByRole('button', { name: 'Pair fields' });
    await expectAccessible();
    await userEvent.click(begin);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByText('2 fields are not offered'));
    expect(within(dialog).getByText('It is a percentage.')).toBeTruthy();
    expect(within(dialog).getByText('It is of the type Picklist.')).toBeTruthy();
    await userEvent.type(within(dialog).getByRole('combobox', { name: /Field of Salesforce/ }), 'Sales');
    await userEvent.click(await screen.findByRole('option', { name: /Sales region/ }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Pair' }));
    expect(desk.asked('POST /salesforce/mappings')).toMatchObject([
      { body: { object: 'customer', deskField: 'custom.region', salesforceField: 'Region__c', direction: 'both' } },
    ]);
  });

  it('gives a choice of the desk its partner', async () => {
    const desk = aDeskOfAda({ 'PATCH /salesforce/mappings/7': mappings.mappings[0] });
    render(desk, 'customer');
    await userEvent.click(await screen.findByRole('button', { name: 'More about Tier' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Values…' }));
    await userEvent.click(await screen.findByRole('button', { name: /Partner of Silver/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Silver' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(desk.asked('PATCH /salesforce/mappings/7')).toMatchObject([
      {
        body: {
          values: [
            { desk: 'Gold', salesforce: 'gold' },
            { desk: 'Silver', salesforce: 'silver' },
          ],
        },
      },
    ]);
  });
});
