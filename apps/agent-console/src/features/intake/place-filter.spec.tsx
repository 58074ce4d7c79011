import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { aDesk, mia } from '../../testing/a-desk.ts';
import { anIntakeItem } from '../../testing/facts.ts';
import { expectAccessible, renderPart } from '../../testing/render-screen.tsx';
import { intakeFilterOf } from './intake-filter.ts';
import { PlaceFilter } from './place-filter.tsx';
import { placeOf } from './way-in.ts';

const account = { id: 7, network: 'x' as const, handle: 'larkspur', name: 'Larkspur Coffee' };

it('what came is listed by the account on a network that it came to', async () => {
  const desk = aDesk({
    'GET /session': { ...mia, permissions: [...mia.permissions, 'social-accounts:view'] },
    'GET /mailboxes': { items: [{ id: 1, address: 'support@larkspur.example' }] },
    'GET /social-accounts': { items: [account] },
  });
  const onFilter = vi.fn();
  renderPart(desk, <PlaceFilter filter={{ mailboxId: 1, fate: 'held' }} onFilter={onFilter} />);
  await userEvent.click(await screen.findByRole('button', { name: /Came to/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'X · @larkspur' }));
  expect(onFilter).toHaveBeenCalledWith({ fate: 'held', mailboxId: undefined, socialAccountId: 7 });
  await expectAccessible();
});

it('an account stands in the address of the page', () => {
  expect(intakeFilterOf({ socialAccountId: '7' }).socialAccountId).toBe(7);
  expect(intakeFilterOf({ socialAccountId: 'x' }).socialAccountId).toBeUndefined();
});

it('what came over a network names the account, what came by mail the mailbox', () => {
  expect(placeOf(anIntakeItem({ mailbox: null, account }))).toBe('X · @larkspur');
  expect(placeOf(anIntakeItem())).toBe('support@larkspur.example');
});
