import type { FirstSync, FirstSyncRow } from '@bureau/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { previewed, rows } from './first-sync.fixture.ts';
import { SalesforcePage } from './index.ts';
import { larkspur, setup } from './salesforce.fixture.ts';

const aDeskWith = (firstSync: FirstSync | null, answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'salesforce:view', 'salesforce:manage'] },
    'GET /salesforce/connection': { ...setup, connection: { ...larkspur, enabled: true } },
    'GET /salesforce/first-sync': { firstSync },
    'GET /salesforce/first-sync/rows': { items: rows, next: null },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>) {
  renderPart(desk, <SalesforcePage item={null} query={{ tab: 'first-sync' }} go={vi.fn()} />);
}

describe('the first sync', { timeout: 30_000 }, () => {
  it('begins with a look at what would happen', async () => {
    const desk = aDeskWith(null, { 'POST /salesforce/first-sync/dry-run': { ...previewed, state: 'dry-run' } });
    render(desk);
    await userEvent.click(await screen.findByRole('button', { name: 'Show what would happen' }));
    expect(desk.asked('POST /salesforce/first-sync/dry-run')).toHaveLength(1);
    expect(await screen.findByText('The desk looks at both sides.')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: /Customer/ })).toBeTruthy();
  });

  it('counts and lists what would happen, with the reason, and starts only when one is sure', async () => {
    const desk = aDeskWith(previewed, {
      'POST /salesforce/first-sync/start': { ...previewed, phase: 'sync', state: 'running' },
    });
    render(desk);
    expect(await screen.findByText('1,204')).toBeTruthy();
    expect(await screen.findByRole('link', { name: 'Customer: Ana Sousa' })).toBeTruthy();
    expect(screen.getByText('Several records of Salesforce could be this one.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Download' }).getAttribute('href')).toContain('rows.csv');
    await expectAccessible();

    await userEvent.click(screen.getByRole('button', { name: 'Synchronise now' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(within(dialog).getByText(/1,244 records/)).toBeTruthy();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Synchronise now' }));
    expect(desk.asked('POST /salesforce/first-sync/start')).toHaveLength(1);
  });

  it('lists what happened when it has ended, with records that are there only since', async () => {
    const done: FirstSync = { ...previewed, phase: 'sync', state: 'done' };
    const made = { ...rows[1]!, fate: 'create-in-desk' as const, reason: '' };
    const ofPhase: Record<string, FirstSyncRow[]> = { preview: [made], sync: [{ ...made, deskId: 31 }] };
    const desk = aDeskWith(previewed, {
      'POST /salesforce/first-sync/start': done,
      'GET /salesforce/first-sync/rows': ({ query }: { query: URLSearchParams }) => ({
        items: ofPhase[query.get('phase') ?? ''] ?? [],
        next: null,
      }),
    });
    render(desk);
    expect(await screen.findByText('Customer: Bo Lind')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Customer: Bo Lind' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Synchronise now' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Synchronise now' }));
    expect(await screen.findByRole('link', { name: 'Customer: Bo Lind' })).toBeTruthy();
    expect(screen.getAllByRole('columnheader', { name: 'What happened' })).not.toEqual([]);
  });

  it('says how far it is and why it waits, and is stopped', async () => {
    const waiting: FirstSync = {
      ...{ ...previewed, phase: 'sync', state: 'waiting', reason: 'Salesforce did not answer as it should.' },
      objects: previewed.objects.map((one) => ({ ...one, seen: 463 })),
    };
    const desk = aDeskWith(waiting, {
      'POST /salesforce/first-sync/stop': { ...waiting, state: 'stopped', reason: '' },
    });
    render(desk);
    expect(await screen.findByText('463 of 1,250')).toBeTruthy();
    expect(screen.getByText('Salesforce did not answer as it should.')).toBeTruthy();
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(await screen.findByRole('button', { name: 'Go on' })).toBeTruthy();
  });

  it('says what is in the way', async () => {
    render(
      aDeskWith(
        { ...previewed, state: 'stopped', phase: 'sync' },
        { 'POST /salesforce/first-sync/start': problem(409, 'salesforce.off') },
      ),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Go on' }));
    expect(await screen.findByText('That could not be done.')).toBeTruthy();
  });
});
