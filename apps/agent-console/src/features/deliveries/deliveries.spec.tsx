import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { DeliveriesPage } from './index.ts';

const failed = {
  ...{ id: 9, state: 'failed', attempts: 1, nextAttemptAt: null, sentAt: null, replacedBy: null },
  ...{ response: '552 5.2.2 the mailbox is full', undoUntil: null, recipients: ['ana@cafemail.example'] },
  ...{
    case: { id: 42, subject: 'Leaks' },
    messageId: 3,
    subject: 'Re: Leaks',
    purpose: 'reply',
    author: 'Omar Haddad',
  },
  ...{ from: 'support@larkspur.example', createdAt: '2026-11-03T10:02:00.000+00:00' },
};

const aDeskWith = (answers = {}) =>
  aDesk({
    'GET /deliveries/counts': { items: [{ state: 'failed', count: 1, more: false }] },
    'GET /deliveries': { items: [failed], next: null },
    'GET /mailboxes': { items: [] },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, query = {}) {
  const went: unknown[] = [];
  renderPart(desk, <DeliveriesPage item={null} query={query} go={(to) => void went.push(to)} />);
  return went;
}

it('begins with what needs a person, in the words of the server that refused it', async () => {
  const desk = aDeskWith();
  render(desk);
  await screen.findByText('552 5.2.2 the mailbox is full');
  expect(desk.asked('GET /deliveries')[0]?.query.get('state')).toBe('failed');
  await expectAccessible();
});

it('shows the state that the address names', async () => {
  const desk = aDeskWith({ 'GET /deliveries': { items: [], next: null } });
  render(desk, { state: 'bounced' });
  await screen.findByText('Nothing bounced.');
  expect(desk.asked('GET /deliveries')[0]?.query.get('state')).toBe('bounced');
});

it('says why a message was not sent again', async () => {
  const refused = () => problem(409, 'delivery.settled', 'This message was sent meanwhile.');
  const desk = aDeskWith({ 'POST /deliveries/9/retry': refused });
  render(desk);
  await userEvent.click(await screen.findByRole('button', { name: 'Send again' }));
  await screen.findByText('This message was sent meanwhile.');
});
