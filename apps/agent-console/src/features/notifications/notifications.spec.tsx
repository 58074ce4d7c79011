import type { Notification } from '@bureau/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aDesk, cutOff, problem } from '../../testing/a-desk.ts';
import type { Answers } from '../../testing/a-desk.ts';
import { expectAccessible, renderConsole } from '../../testing/render-screen.tsx';

const omar = { kind: 'user' as const, id: 7, name: 'Omar Haddad' };
const aNotification = (given: Partial<Notification>): Notification => ({
  id: 1,
  kind: 'mention',
  case: { id: 1042, subject: 'Espresso machine leaks' },
  actor: omar,
  sequence: 4,
  at: new Date().toISOString(),
  readAt: null,
  ...given,
});

const two: Answers = {
  'GET /notifications': {
    items: [
      aNotification({}),
      aNotification({ id: 2, kind: 'assignment', at: '2025-11-03T10:02:00.000Z', readAt: '2025-11-03T11:00:00.000Z' }),
    ],
    next: null,
  },
  'GET /notifications/count': { unread: 1, more: false },
  'POST /notifications/1/read': () => new Response(null, { status: 204 }),
  'POST /notifications/read': () => new Response(null, { status: 204 }),
};

describe('my notifications', () => {
  it('are listed by days, told apart by what is unread, and counted in the title of the page', async () => {
    renderConsole(aDesk(two), '/notifications');
    const today = (await screen.findByRole('heading', { name: 'Today' })).closest('section')!;
    const row = within(today).getByRole('link');
    expect(row.textContent).toContain('Omar Haddad mentioned you#1042 Espresso machine leaksUnread');
    expect(screen.getByText('Omar Haddad assigned you a case')).toBeTruthy();
    await waitFor(() => expect(document.title).toMatch(/^\(1\) /));
    await expectAccessible();
  });

  it('are read by following one', async () => {
    const desk = aDesk(two);
    const { address } = renderConsole(desk, '/notifications');
    await userEvent.click(await screen.findByText('Omar Haddad mentioned you'));
    expect(address()).toBe('/cases/inbox/1042');
    await waitFor(() => expect(desk.asked('POST /notifications/1/read')).toHaveLength(1));
  });

  it('are read one by one and all at once, and the desk’s refusal is said', async () => {
    const desk = aDesk({
      ...two,
      'POST /notifications/read': () => problem(503, 'desk.unavailable', 'Not available.'),
    });
    renderConsole(desk, '/notifications');
    await userEvent.click(await screen.findByRole('button', { name: 'Mark as read: Omar Haddad mentioned you' }));
    await waitFor(() => expect(desk.asked('POST /notifications/1/read')).toHaveLength(1));
    await userEvent.click(screen.getByRole('button', { name: 'Mark all as read' }));
    expect(await screen.findByText('Not marked as read.')).toBeTruthy();
  });

  it('that cannot be read say what is safe', async () => {
    renderConsole(aDesk({ ...two, 'GET /notifications': cutOff }), '/notifications');
    const alert = (await screen.findByText('Your notifications could not be loaded.')).closest('[role=alert]');
    expect(alert?.textContent).toContain('None is lost.');
  });

  it('invite when there are none', async () => {
    const desk = aDesk({ ...two, 'GET /notifications': { items: [], next: null } });
    renderConsole(desk, '/notifications');
    expect(await screen.findByText(/Nothing yet/)).toBeTruthy();
    await userEvent.click(screen.getByRole('tab', { name: /Unread/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Show all' }));
    expect(screen.getByRole('tab', { name: 'All' }).getAttribute('aria-selected')).toBe('true');
  });

  it('open behind the bell, with the way to all of them', async () => {
    renderConsole(aDesk(two), '/account');
    await userEvent.click(await screen.findByRole('button', { name: 'Notifications, 1 unread' }));
    const list = await screen.findByRole('dialog', { name: 'Notifications' });
    expect(within(list).getByText('Omar Haddad mentioned you')).toBeTruthy();
    await userEvent.click(within(list).getByRole('link', { name: 'Show all' }));
    expect(await screen.findByRole('heading', { name: 'Notifications', level: 1 })).toBeTruthy();
  });
});
