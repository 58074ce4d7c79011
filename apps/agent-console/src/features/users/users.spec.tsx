import type { UserDetails } from '@bureau/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, json, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { UsersPage } from './index.ts';

const omar: UserDetails = {
  id: 7,
  name: 'Omar Haddad',
  email: 'omar@larkspur.example',
  role: { id: 1, name: 'Agent' },
  publicName: '',
  signature: '',
  available: true,
  state: 'active',
  groupIds: [1],
  brandIds: [],
  twoFactor: true,
  lastSignInAt: null,
  updatedAt: '2026-11-03T10:02:00.000+00:00',
};
const roles = { items: [{ id: 1, key: 'agent', name: 'Agent', description: 'Works cases.' }] };
const answers = {
  'GET /users': { items: [omar] },
  'GET /users/7': omar,
  'GET /roles': roles,
  'GET /brands': { items: [] },
  'GET /users/7/sessions': { items: [] },
  'POST /filters/preview': { description: '', count: 2, more: false, items: [], next: null },
};
const show = (item: string | null, more = {}) => {
  const desk = aDesk({ ...answers, ...more });
  renderPart(desk, <UsersPage item={item} query={{}} go={() => undefined} />);
  return desk;
};

it('lists who works here, and finds them by role', async () => {
  show(null);
  expect(await screen.findByRole('button', { name: /Omar Haddad/ })).toBeDefined();
  await userEvent.type(screen.getByRole('searchbox'), 'nobody like that');
  expect(await screen.findByText('Nobody fits “nobody like that”.')).toBeDefined();
  await expectAccessible();
});

it('invites several at once, and says of each what became of it', async () => {
  const desk = show('invite', {
    'POST /users': ({ body }: { body: unknown }) =>
      JSON.stringify(body).includes('ben@') ? problem(409, 'user.email-taken') : json(omar, 201),
  });
  const dialog = await screen.findByRole('dialog', { name: 'Invite users' });
  await userEvent.type(within(dialog).getByRole('textbox'), 'ana@larkspur.example, ben@larkspur.example');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Invite 2 users' }));
  expect(await within(dialog).findByText(/1 user invited, 1 user not/)).toBeDefined();
  expect(within(dialog).getByRole('textbox')).toHaveProperty('value', 'ben@larkspur.example');
  expect(desk.asked('POST /users')[0]?.body).toMatchObject({ email: 'ana@larkspur.example', name: 'Ana', roleId: 1 });
});

it('says what happens to somebody’s cases before shutting him out', async () => {
  const desk = show('7', { 'POST /users/7/disable': { ...omar, state: 'disabled' } });
  await userEvent.click(await screen.findByRole('button', { name: 'Disable' }));
  const dialog = await screen.findByRole('dialog', { name: 'Disable Omar Haddad?' });
  expect(await within(dialog).findByText(/2 open cases stay assigned/)).toBeDefined();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Disable' }));
  expect(desk.asked('POST /users/7/disable')).toHaveLength(1);
});

it('hands open cases over in one go', async () => {
  const desk = show('7', {
    'GET /session': { ...mia, permissions: [...mia.permissions, 'cases:bulk'] },
    'POST /bulk-changes': () => json({ id: 5, total: 2 }, 202),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Hand over' }));
  const dialog = await screen.findByRole('dialog', { name: 'Hand over 2 open cases of Omar Haddad' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Hand over' }));
  expect(desk.asked('POST /bulk-changes')[0]?.body).toMatchObject({ changes: { assigneeId: null } });
});
