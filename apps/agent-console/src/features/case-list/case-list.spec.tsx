import { casesApi, filtersApi } from '@bureau/contracts';
import type { Filter } from '@bureau/contracts';
import { keyOf } from '@bureau/client';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { aDesk, cutOff, problem } from '../../testing/a-desk.ts';
import type { Desk } from '../../testing/a-desk.ts';
import { aCase, aCaseSummary, aFilter } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { useTicks } from '../../pieces/ticks/index.ts';
import { CaseList } from './case-list.tsx';
import { useListView } from './use-list-view.ts';

const at = (minute: number) => `2026-11-03T10:${minute}:00.000+00:00`;
const ana = aCaseSummary({ id: 1, subject: 'Espresso machine leaks', activeAt: at(30), waitingSince: at(30) });
const jonas = aCaseSummary({
  id: 2,
  subject: 'Wrong grind',
  activeAt: at(20),
  customer: { id: 4, name: 'Jonas Weber', address: null },
});

const inbox = aFilter({ id: 1, key: 'inbox' });

function List({ selected = null, filter = inbox }: { selected?: number | null; filter?: Filter }) {
  const [selectedId, select] = useState<number | null>(selected);
  const { view } = useListView(filter);
  const ticks = useTicks();
  return (
    <>
      <p>Case on the right: {selectedId ?? 'none'}</p>
      <p>Ticked: {[...ticks.value.ids].join(' ') || 'none'}</p>
      <CaseList
        filter={filter}
        view={view}
        ticks={ticks}
        selectedId={selectedId}
        onSelect={select}
        onEnter={() => undefined}
        hrefOf={(id) => `/cases/inbox/${id}`}
        presenceOf={() => undefined}
      />
    </>
  );
}

const listing = (...items: object[]) => ({ 'GET /filters/1/cases': { items, next: null } });
const readAgain = (desk: Desk) => act(() => desk.queries.invalidateQueries({ queryKey: keyOf(filtersApi.cases) }));

