import type { PaneSection, SyncConflict, SyncTraffic } from '@bureau/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { SalesforcePage } from './index.ts';
import { larkspur, preflight, settingsOf, setup } from './salesforce.fixture.ts';

const traffic: SyncTraffic = {
  objects: [
    {
      ...{ object: 'customer', linked: 1_204, waiting: 3, failed: 2, openConflicts: 1 },
      ...{ fetchedUpTo: '2026-11-20T10:00:00.000Z', polledAt: '2026-11-20T10:00:10.000Z' },
    },
  ],
  ...{ lagToSalesforce: 4, lagToDesk: 31, pollEvery: 120, savesOn: ['polling'] },
  budget: [{ at: '2026-11-20T10:00:00.000Z', used: 1_042, limit: 100_000 }],
};

const conflict: SyncConflict = {
  ...{ id: 5, record: { object: 'customer', deskId: 12, name: 'Ana Sousa' }, field: 'title', label: 'Title' },
  ...{ baseValue: 'Barista', deskValue: 'Head barista', salesforceValue: 'Owner', wins: 'salesforce', records: {} },
  ...{ deskBy: 'Mia Lindqvist', deskAt: '2026-11-20T09:59:00.000Z', salesforceBy: 'Erin Park' },
  ...{ salesforceAt: '2026-11-20T09:59:30.000Z', state: 'open', at: '2026-11-20T10:00:00.000Z' },
  ...{ resolvedBy: null, resolvedAt: null },
};

const group = {
  ...{
    object: 'case',
    child: null,
    code: 'STRING_TOO_LONG',
    kind: 'data',
    field: 'Subject',
    message: 'Subject: data value too large',
  },
  ...{ count: 2, latestAt: '2026-11-20T10:00:00.000Z' },
};
const row = {
  ...{ record: { object: 'case', deskId: 44, name: 'A very long subject' }, salesforceId: null, attempts: 1 },
  problem: { code: 'STRING_TOO_LONG', kind: 'data', message: 'Subject: data value too large', fields: ['Subject'] },
  ...{ at: '2026-11-20T10:00:00.000Z', retryAt: null, child: null },
};

const section: PaneSection = {
  ...{ id: 4, part: 'opportunities', label: 'Opportunities', salesforceObject: 'Opportunity', position: 4 },
  ...{ match: { field: 'AccountId', equals: 'account' }, fields: ['Amount'], sort: null, limit: 5, roleIds: null },
};

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'salesforce:view', 'salesforce:manage'] },
    'GET /salesforce/connection': { ...setup, connection: { ...larkspur, enabled: true } },
    'GET /salesforce/connection/preflight': { preflight },
    'GET /salesforce/objects': { items: [settingsOf('customer')] },
    'GET /salesforce/traffic': traffic,
    'GET /salesforce/conflicts': { items: [conflict], next: null },
    'GET /salesforce/problems': { items: [group] },
    'GET /salesforce/problems/records': { items: [row], next: null },
    'GET /salesforce/log/settings': { keepDays: 30 },
    'GET /salesforce/log': { items: [], next: null },
    'GET /salesforce/pane-sections': { items: [section] },
    'GET /salesforce/pane-objects': { items: [{ name: 'Opportunity', label: 'Opportunity' }] },
    'GET /salesforce/pane-objects/Opportunity/fields': {
      items: [
        { path: 'Amount', label: 'Amount', type: 'currency' },
        { path: 'Owner.Name', label: 'Owner: Name', type: 'string' },
      ],
    },
    'GET /roles': { items: [{ id: 3, name: 'Sales' }] },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, tab?: string) {
  renderPart(desk, <SalesforcePage item={null} query={tab ? { tab } : {}} go={vi.fn()} />);
}

