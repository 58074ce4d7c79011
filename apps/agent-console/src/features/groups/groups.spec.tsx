import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { GroupsPage } from './index.ts';

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'groups:manage'] },
    'GET /groups': { items: [{ id: 1, name: 'Coffee', userIds: [6, 7], brandIds: [3] }] },
    'GET /brands': { items: [{ id: 3, name: 'Larkspur', slug: 'larkspur', signature: '', defaultMailboxId: null }] },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, item: string | null = null) {
  const went: unknown[] = [];
  renderPart(desk, <GroupsPage item={item} query={{}} go={(to) => void went.push(to)} />);
  return went;
}

it('lists the groups with who is in them and which brands they serve', async () => {
  const went = render(aDeskOfAda());
  const row = await screen.findByRole('row', { name: /Coffee.*Mia Lindqvist and Omar Haddad.*Larkspur/ });
  await expectAccessible();
  await userEvent.click(within(row).getByRole('button', { name: 'Coffee' }));
  expect(went).toEqual([{ item: '1' }]);
});

it('says beside the field that another group has the name', async () => {
  const refused = () => problem(409, 'group.name-taken', 'Another group already has this name.');
  const desk = aDeskOfAda({ 'POST /groups': refused });
  render(desk, 'new');
  await userEvent.type(await screen.findByRole('textbox', { name: /^Name/ }), 'Coffee');
  await userEvent.click(screen.getByRole('button', { name: 'Add group' }));
  const name = await screen.findByRole('textbox', {
    name: /^Name/,
    description: 'Another group already has this name.',
  });
  expect(document.activeElement).toBe(name);
  expect(desk.asked('POST /groups')[0]?.body).toEqual({ name: 'Coffee', userIds: [], brandIds: [] });
  await expectAccessible();
});
