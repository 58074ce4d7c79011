import type { BulkChange } from '@bureau/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { Ticks } from '../../pieces/ticks/index.ts';
import { noTicks } from '../../pieces/ticks/index.ts';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { mornings } from './bulk-target.ts';

const inbox = { id: 1, name: 'Inbox', key: 'inbox', count: 1204, more: false };
const done: BulkChange = {
  id: 9,
  state: 'done',
  actor: { kind: 'user', id: 6, name: 'Mia Lindqvist' },
  changes: { status: 'resolved' },
  total: 2,
  done: 2,
  changed: 1,
  skipped: 1,
  undone: 0,
  kept: 0,
  createdAt: '2026-11-03T10:02:00.000+00:00',
  finishedAt: '2026-11-03T10:02:01.000+00:00',
};

function Bar() {
  const [value, set] = useState<Ticks>({ ids: new Set([1, 2]), anchor: 1, isAll: false });
  return <BulkBar ticks={{ value, set, clear: () => set(noTicks) }} filter={inbox} />;
}

const aDeskThat = (answers: Answers) =>
  aDesk({ 'GET /session': { ...mia, permissions: [...mia.permissions, 'cases:bulk'] }, ...answers });

describe('several cases at once', () => {
  it('are changed by key; what stayed as it was says why, and all can be taken back', async () => {
    const skip = { caseId: 2, code: 'case.closed', message: 'It is closed for good.', fields: [] };
    const desk = aDeskThat({
      'POST /bulk-changes': { ...done, state: 'running', done: 0 },
      'GET /bulk-changes/9': done,
      'GET /bulk-changes/9/skips': { items: [skip], next: null },
      'POST /bulk-changes/9/undo': { ...done, state: 'undone', undone: 1 },
    });
    renderPart(desk, <Bar />);
    expect(await screen.findByText('2 selected')).toBeTruthy();
    await expectAccessible();
    await userEvent.keyboard('{Shift>}E{/Shift}');
    expect(await screen.findByText('1 case changed. 1 stayed as it was.')).toBeTruthy();
    expect(desk.asked('POST /bulk-changes')[0]?.body).toEqual({ caseIds: [1, 2], changes: { status: 'resolved' } });
    await userEvent.click(screen.getByRole('button', { name: 'Why' }));
    expect(await screen.findByText('It is closed for good.')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(desk.asked('POST /bulk-changes/9/undo')).toHaveLength(1);
  });

  it('can be all of a filter, and asks when they are not as many any more', async () => {
    const desk = aDeskThat({
      'POST /bulk-changes': () => problem(409, 'bulk.count-changed', 'Another number.', { count: 1207 }),
    });
    renderPart(desk, <Bar />);
    await userEvent.click(await screen.findByRole('button', { name: 'Select all 1,204' }));
    await userEvent.click(screen.getByRole('button', { name: 'Resolve' }));
    expect(await screen.findByText('The filter holds 1,207 cases now. Change them all?')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Change 1,207 cases' }));
    const bodies = desk.asked('POST /bulk-changes').map(({ body }) => body);
    expect(bodies).toMatchObject([
      { filterId: 1, expectedCount: 1204 },
      { filterId: 1, expectedCount: 1207 },
    ]);
  });

  it('are found again after the page was loaded anew', async () => {
    window.localStorage.setItem('bureau.console.bulk.6', '9');
    renderPart(aDeskThat({ 'GET /bulk-changes/9': { ...done, state: 'running', done: 1 } }), <Bar />);
    expect(await screen.findByRole('progressbar', { name: 'Changing' })).toBeTruthy();
  });

  it('sleep until mornings to come', () => {
    const friday = new Date(2026, 10, 6, 15).getTime();
    expect(mornings(friday).map(({ at }) => new Date(at).getDate())).toEqual([7, 9, 13]);
  });
});
