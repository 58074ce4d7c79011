import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { SystemLogPage } from './index.ts';

const entry = {
  id: 1,
  at: '2026-11-03T10:02:00.000+00:00',
  level: 'error',
  part: 'mailbox',
  message: 'Mail for support@larkspur.example cannot be fetched.',
  details: { mailboxId: 4 },
};

function render(desk: ReturnType<typeof aDesk>, query = {}) {
  const went: unknown[] = [];
  renderPart(desk, <SystemLogPage item={null} query={query} go={(to) => void went.push(to)} />);
  return went;
}

it('leads to the account of a network that something happened to', async () => {
  const account = {
    ...entry,
    part: 'social',
    message: '@larkspur on X is read again.',
    details: { socialAccountId: 7 },
  };
  render(aDesk({ 'GET /system-log': { items: [account], next: null } }), { part: 'social' });
  const link = await screen.findByRole('link', { name: 'Open the account' });
  expect(link.getAttribute('href')).toBe('/admin/social-accounts/7');
  expect(screen.getByRole('button', { name: /X and Facebook/ })).toBeTruthy();
});

it('tells what happened, how bad it is, and where to see to it', async () => {
  const desk = aDesk({ 'GET /system-log': { items: [entry], next: null } });
  render(desk, { level: 'error' });
  await screen.findByText(entry.message);
  const way = screen.getByRole('link', { name: 'Open the mailbox' });
  expect(way.getAttribute('href')).toBe('/admin/mailboxes/4');
  expect(desk.asked('GET /system-log')[0]?.query.get('level')).toBe('error');
  await expectAccessible();
});

it('shows everything again where nothing is of the kind that was asked for', async () => {
  const went = render(aDesk({ 'GET /system-log': { items: [], next: null } }), { part: 'intake' });
  await userEvent.click(await screen.findByRole('button', { name: 'Show everything' }));
  expect(went).toEqual([{ replace: true }]);
});

it('is marked as seen up to what its reader could see', async () => {
  const desk = aDesk({
    'GET /system-log': { items: [entry], next: null },
    'GET /system-log/unseen': { count: 4, more: false, latestId: 9 },
    'PUT /system-log/seen': () => {
      desk.answer({ 'GET /system-log/unseen': { count: 0, more: false, latestId: null } });
      return new Response(null, { status: 204 });
    },
  });
  render(desk);
  await userEvent.click(await screen.findByRole('button', { name: 'Mark as seen' }));
  expect(await screen.findByText('The log is marked as seen.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Mark as seen' })).toBeNull());
  expect(desk.asked('PUT /system-log/seen')[0]?.body).toEqual({ entryId: 9 });
});

it('tells of a rule that was switched off by its facts, and leads to it', async () => {
  const because = { kind: 'intervals', caseId: 12, times: 3 };
  const details = { ruleId: 7, caseId: 12, rule: 'Close', because };
  const off = { ...entry, part: 'rules', message: 'As the desk says it to programs.', details };
  render(aDesk({ 'GET /system-log': { items: [off], next: null } }));
  await screen.findByText(/^The rule “Close” was switched off\. It was applied to case 12 in more than 3 intervals/);
  expect(screen.getByRole('link', { name: 'Open the rule' }).getAttribute('href')).toBe('/admin/rules/7');
});