describe('the list of cases', () => {
  it('shows who writes, what about, and how it stands', async () => {
    renderPart(aDesk(listing(ana, jonas)), <List />);
    const row = await screen.findByRole('option', { name: /Ana Ferreira/ });
    expect(row.textContent).toContain('Espresso machine leaks');
    expect(row.textContent).toContain('It still drips');
    expect(screen.getAllByRole('option')).toHaveLength(2);
    await expectAccessible();
  });

  it('says the words of a post once: its first ones are its subject', async () => {
    const said = { channel: 'twitter' as const, subject: 'My kettle leaks, and the…' };
    const post = aCaseSummary({ ...said, id: 3, excerpt: '@larkspur My kettle leaks, and the floor is wet.' });
    const answered = aCaseSummary({ ...said, id: 4, excerpt: 'Thank you!' });
    renderPart(aDesk(listing(post, answered)), <List />);
    const [first, second] = await screen.findAllByRole('option');
    expect(first?.textContent).not.toContain('floor');
    expect(second?.textContent).toContain('Thank you!');
  });

  it('invites when it is empty', async () => {
    renderPart(aDesk(listing()), <List />);
    expect(await screen.findByText(/Nobody waits for an answer/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Show what is resolved' })).toBeTruthy();
  });

  it('says what failed and what is safe, and tries again', async () => {
    const desk = aDesk({ 'GET /filters/1/cases': () => problem(500, 'desk.failure') });
    renderPart(desk, <List />);
    expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
    desk.answer(listing(ana));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('option', { name: /Ana/ })).toBeTruthy();
  });

  it('says so when the desk cannot be reached', async () => {
    renderPart(aDesk({ 'GET /filters/1/cases': cutOff }), <List />);
    expect((await screen.findByRole('alert')).textContent).toContain('Everything you wrote is kept');
  });

  it('is walked with j and k, and the case follows when the keys rest', async () => {
    renderPart(aDesk(listing(ana, jonas)), <List />);
    await screen.findAllByRole('option');
    await userEvent.keyboard('jj');
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Jonas Weber');
    expect(screen.getByText('Case on the right: none')).toBeTruthy();
    expect(await screen.findByText('Case on the right: 2')).toBeTruthy();
    await userEvent.keyboard('k');
    expect(await screen.findByText('Case on the right: 1')).toBeTruthy();
  });

  it('lets new cases wait while a row below the top is chosen', async () => {
    const desk = aDesk(listing(ana, jonas));
    renderPart(desk, <List selected={2} />);
    await screen.findAllByRole('option');
    desk.answer(listing(aCaseSummary({ id: 3, subject: 'Brand new', activeAt: at(50) }), ana, jonas));
    await readAgain(desk);
    const pill = await screen.findByRole('button', { name: '1 new' });
    expect(screen.queryByText('Brand new')).toBeNull();
    await userEvent.click(pill);
    expect(screen.getByText('Brand new')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '1 new' })).toBeNull();
  });

  it('shows new cases at once to a reader at the top', async () => {
    const desk = aDesk(listing(ana, jonas));
    renderPart(desk, <List />);
    await screen.findAllByRole('option');
    desk.answer(listing(aCaseSummary({ id: 3, subject: 'Brand new', activeAt: at(50) }), ana, jonas));
    await readAgain(desk);
    await waitFor(() => expect(screen.getAllByRole('option')[0]?.textContent).toContain('Brand new'));
  });

  it('is ticked with x and in ranges, and Esc takes all ticks away', async () => {
    const omar = aCaseSummary({ id: 3, subject: 'Refund', activeAt: at(10) });
    renderPart(aDesk(listing(ana, jonas, omar)), <List selected={1} />);
    await screen.findAllByRole('option');
    await userEvent.keyboard('x{Shift>}JJ{/Shift}');
    expect(screen.getByText('Ticked: 1 2 3')).toBeTruthy();
    expect(screen.getAllByRole('option', { checked: true })).toHaveLength(3);
    await userEvent.keyboard('{Escape}');
    expect(screen.getByText('Ticked: none')).toBeTruthy();
  });

  it('shows at once what the reader changed, and dims what no longer belongs until she moves', async () => {
    const open = aFilter({
      id: 1,
      key: 'inbox',
      conditions: { match: 'all', conditions: [{ field: 'case.status', operator: 'is', value: 'open' }] },
    });
    const desk = aDesk(listing(ana, jonas));
    renderPart(desk, <List selected={2} filter={open} />);
    await screen.findAllByRole('option');
    await waitFor(() => expect(desk.queries.getQueryData(['code', 'judge'])).toBeTruthy());
    const key = keyOf(casesApi.get, { params: { caseId: 2 } });
    act(() => void desk.queries.setQueryData(key, aCase({ ...jonas, status: 'resolved' })));
    const row = await screen.findByRole('option', { name: /No longer in this filter/ });
    expect(row.textContent).toContain('Wrong grind');
    act(() => void desk.queries.setQueryData(key, aCase({ ...jonas, status: 'open' })));
    await waitFor(() => expect(screen.queryByRole('option', { name: /No longer/ })).toBeNull());
  });

  it('asks the desk about a changed case when only its calendars can tell', async () => {
    const desk = aDesk(listing(ana));
    const filter = aFilter({
      id: 1,
      conditions: { match: 'all', conditions: [{ field: 'case.businessHours', operator: 'is', value: true }] },
    });
    renderPart(desk, <List filter={filter} />);
    await screen.findByRole('option', { name: /Ana Ferreira/ });
    const asked = desk.asked('GET /filters/1/cases').length;
    act(() => void desk.queries.setQueryData(keyOf(casesApi.get, { params: { caseId: 1 } }), aCase({ id: 1 })));
    await waitFor(() => expect(desk.asked('GET /filters/1/cases').length).toBeGreaterThan(asked));
  });

  it('stands under headings that fold away by keyboard', async () => {
    const grouped = aFilter({ id: 1, key: 'inbox', groupBy: 'status' });
    const desk = aDesk({
      'GET /filters/1/groups': { items: [{ key: 'open', name: 'open', count: 1 }], more: false },
      ...listing(ana),
    });
    renderPart(desk, <List filter={grouped} />);
    const heading = await screen.findByRole('option', { name: 'Open, 1 case, unfolded' });
    expect(desk.asked('GET /filters/1/cases')[0]?.query.get('group')).toBe('open');
    await expectAccessible();
    await userEvent.click(heading);
    expect(await screen.findByRole('option', { name: 'Open, 1 case, folded' })).toBeTruthy();
    expect(screen.queryByText('Espresso machine leaks')).toBeNull();
  });
});
