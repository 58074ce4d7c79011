import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aDesk, mia, problem } from '../../testing/a-desk.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { BrandsPage } from './index.ts';

const larkspur = {
  ...{ id: 3, name: 'Larkspur', slug: 'larkspur', signature: '', defaultMailboxId: null },
  ...{
    userIds: [],
    groupIds: [1],
    mailboxIds: [],
    changed: { at: '2026-11-03T10:02:00.000+00:00', by: 'Omar Haddad' },
  },
};

const aDeskOfAda = (answers = {}) =>
  aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'brands:manage'] },
    'GET /brands': { items: [larkspur] },
    'GET /mailboxes': { items: [] },
    ...answers,
  });

function render(desk: ReturnType<typeof aDesk>, item: string | null = null) {
  const went: unknown[] = [];
  renderPart(desk, <BrandsPage item={item} query={{}} go={(to) => void went.push(to)} />);
  return went;
}

it('lists the brands with what belongs to them and who changed them', async () => {
  const went = render(aDeskOfAda());
  const row = await screen.findByRole('row', { name: /Larkspur.*None yet.*1 group.*Omar Haddad/ });
  await expectAccessible();
  await userEvent.click(within(row).getByRole('button', { name: /^Larkspur/ }));
  expect(went).toEqual([{ item: '3' }]);
});

it('lets the slug follow the name, and says beside it that another brand has it', async () => {
  const refused = () => problem(409, 'brand.slug-taken', 'Another brand already has this slug.');
  const desk = aDeskOfAda({ 'POST /brands': refused });
  render(desk, 'new');
  await userEvent.type(await screen.findByRole('textbox', { name: /^Name/ }), 'Tideline Gear');
  await userEvent.click(screen.getByRole('button', { name: 'Add brand' }));
  await screen.findByRole('textbox', { name: /^Slug/, description: 'Another brand already has this slug.' });
  expect(desk.asked('POST /brands')[0]?.body).toMatchObject({ name: 'Tideline Gear', slug: 'tideline-gear' });
  await expectAccessible();
});
