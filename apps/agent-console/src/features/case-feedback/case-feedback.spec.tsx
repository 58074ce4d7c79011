import type { Feedback } from '@bureau/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia } from '../../testing/a-desk.ts';
import { aCase } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { CaseFeedback } from './index.ts';

const at = '2026-11-03T10:02:00.000+00:00';
const said: Feedback = {
  ...{ id: 5, case: { id: 1042, subject: 'Leaks', status: 'resolved' }, customer: { id: 3, name: 'Ana' } },
  ...{ resolution: 2, rating: 2, ratingType: 'four_star', comment: '<i>Quick</i>\nand kind', assignee: null },
  ...{ submittedAt: at, changedAt: at, erasedAt: null },
};

it('shows what the customer said as words, and erases them when asked to', async () => {
  const desk = aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'cases:delete'] },
    'GET /cases/1042/feedback': { items: [said] },
    'POST /feedback/5/erase': () => new Response(null, { status: 204 }),
  });
  renderPart(desk, <CaseFeedback supportCase={aCase({ id: 1042 })} />);
  expect(await screen.findByText(/<i>Quick<\/i>/)).toBeTruthy();
  expect(screen.getByText('Good')).toBeTruthy();
  expect(screen.getByText(/resolution 2/)).toBeTruthy();
  await expectAccessible();

  await userEvent.click(screen.getByRole('button', { name: 'Erase the words' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog.textContent).toContain('The rating stays.');
  await userEvent.click(screen.getAllByRole('button', { name: 'Erase the words' }).at(-1)!);
  expect(desk.asked('POST /feedback/5/erase')).toHaveLength(1);
});

it('takes no place while nothing was said', async () => {
  const desk = aDesk({ 'GET /session': mia, 'GET /cases/1042/feedback': { items: [] } });
  renderPart(desk, <CaseFeedback supportCase={aCase({ id: 1042 })} />);
  expect(screen.queryByText('Feedback')).toBeNull();
});