describe('how the sync fares', { timeout: 30_000 }, () => {
  it('says how much is linked and waits, how far it is behind, and that it saves calls', async () => {
    render(aDeskOfAda());
    expect(await screen.findByText('1,204')).toBeTruthy();
    expect(screen.getByText('31 sec ago')).toBeTruthy();
    expect(screen.getByText(/Few calls of the day are left/)).toBeTruthy();
    await expectAccessible();
  });

  it('draws the calls of the day beneath their limit, each hour in its place, and says every figure', async () => {
    const at = (hour: string, used: number) => ({ at: `2026-11-20T${hour}:00:00.000Z`, used, limit: 100_000 });
    // At 8 nobody asked.
    const budget = [at('07', 20_000), at('09', 50_000), at('10', 61_000)];
    render(aDeskOfAda({ 'GET /salesforce/traffic': { ...traffic, budget } }));
    const chart = await screen.findByRole('figure', { name: /61,000 of 100,000 by now \(61%\)/ });
    const bars = within(chart).getAllByRole('listitem');
    expect(bars.map((bar) => bar.textContent)).toEqual([
      expect.stringContaining(': 20,000 of 100,000 calls'),
      expect.stringContaining(': 50,000 of 100,000 calls'),
      expect.stringContaining(': 61,000 of 100,000 calls'),
    ]);
    expect(bars.map(({ style }) => [style.gridColumn, style.blockSize])).toEqual([
      ['21', '20%'],
      ['23', '50%'],
      ['24', '61%'],
    ]);
    for (const label of ['Calls', '0', '50,000', '100,000', 'Limit', 'Time']) {
      expect(within(chart).getByText(label)).toBeTruthy();
    }
    expect(within(chart).getAllByText(/^\d\d:00( [AP]M)?$/)).toHaveLength(4);
    await expectAccessible();
  });

  it('says in hours what is hours behind', async () => {
    render(aDeskOfAda({ 'GET /salesforce/traffic': { ...traffic, lagToSalesforce: 11_000, lagToDesk: 300_000 } }));
    // What is told elsewhere on the page may be as long ago today.
    const facts = (await screen.findByText('3 hr')).closest('dl')!;
    expect(within(facts).getByText('3 days ago')).toBeTruthy();
  });

  it('shows a conflict with both values, and restores ours', async () => {
    const desk = aDeskOfAda({ 'POST /salesforce/conflicts/5/resolve': { ...conflict, state: 'restored' } });
    render(desk, 'conflicts');
    const shown = (await screen.findByRole('link', { name: 'Customer: Ana Sousa' })).closest('li')!;
    expect(within(shown).getByText('Owner')).toBeTruthy();
    expect(within(shown).getByText('by Erin Park')).toBeTruthy();
    await expectAccessible();
    await userEvent.click(within(shown).getByRole('button', { name: 'Restore ours' }));
    expect(desk.asked('POST /salesforce/conflicts/5/resolve')).toMatchObject([{ body: { how: 'restore' } }]);
    expect(await screen.findByText('The desk’s value goes to Salesforce.')).toBeTruthy();
  });

  it('says where the desk’s value counts, and takes Salesforce’s instead', async () => {
    const ours: SyncConflict = { ...conflict, wins: 'desk' };
    const desk = aDeskOfAda({
      'GET /salesforce/conflicts': { items: [ours], next: null },
      'POST /salesforce/conflicts/5/resolve': { ...ours, state: 'restored' },
    });
    render(desk, 'conflicts');
    const shown = (await screen.findByRole('link', { name: 'Customer: Ana Sousa' })).closest('li')!;
    const mark = within(shown).getByText('counts').closest('div')!;
    expect(within(mark).getByText('Head barista')).toBeTruthy();
    expect(within(shown).getByRole('button', { name: 'Keep ours' })).toBeTruthy();
    await userEvent.click(within(shown).getByRole('button', { name: 'Take Salesforce’s' }));
    expect(desk.asked('POST /salesforce/conflicts/5/resolve')).toMatchObject([{ body: { how: 'restore' } }]);
    expect(await screen.findByText('Salesforce’s value counts on both sides now.')).toBeTruthy();
  });

  it('takes a third value for a conflict, and keeps it typed when the desk refuses', async () => {
    const desk = aDeskOfAda({ 'POST /salesforce/conflicts/5/resolve': problem(409, 'conflict.resolved') });
    render(desk, 'conflicts');
    await userEvent.click(await screen.findByRole('button', { name: 'Write another…' }));
    const field = screen.getByLabelText('Another value for Title');
    await userEvent.clear(field);
    await userEvent.type(field, 'Roaster');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(desk.asked('POST /salesforce/conflicts/5/resolve')).toMatchObject([
      { body: { how: 'edit', value: 'Roaster' } },
    ]);
    expect(await screen.findByText('That could not be done.')).toBeTruthy();
    expect(screen.getByLabelText('Another value for Title')).toHaveProperty('value', 'Roaster');
  });

  it('groups failures by reason, shows the records, and tries them again', async () => {
    const desk = aDeskOfAda({ 'POST /salesforce/problems/retry': { count: 2 } });
    render(desk, 'problems');
    await userEvent.click(await screen.findByRole('button', { name: /data value too large/ }));
    expect(await screen.findByRole('link', { name: 'Case: A very long subject' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Try all again' }));
    expect(desk.asked('POST /salesforce/problems/retry')).toMatchObject([
      { body: { object: 'case', code: 'STRING_TOO_LONG' } },
    ]);
    expect(await screen.findByText('2 records are tried again.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Try again, Case: A very long subject' }));
    expect(desk.asked('POST /salesforce/problems/retry')[1]).toMatchObject({
      body: { object: 'case', deskId: 44, code: 'STRING_TOO_LONG' },
    });
  });

  it('is told when and what to post to Chatter, and whom to mention', async () => {
    const saved = { enabled: false, statuses: ['resolved'], template: 'Now {{case.status}}' };
    const desk = aDeskOfAda({
      'GET /salesforce/chatter': saved,
      'GET /salesforce/chatter/people': {
        items: [{ id: '005SB0000000002MAA', name: 'Erin Sales', username: 'erin@larkspur.example' }],
      },
      'GET /custom-fields': { items: [] },
      'PUT /salesforce/chatter': { ...saved, enabled: true },
    });
    render(desk, 'chatter');
    await userEvent.click(await screen.findByRole('checkbox', { name: /Post when the status/ }));
    await expectAccessible();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Pending' }));
    await userEvent.type(screen.getByRole('combobox', { name: 'Mention somebody' }), 'Er');
    await userEvent.click(await screen.findByRole('option', { name: /Erin Sales/ }));
    await userEvent.click(screen.getByRole('button', { name: /Save/ }));
    expect(desk.asked('PUT /salesforce/chatter')).toMatchObject([
      {
        body: {
          ...{ enabled: true, statuses: ['pending', 'resolved'] },
          template: 'Now {{case.status}} @[005SB0000000002MAA]',
        },
      },
    ]);
  });

  it('names records in the history and leads to them, with ids only where there is no name', async () => {
    const contact = '003SB0000000001MAA';
    const account = '001SB0000000001MAA';
    const entry = {
      ...{ at: '2026-11-20T10:00:00.000Z', direction: 'to_salesforce', action: 'updated', errorCode: null },
      ...{ salesforceId: null, url: null, fields: [], records: {}, detail: '' },
    };
    const changed = {
      ...{ ...entry, id: 1, object: 'case', deskId: 44, name: 'Leaks' },
      fields: [
        { field: 'customer', label: 'Customer', before: null, after: contact },
        { field: 'company', label: 'Company', before: null, after: account },
      ],
      records: { [contact]: { object: 'customer', deskId: 12, name: 'Ana Sousa' } },
    };
    const hung = { ...entry, id: 2, object: 'activity', deskId: null, name: null, detail: 'Case 44' };
    render(aDeskOfAda({ 'GET /salesforce/log': { items: [changed, hung], next: null } }), 'history');
    const customer = await screen.findByRole('link', { name: 'Ana Sousa' });
    expect(customer.getAttribute('href')).toBe('/customers/12');
    expect(screen.queryByText(contact)).toBeNull();
    expect(screen.getByText(account).parentElement?.textContent).toContain('that is not linked');
    expect(screen.getByRole('link', { name: 'Case 44' }).getAttribute('href')).toBe('/cases/inbox/44');
    await expectAccessible();
  });

  it('says of a conflict in the history whose each value was, also where one side had nothing', async () => {
    const entry = {
      ...{ at: '2026-11-20T10:00:00.000Z', object: 'case', deskId: 44, name: 'Leaks', action: 'conflict' },
      ...{ salesforceId: null, url: null, records: {}, detail: '', errorCode: null },
    };
    const field = (before: string | null, after: string) => [{ field: 'subject', label: 'Subject', before, after }];
    const items = [
      { ...entry, id: 1, direction: 'to_desk', fields: field('It leaks', 'It drips') },
      { ...entry, id: 2, direction: 'to_salesforce', fields: field(null, 'It pours') },
    ];
    render(aDeskOfAda({ 'GET /salesforce/log': { items, next: null } }), 'history');
    expect(await screen.findByText('Subject: It leaks (Desk) → It drips (Salesforce)')).toBeTruthy();
    expect(screen.getByText('Subject: empty (Salesforce) → It pours (Desk)')).toBeTruthy();
  });

  it('says on a phone beneath the record what there is no column for', async () => {
    const entry = {
      ...{ id: 1, at: '2026-11-20T10:00:00.000Z', object: 'case', deskId: 44, name: 'Leaks', action: 'conflict' },
      ...{ salesforceId: null, url: null, records: {}, detail: '', errorCode: null, direction: 'to_desk' },
      fields: [{ field: 'subject', label: 'Subject', before: 'It leaks', after: 'It drips' }],
    };
    const wide = window.matchMedia;
    window.matchMedia = (media) => Object.assign(wide(media), { matches: media === '(max-width: 720px)' });
    onTestFinished(() => void (window.matchMedia = wide));
    render(aDeskOfAda({ 'GET /salesforce/log': { items: [entry], next: null } }), 'history');
    const record = (await screen.findByRole('link', { name: 'Case: Leaks' })).parentElement!;
    expect(within(record).getByText('Subject: It leaks (Desk) → It drips (Salesforce)')).toBeTruthy();
  });

  it('does not ask for an id where both sides chose another record', async () => {
    const id = '003SB0000000001MAA';
    const records = { [id]: { object: 'customer', deskId: 12, name: 'Ana Sousa' } };
    const other = { ...conflict, field: 'customer', label: 'Customer', records };
    const values = { baseValue: null, deskValue: id, salesforceValue: null };
    render(aDeskOfAda({ 'GET /salesforce/conflicts': { items: [{ ...other, ...values }], next: null } }), 'conflicts');
    expect(await screen.findByRole('link', { name: 'Ana Sousa' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Restore ours' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Write another…' })).toBeNull();
  });

  it('says what the history is empty of, and keeps it for as long as it is to', async () => {
    const desk = aDeskOfAda({ 'PUT /salesforce/log/settings': { keepDays: 90 } });
    render(desk, 'history');
    expect(await screen.findByText('Nothing has gone across yet.')).toBeTruthy();
    await userEvent.click(await screen.findByRole('button', { name: /Kept for 30 days/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Kept for 90 days' }));
    expect(desk.asked('PUT /salesforce/log/settings')).toMatchObject([{ body: { keepDays: 90 } }]);
    expect(await screen.findByText(/^The history is kept for 90 days\./)).toBeTruthy();
  });

  it('lets a section of the pane show more, and only to some', async () => {
    const desk = aDeskOfAda({ 'PUT /salesforce/pane-sections/4': section });
    render(desk, 'pane');
    await userEvent.click(await screen.findByRole('button', { name: 'Opportunities' }));
    const dialog = await screen.findByRole('dialog', { name: 'Section Opportunities' });
    await userEvent.type(within(dialog).getByRole('combobox', { name: 'Add a field' }), 'Owner');
    await userEvent.click(await screen.findByRole('option', { name: /Owner: Name/ }));
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'Sales' }));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(desk.asked('PUT /salesforce/pane-sections/4')).toMatchObject([
      { body: { fields: ['Amount', 'Owner.Name'], roleIds: [3], limit: 5 } },
    ]);
    expect(await screen.findByText('The pane shows it now.')).toBeTruthy();
  });

  it('brings a section of the pane back that was deleted by mistake', async () => {
    const desk = aDeskOfAda({
      'DELETE /salesforce/pane-sections/4': () => new Response(null, { status: 204 }),
      'POST /salesforce/pane-sections': section,
    });
    render(desk, 'pane');
    await userEvent.click(await screen.findByRole('button', { name: 'Opportunities' }));
    const dialog = await screen.findByRole('dialog', { name: 'Section Opportunities' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    const { id: _, ...written } = section;
    expect(desk.asked('POST /salesforce/pane-sections')).toMatchObject([{ body: written }]);
  });
});
