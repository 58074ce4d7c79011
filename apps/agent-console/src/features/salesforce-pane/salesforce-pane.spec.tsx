import type { Pane, SyncState } from '@bureau/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { SalesforcePane } from './index.ts';

const value = (field: string, type: string, given: string | number | boolean) => ({
  ...{ field, label: field, type, value: given, currency: type === 'currency' ? 'EUR' : null },
});
const pane: Pane = {
  organisation: { name: 'Larkspur Coffee', url: 'https://larkspur.my.salesforce.com' },
  at: '2026-11-20T10:00:00.000Z',
  sections: [
    {
      ...{ id: 1, part: 'opportunities', label: 'Opportunities', more: true, problem: '' },
      records: [
        {
          ...{ salesforceId: '006', name: 'Big order', url: 'https://larkspur.my.salesforce.com/006' },
          values: [
            value('Amount', 'currency', 1_200.5),
            value('Regions__c', 'multipicklist', 'North;South'),
            value('Site__c', 'url', 'javascript:alert(1)'),
            value('Won', 'boolean', true),
          ],
        },
      ],
    },
    {
      ...{ id: 2, part: 'related', label: 'Contracts', more: false, records: [] },
      problem: 'Salesforce said: No access.',
    },
    { ...{ id: 3, part: 'cases', label: 'Cases', more: false, records: [] }, problem: '' },
  ],
};
const state: SyncState = {
  ...{ record: { object: 'case', deskId: 1042, name: 'Leaks' }, state: 'ok', salesforceId: '500', url: null },
  fields: [
    {
      ...{ field: 'status', label: 'Status', salesforceField: 'Status', value: 'open', waiting: false, problem: null },
      provenance: { from: 'salesforce', at: '2026-11-20T09:00:00.000Z', by: 'Erin Park' },
    },
  ],
  ...{ problem: null, heldBack: false, waiting: true, retryAt: null, syncedAt: '2026-11-20T10:00:00.000Z' },
  openConflicts: 1,
};

const supportCase = { object: 'case', deskId: 1042 } as const;

const aDeskOf = (permissions: readonly ('salesforce:view' | 'salesforce:manage')[], answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, ...permissions] },
    'GET /salesforce/pane/case/1042': pane,
    'GET /salesforce/links/case/1042': state,
    ...answers,
  });

it('shows what Salesforce knows, each value as its type wants it, and where values of the case came from', async () => {
  renderPart(aDeskOf(['salesforce:view']), <SalesforcePane record={supportCase} />);
  const shown = await screen.findByRole('region', { name: 'Salesforce' });
  expect(within(shown).getByRole('link', { name: 'Open Big order in Salesforce' })).toBeTruthy();
  expect(shown.textContent).toContain('€1,200.50');
  expect(shown.textContent).toContain('North and South');
  expect(within(shown).queryByRole('link', { name: /javascript/ })).toBeNull();
  expect(shown.textContent).toContain('No access.');
  expect(within(shown).queryByText('Cases')).toBeNull();
  expect(await within(shown).findByText('one conflict')).toBeTruthy();
  expect(within(shown).getByText('changes wait to go')).toBeTruthy();
  expect(shown.textContent).toMatch(/Statusfrom Salesforce, .*by Erin Park/);
  await expectAccessible();
});

it('says once what is in the way of all sections', async () => {
  const words = 'The desk cannot reach Salesforce at the moment.';
  const down = pane.sections.map((section) => ({ ...section, records: [], problem: words }));
  const desk = aDeskOf(['salesforce:view'], { 'GET /salesforce/pane/case/1042': { ...pane, sections: down } });
  renderPart(desk, <SalesforcePane record={supportCase} />);
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryByText('Opportunities')).toBeNull();
});

it('asks past what the desk remembers', async () => {
  const desk = aDeskOf(['salesforce:view']);
  renderPart(desk, <SalesforcePane record={supportCase} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Ask Salesforce again' }));
  expect(desk.asked('GET /salesforce/pane/case/1042').at(-1)?.query.get('refresh')).toBe('true');
});

it('lets only who manages Salesforce take records apart', async () => {
  const desk = aDeskOf(['salesforce:view', 'salesforce:manage'], {
    'POST /salesforce/links/case/1042/unlink': { ...state, state: 'unlinked' },
  });
  renderPart(desk, <SalesforcePane record={supportCase} />);
  await userEvent.click(await screen.findByRole('button', { name: 'What can be done with the link' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Take apart' }));
  expect(await screen.findByText('Taken apart')).toBeTruthy();
});

it('shows before two records are joined again what that changes', async () => {
  const difference = { field: 'subject', label: 'Subject', deskValue: 'Ours', salesforceValue: 'Theirs' };
  const desk = aDeskOf(['salesforce:view', 'salesforce:manage'], {
    'GET /salesforce/links/case/1042': { ...state, state: 'unlinked' },
    'GET /salesforce/links/case/1042/preview': {
      ...{ salesforceId: '500SB0000000001MAA', name: 'Theirs', linkedTo: null },
      differences: [{ ...difference, wins: 'salesforce' }],
      records: {},
    },
    'POST /salesforce/links/case/1042/link': state,
  });
  renderPart(desk, <SalesforcePane record={supportCase} />);
  await userEvent.click(await screen.findByRole('button', { name: 'What can be done with the link' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Link again…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Link the two again?' });
  expect(await within(dialog).findByText('Ours')).toBeTruthy();
  expect(dialog.textContent).toMatch(/Salesforce stays.*Theirs/);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Link' }));
  expect(await screen.findByText('In step')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('says when Salesforce could not be asked', async () => {
  renderPart(
    aDeskOf(['salesforce:view'], { 'GET /salesforce/pane/case/1042': problem(500, 'internal') }),
    <SalesforcePane record={supportCase} />,
  );
  expect(await screen.findByText('Salesforce could not be asked.', undefined, { timeout: 15_000 })).toBeTruthy();
}, 30_000);

it('takes no place where none is connected, and asks nothing for who may not look', async () => {
  const none = { organisation: null, sections: [], at: null };
  const { unmount } = renderPart(
    aDeskOf(['salesforce:view'], { 'GET /salesforce/pane/case/1042': none }),
    <SalesforcePane record={supportCase} />,
  );
  expect(screen.queryByText('Salesforce')).toBeNull();
  unmount();
  const desk = aDeskOf([]);
  renderPart(desk, <SalesforcePane record={supportCase} />);
  expect(desk.asked('GET /salesforce/pane/case/1042')).toHaveLength(0);
});
