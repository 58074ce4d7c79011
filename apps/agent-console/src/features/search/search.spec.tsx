import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FoundCases } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { aDesk, problem } from '../../testing/a-desk.ts';
import { aCaseSummary } from '../../testing/facts.ts';
import { expectAccessible, renderConsole } from '../../testing/render-screen.tsx';

const leak = {
  ...aCaseSummary({ id: 7, subject: 'Espresso machine leaks' }),
  subjectMarks: [[17, 22] as [number, number]],
  found: {
    kind: 'note' as const,
    sequence: 2,
    text: 'It <b>leaks</b> since Monday',
    marks: [[6, 11] as [number, number]],
  },
};
const answer = (given: Partial<FoundCases> = {}) => ({
  'GET /search/cases': { items: [leak], next: null, count: 1, more: false, hints: [], similar: [], ...given },
});

describe('a search', () => {
  it('begins with /, and shows where the words stand, never as markup', async () => {
    const desk = aDesk({ ...answer(), 'GET /filters/1/cases': { items: [aCaseSummary()], next: null } });
    const { address } = renderConsole(desk, '/cases/inbox');
    await screen.findAllByRole('option');
    await userEvent.keyboard('/leaks{Enter}');
    const row = await screen.findByRole('option', { name: /#7/ });
    expect(address()).toBe('/search');
    expect([...row.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['leaks', 'leaks']);
    expect(row.textContent).toContain('It <b>leaks</b> since Monday');
    expect(desk.asked('GET /search/cases')[0]?.query.get('q')).toBe('leaks');
    await expectAccessible();
  });

  it('says how it was understood, and that there are more than it counts', async () => {
    const hints = [{ part: 'before:soon', message: 'is no day; it was looked for as words.' }];
    renderConsole(aDesk(answer({ hints, count: 100, more: true })), '/search?q=leaks');
    expect(await screen.findByText('100+ cases')).toBeTruthy();
    expect(screen.getByText(/is no day/)).toBeTruthy();
  });

  it('that finds nothing names those who may be meant, and how to ask', async () => {
    const similar = [{ kind: 'customer' as const, id: 3, name: 'Ana Ferreira' }];
    const desk = aDesk(answer({ items: [], count: 0, similar }));
    renderConsole(desk, '/search?q=Fereira');
    expect(await screen.findByText(/No case holds “Fereira”/)).toBeTruthy();
    expect(screen.getByText('label:refund')).toBeTruthy();
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: 'Ana Ferreira' }));
    expect(desk.asked('GET /search/cases').at(-1)?.query.get('q')).toBe('customer:"Ana Ferreira"');
  });

  it('becomes a filter: what it cannot ask for is named', async () => {
    const field = { label: 'Labels', type: 'reference', choices: [], refersTo: 'label', operators: ['is', 'is-not'] };
    const desk = aDesk({
      ...answer(),
      'GET /conditions/fields': { items: [{ ...field, key: 'case.labels' }] },
      'POST /filters/preview': { count: 0, more: false, items: [], description: 'Labels is Refund' },
    });
    renderConsole(desk, '/search?q=label%3Arefund%20from%3Aana%40cafe.example');
    await userEvent.click(await screen.findByRole('button', { name: 'New filter from this search' }));
    const editor = await screen.findByRole('alertdialog', { name: 'Add filter' });
    expect(await within(editor).findByRole('group', { name: 'Labels' })).toBeTruthy();
    expect(editor.textContent).toContain('it was left out: from:ana@cafe.example.');
  });

  it('that fails says so, and keeps the words', async () => {
    renderConsole(aDesk({ 'GET /search/cases': () => problem(500, 'desk.failure') }), '/search?q=leaks');
    expect((await screen.findByRole('alert')).textContent).toContain('The search did not answer.');
    expect(screen.getByRole('searchbox', { name: 'Search cases' })).toHaveProperty('value', 'leaks');
  });
});
