import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { keepOwnView } from '../../plain/own-view.ts';
import { aDesk, cutOff } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { aCase, aCaseSummary, aFeedMessage } from '../../testing/facts.ts';
import { renderConsole } from '../../testing/render-screen.tsx';

const at = (id: number) => ({
  [`GET /cases/${id}`]: aCase({ id, subject: `Case number ${id}` }),
  [`GET /cases/${id}/feed`]: { items: [aFeedMessage({ sequence: 1 })], next: null },
  [`GET /cases/${id}/draft`]: { draft: null },
});
const nextIs = (caseId: number | null) => ({ 'GET /filters/1/next': { caseId } });

async function inboxAt(address: string, answers: Answers) {
  const rows = [1, 2].map((id) => aCaseSummary({ id, subject: `Case number ${id}` }));
  const desk = aDesk({ 'GET /filters/1/cases': { items: rows, next: null }, ...at(1), ...at(2), ...answers });
  const shown = renderConsole(desk, address);
  await screen.findByRole('button', { name: 'Next' });
  await waitFor(() => expect(desk.asked('GET /filters/1/next')).not.toHaveLength(0));
  return { desk, ...shown };
}

it('n opens the next case of the filter, read before the key was pressed', async () => {
  const { desk, address } = await inboxAt('/cases/inbox/1', nextIs(2));
  await waitFor(() => expect(desk.asked('GET /cases/2/feed')).toHaveLength(1));
  await userEvent.keyboard('n');
  await waitFor(() => expect(address()).toBe('/cases/inbox/2'));
  expect(desk.asked('GET /filters/1/next')[0]?.query.get('after')).toBe('1');
  expect(desk.asked('GET /cases/2')).toHaveLength(1);
});

it('goes on in the order that I have chosen for the list', async () => {
  keepOwnView(1, { sort: { field: 'priority', direction: 'asc' }, groupBy: null, columns: [] });
  const { desk, address } = await inboxAt('/cases/inbox/1', nextIs(2));
  await userEvent.keyboard('n');
  await waitFor(() => expect(address()).toBe('/cases/inbox/2'));
  const query = desk.asked('GET /filters/1/next')[0]?.query;
  expect([query?.get('sort'), query?.get('direction')]).toEqual(['priority', 'asc']);
  keepOwnView(1, null);
});

it('says that nothing is waiting', async () => {
  await inboxAt('/cases/inbox', nextIs(null));
  await userEvent.keyboard('n');
  expect(await screen.findByText('Nothing is waiting in Inbox.')).toBeTruthy();
});

it('begins anew behind the last one, and says so when that is where I am', async () => {
  const answer = {
    'GET /filters/1/next': ({ query }: { query: URLSearchParams }) => ({ caseId: query.has('after') ? null : 2 }),
  };
  const { address } = await inboxAt('/cases/inbox/1', answer);
  await userEvent.keyboard('n');
  await waitFor(() => expect(address()).toBe('/cases/inbox/2'));
  await screen.findAllByText('Case number 2');
  await userEvent.keyboard('n');
  expect(await screen.findByText('Nothing else is waiting in Inbox.')).toBeTruthy();
});

it('says what is safe when the desk cannot be reached, and tries again', async () => {
  const { desk, address } = await inboxAt('/cases/inbox', { 'GET /filters/1/next': cutOff });
  await userEvent.keyboard('n');
  expect(await screen.findByText('The next case could not be found.')).toBeTruthy();
  desk.answer(nextIs(2));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(address()).toBe('/cases/inbox/2'));
});
