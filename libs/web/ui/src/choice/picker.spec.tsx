import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { Button } from '../button/button.tsx';
import { ShortcutProvider, useShortcuts } from '../shortcuts/shortcuts.tsx';
import { Picker } from './picker.tsx';

const people = [
  { id: 'mia', label: 'Mia Chen', aside: 'available' },
  { id: 'zoe', label: 'Zoë Adler', aside: 'away', isChecked: true },
];

function show(more: Partial<Parameters<typeof Picker>[0]> = {}) {
  const choose = vi.fn();
  render(
    <Picker
      label="Assign"
      groups={[{ id: 'people', choices: people }]}
      onChoose={choose}
      trigger={<Button>Assignee</Button>}
      {...more}
    />,
  );
  return choose;
}

it('I find somebody by typing, whatever the accents, and Enter chooses', async () => {
  const choose = show();
  await userEvent.click(screen.getByRole('button', { name: 'Assignee' }));
  await userEvent.keyboard('zoe{Enter}');
  expect(choose).toHaveBeenCalledWith('zoe', 'zoe');
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
});

it('says so when nothing matches, and offers to make it where that is possible', async () => {
  const makeOf = (typed: string) => (typed === 'Valve' ? { id: 'make', label: `Make “${typed}”` } : null);
  const choose = show({ makeOf });
  await userEvent.click(screen.getByRole('button', { name: 'Assignee' }));
  await userEvent.keyboard('Valv');
  expect(await screen.findByText('Nothing matches.')).toBeTruthy();
  await userEvent.keyboard('e');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Make “Valve”' }));
  expect(choose).toHaveBeenCalledWith('make', 'Valve');
});

it('leaves the search to whoever knows more than is shown', async () => {
  const search = vi.fn();
  show({ onSearch: search });
  await userEvent.click(screen.getByRole('button', { name: 'Assignee' }));
  await userEvent.keyboard('ki');
  expect(search.mock.calls.map(([typed]: unknown[]) => typed)).toEqual(['k', 'ki']);
  expect(screen.getByRole('menuitem', { name: /Mia Chen/ })).toBeTruthy();
});

it('stays open where several can be chosen', async () => {
  const choose = show({ isMultiple: true });
  await userEvent.click(screen.getByRole('button', { name: 'Assignee' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: /Mia Chen/ }));
  await userEvent.click(screen.getByRole('menuitem', { name: /Zoë Adler/ }));
  expect(choose).toHaveBeenCalledTimes(2);
});

/** Opened by a key, as from the list of cases: a row that has the focus leaves when something is chosen. */
function OpenedByKey({ hasRow }: { hasRow: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const [isRowThere, setRowThere] = useState(hasRow);
  useShortcuts([{ id: 'assign', keys: 'a', section: 'Case', description: 'Assign', run: () => setOpen(true) }]);
  return (
    <>
      {isRowThere && <button type="button">Row</button>}
      <Picker
        label="Assign"
        groups={[{ id: 'people', choices: people }]}
        isOpen={isOpen}
        onOpenChange={setOpen}
        onChoose={() => setRowThere(false)}
        trigger={<Button>Assignee</Button>}
      />
    </>
  );
}

it.each([
  ['what had it left with the choice', true],
  ['nothing had it', false],
])('puts the focus on its button when %s, and it stays there', async (_, hasRow) => {
  const draw = () => (
    <ShortcutProvider>
      <OpenedByKey hasRow={hasRow} />
    </ShortcutProvider>
  );
  const { rerender } = render(draw());
  if (hasRow) screen.getByRole('button', { name: 'Row' }).focus();
  await userEvent.keyboard('a');
  await screen.findByRole('searchbox');
  await userEvent.keyboard('zoe{Enter}');
  const button = await screen.findByRole('button', { name: 'Assignee' });
  await waitFor(() => expect(document.activeElement).toBe(button));
  rerender(draw());
  expect(document.activeElement).toBe(button);
});
