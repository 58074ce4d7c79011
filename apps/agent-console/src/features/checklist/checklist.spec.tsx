import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { ChecklistHome } from './index.ts';

const at = '2026-11-03T10:02:00.000+00:00';
const items = [
  { id: 'mailbox', done: true, since: at, found: 'support@larkspur.example' },
  { id: 'outbound-server', done: false, since: null, found: '127.0.0.1:9: connect ECONNREFUSED' },
  { id: 'secret', done: false, since: null, found: '' },
];
const trouble = { id: 'mailboxes', count: 2, latest: 'support@larkspur.example: refused', latestId: 1, at: null };

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'settings:manage'] },
    'GET /checklist': { items, dismissedAt: null },
    'GET /attention': { items: [trouble] },
    ...answers,
  });

it('says what is done, what is not, and where to go', async () => {
  renderPart(aDeskOfAda(), <ChecklistHome />);
  const list = await screen.findByRole('list', { name: 'Before the first customer writes' });
  const [mailbox, server, secret] = within(list).getAllByRole('listitem');
  expect(mailbox?.textContent).toContain('Done');
  expect(mailbox?.textContent).toContain('support@larkspur.example');
  expect(server?.textContent).toContain('ECONNREFUSED');
  expect(within(server!).getByRole('link', { name: 'Open the mailboxes' }).getAttribute('href')).toBe(
    '/admin/mailboxes',
  );
  expect(within(secret!).queryByRole('link')).toBeNull();
  await screen.findByText('1 of 3 done');
  await expectAccessible();
});

it('is put away for everybody, with a way back', async () => {
  const desk = aDeskOfAda({
    'PUT /checklist': ({ body }: { body: unknown }) => ({
      items,
      dismissedAt: JSON.stringify(body).includes('true') ? at : null,
    }),
  });
  renderPart(desk, <ChecklistHome />);
  await userEvent.click(await screen.findByRole('button', { name: 'Hide for everybody' }));
  await screen.findByRole('button', { name: 'Show the checklist again' });
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByRole('button', { name: 'Hide for everybody' });
});

it('leaves once everything is done, and says when nothing needs anybody', async () => {
  const done = items.map((item) => ({ ...item, done: true }));
  renderPart(
    aDeskOfAda({ 'GET /checklist': { items: done, dismissedAt: null }, 'GET /attention': { items: [] } }),
    <ChecklistHome />,
  );
  await screen.findByText(/Nothing needs you/);
  expect(screen.queryByText('Before the first customer writes')).toBeNull();
});

it('names what needs attention, with its latest', async () => {
  renderPart(aDeskOfAda(), <ChecklistHome />);
  const link = await screen.findByRole('link', { name: '2 mailboxes in trouble' });
  expect(link.getAttribute('href')).toBe('/admin/mailboxes');
  expect(screen.queryByText('support@larkspur.example: refused')).not.toBeNull();
});
