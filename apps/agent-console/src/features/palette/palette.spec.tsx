import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useActions } from '@bureau/ui';
import { describe, expect, it, vi } from 'vitest';
import { aDesk, cutOff, mia } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { aCaseSummary } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { PaletteHost } from './palette-host.tsx';
import { recentsOf, rememberCase } from './recents.ts';

const found = (items: object[]) => ({ items, next: null, count: items.length, more: false, hints: [], similar: [] });
const ana = { ...aCaseSummary({ id: 1042, subject: 'Espresso machine leaks' }), subjectMarks: [[0, 8]], found: null };

const assign = vi.fn();
const openCase = vi.fn();
const search = vi.fn();

function Screen() {
  useActions([
    { id: 'case.assign-me', keys: 'shift+a', section: 'Case', description: 'Assign to me', run: assign },
    { id: 'case.leave', keys: 'escape', section: 'Case', description: 'Leave', run: vi.fn(), isKeyOnly: true },
    { id: 'go/cases/inbox', keys: 'g i', section: 'Go to', description: 'Inbox', run: vi.fn() },
    { id: 'theme.dark', section: 'Settings', description: 'Theme: Dark', keywords: 'night', run: vi.fn() },
  ]);
  return (
    <PaletteHost
      currentCaseId={null}
      lastSections={['Go to', 'Settings', 'Everywhere']}
      openCase={openCase}
      openCustomer={vi.fn()}
      search={search}
    />
  );
}

async function openPalette(answers: Answers = {}) {
  vi.clearAllMocks();
  const desk = aDesk({ 'GET /search/cases': found([]), 'GET /search/customers': { items: [] }, ...answers });
  renderPart(desk, <Screen />);
  await waitFor(() => expect(desk.asked('GET /session')).toHaveLength(1));
  await waitFor(async () => {
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(screen.queryByRole('dialog', { name: 'Command palette' })).toBeTruthy();
  });
  await screen.findByRole('combobox');
  return desk;
}

const rows = () => screen.getAllByRole('option').map(({ textContent }) => textContent);

describe('the palette', () => {
  it('shows everything that can be done here with its key, the screen’s own first', async () => {
    await openPalette();
    expect(rows()).toEqual(['Assign to meShiftA', 'InboxGthenI', 'Theme: Dark', 'Keyboard shortcuts?']);
    expect(within(screen.getByRole('option', { name: /Assign to me/ })).getByText('A')).toBeTruthy();
    await expectAccessible();
  });

  it('finds an action by parts of its words and does it once it has left', async () => {
    await openPalette();
    await userEvent.type(screen.getByRole('combobox'), 'me ass{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(assign).toHaveBeenCalledOnce());
    expect(recentsOf(mia.user.id).actions).toEqual(['case.assign-me']);
  });

  it('finds a setting by a word that it does not show', async () => {
    await openPalette();
    await userEvent.type(screen.getByRole('combobox'), 'night');
    expect(rows()[0]).toBe('Theme: Dark');
  });

  it('finds cases and marks what fits', async () => {
    const desk = await openPalette({ 'GET /search/cases': found([ana]) });
    await userEvent.type(screen.getByRole('combobox'), 'espresso');
    const row = await screen.findByRole('option', { name: /machine leaks/ });
    expect(within(row).getByText('Espresso').tagName).toBe('MARK');
    await userEvent.click(row);
    await waitFor(() => expect(openCase).toHaveBeenCalledWith(1042));
    expect(desk.asked('GET /search/cases').map(({ query }) => query.get('q'))).toEqual(['espresso']);
  });

  it('offers a case by its number at once, and no longer when there is none', async () => {
    await openPalette();
    await userEvent.type(screen.getByRole('combobox'), '#1042');
    expect(rows()[0]).toBe('Case #1042');
    await waitFor(() => expect(screen.queryByRole('option', { name: 'Case #1042' })).toBeNull());
  });

  it('offers what was open last, and a search for what is typed', async () => {
    rememberCase(mia.user.id, { id: 7, subject: 'Grinder is stuck', customer: 'Jonas Weber' });
    await openPalette();
    expect(rows()[0]).toContain('Grinder is stuck');
    await userEvent.type(screen.getByRole('combobox'), 'zzz{Enter}');
    await waitFor(() => expect(search).toHaveBeenCalledWith('zzz'));
  });

  it('says that the desk cannot be reached, and goes on working', async () => {
    await openPalette({ 'GET /search/cases': cutOff });
    await userEvent.type(screen.getByRole('combobox'), 'inbox');
    expect((await screen.findByRole('alert')).textContent).toContain('commands work all the same');
    expect(rows()[0]).toContain('Inbox');
  });

  it('closes on Escape and on the keys that opened it', async () => {
    await openPalette();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
