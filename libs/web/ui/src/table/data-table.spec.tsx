import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { DataTable, type Column } from './data-table.tsx';

interface Rule {
  name: string;
  runs: number;
}

const rules: readonly Rule[] = [
  { name: 'VIP first', runs: 12 },
  { name: 'Newsletters', runs: 3 },
];
const columns: readonly Column<Rule>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name },
  { id: 'runs', header: 'Runs', align: 'end', cell: ({ runs }) => runs },
];
const base = {
  caption: 'Rules',
  columns,
  rows: rules,
  rowId: ({ name }: Rule) => name,
  rowName: ({ name }: Rule) => name,
};

it('a row opens by a press anywhere on it and by its name', async () => {
  const open = vi.fn();
  render(<DataTable {...base} onOpen={open} />);

  await userEvent.click(screen.getByRole('cell', { name: '12' }));
  await userEvent.click(screen.getByRole('button', { name: 'Newsletters' }));

  expect(open.mock.calls).toEqual([[rules[0]], [rules[1]]]);
});

it('leaves out on a phone what is an extra, and nothing that is said not to be one', () => {
  const [name, runs] = columns.map((column, place) => ({ ...column, isExtra: place > 0 }));
  render(<DataTable {...base} columns={[name!, runs!]} />);
  expect(screen.getByRole('columnheader', { name: 'Name' }).hasAttribute('data-extra')).toBe(false);
  expect(screen.getByRole('columnheader', { name: 'Runs' }).hasAttribute('data-extra')).toBe(true);
  expect(screen.getByRole('cell', { name: '12' }).hasAttribute('data-extra')).toBe(true);
});

it('I order rules by keyboard', async () => {
  const move = vi.fn();
  render(<DataTable {...base} onMove={move} />);

  screen.getByRole('button', { name: 'Move Newsletters up' }).focus();
  await userEvent.keyboard('{Enter}');

  expect(move).toHaveBeenCalledWith(rules[1], 0);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Move VIP first up' }).disabled).toBe(true);
});

it('I order rules by dragging', () => {
  const move = vi.fn();
  render(<DataTable {...base} onMove={move} />);
  const [, first, second] = within(screen.getByRole('table', { name: 'Rules' })).getAllByRole('row');
  if (!first || !second) throw new Error('The table shows no rows.');

  fireEvent.dragStart(first, { dataTransfer: {} });
  fireEvent.dragOver(second);
  fireEvent.drop(second);

  expect(move).toHaveBeenCalledWith(rules[0], 1);
});

it('an empty table shows its invitation instead', () => {
  render(
    <DataTable {...base} rows={[]}>
      No rules yet.
    </DataTable>,
  );

  expect(screen.getByText('No rules yet.')).toBeTruthy();
});
