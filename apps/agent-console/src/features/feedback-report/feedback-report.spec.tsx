import type { FeedbackReport } from '@bureau/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { FeedbackReportPage } from './index.ts';
import { readWindow, shareOf, writeWindow } from './read-window.ts';

const figures = { asked: 4, answered: 3, content: 2, discontent: 1, commented: 1, askedAndAnswered: 3 };
const report: FeedbackReport = {
  timeZone: 'Europe/Lisbon',
  total: { ...figures, ratings: [1, 0, 0, 2] },
  rows: [
    { key: 7, name: 'Omar Haddad', ...figures, ratings: [1, 0, 0, 2] },
    { key: null, name: null, ...figures, answered: 0, content: 0, discontent: 0, commented: 0, ratings: [0, 0, 0, 0] },
  ],
  periods: [
    { from: '2026-11-02', ...figures, ratings: [1, 0, 0, 2] },
    { from: '2026-11-09', ...figures, answered: 0, content: 0, discontent: 0, ratings: [0, 0, 0, 0] },
  ],
};
const behind = {
  case: { id: 1042, subject: 'Espresso machine leaks', status: 'resolved' },
  customer: { id: 3, name: 'Ana Ferreira' },
  assignee: { id: 7, name: 'Omar Haddad' },
  ...{ resolution: 1, askedAt: null, rating: 0, ratingType: 'yes_no', comment: '<b>Slow</b>' },
  submittedAt: '2026-11-03T10:02:00.000+00:00',
};

const aDeskOfNadia = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'feedback:view'] },
    'GET /feedback-report': report,
    'GET /feedback-report/cases': { items: [behind], next: null },
    'GET /brands': { items: [] },
    ...answers,
  });

const render = (desk: ReturnType<typeof aDesk>, query = {}) => {
  const went: unknown[] = [];
  renderPart(desk, <FeedbackReportPage item={null} query={query} go={(to) => void went.push(to)} />);
  return went;
};

it('shows how content customers were, and the cases behind every figure', async () => {
  const desk = aDeskOfNadia();
  render(desk, { from: '2026-11-02', to: '2026-11-15' });
  expect(await screen.findByRole('button', { name: 'Content: 67 %' })).toBeTruthy();
  expect(screen.getByText('75 %')).toBeTruthy();
  expect(screen.getByText(/Days begin and end in Europe\/Lisbon/)).toBeTruthy();
  await expectAccessible();

  await userEvent.click(screen.getByRole('button', { name: 'Discontent · Omar Haddad: 1' }));
  const dialog = await screen.findByRole('dialog', { name: 'Discontent · Omar Haddad' });
  expect(await within(dialog).findByText('<b>Slow</b>')).toBeTruthy();
  expect(within(dialog).getByText('No')).toBeTruthy();
  expect(within(dialog).getByRole('link', { name: /#1042/ }).getAttribute('href')).toBe('/cases/inbox/1042');
  expect(Object.fromEntries(desk.asked('GET /feedback-report/cases')[0]?.query ?? [])).toMatchObject({
    figure: 'discontent',
    key: '7',
  });
});

it('opens a period of the chart by itself', async () => {
  const desk = aDeskOfNadia();
  render(desk);
  await userEvent.click(await screen.findByRole('button', { name: 'Nov 2: 2 content, 1 discontent' }));
  await screen.findByRole('dialog');
  expect(Object.fromEntries(desk.asked('GET /feedback-report/cases')[0]?.query ?? [])).toMatchObject({
    figure: 'answered',
    period: '2026-11-02',
  });
});

it('keeps in the address what was chosen', async () => {
  const went = render(aDeskOfNadia(), { from: '2026-11-02', to: '2026-11-15' });
  await userEvent.click(await screen.findByRole('button', { name: /By/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Label' }));
  expect(went).toEqual([
    { query: { from: '2026-11-02', to: '2026-11-15', by: 'label', every: 'week' }, replace: true },
  ]);
});

it('reads a window from any address', () => {
  const now = Date.parse('2026-11-28T12:00:00Z');
  expect(readWindow({ by: 'nonsense', from: 'yesterday', brand: '-1' }, now)).toMatchObject({
    by: 'agent',
    every: 'week',
    brandId: null,
    to: '2026-11-28',
  });
  const window = readWindow({ by: 'brand', every: 'day', brand: '2', from: '2026-01-01', to: '2026-01-02' }, now);
  expect(readWindow(writeWindow(window), now)).toEqual(window);
  expect([shareOf(1, 3), shareOf(0, 0)]).toEqual([33, null]);
});
