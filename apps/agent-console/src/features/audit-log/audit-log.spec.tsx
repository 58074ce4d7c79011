import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { AuditLogPage } from './index.ts';

const entry = {
  id: 1,
  at: '2026-11-03T10:02:00.000+00:00',
  actor: { kind: 'user', id: 6, name: 'Mia Lindqvist' },
  noun: 'group',
  object: { id: 1, name: 'Coffee' },
  action: 'changed',
  before: { userIds: [6] },
  after: { userIds: [6, 7] },
};

function render(items: readonly object[], query = {}) {
  const went: unknown[] = [];
  const desk = aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'audit:view'] },
    'GET /audit-log': { items, next: null },
    'GET /brands': { items: [] },
  });
  renderPart(desk, <AuditLogPage item={null} query={query} go={(to) => void went.push(to)} />);
  return { desk, went };
}

it('tells who changed what, with people by their names', async () => {
  render([entry]);
  const row = await screen.findByRole('listitem');
  await screen.findByText('Omar Haddad', { selector: 'ins' });
  expect(row.textContent).toMatch(/Mia Lindqvist\s+changed: Group Coffee/);
  expect(screen.getByRole('link', { name: 'Coffee' }).getAttribute('href')).toBe('/admin/groups/1');
  await expectAccessible();
});

it('asks only for what the address names, and shows everything again', async () => {
  const { desk, went } = render([], { noun: 'group', objectId: '1' });
  await screen.findByText('Nothing was changed there, by that person, in that time.');
  const asked = desk.asked('GET /audit-log')[0]?.query;
  expect([asked?.get('noun'), asked?.get('objectId')]).toEqual(['group', '1']);
  await userEvent.click(screen.getByRole('button', { name: 'Show everything' }));
  expect(went).toEqual([{ replace: true }]);
});
