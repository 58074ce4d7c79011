import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ComboBox } from './combo-box.tsx';
import { Select } from './select.tsx';

const agents = [
  { id: 'mia', label: 'Mia Chen' },
  { id: 'omar', label: 'Omar Haddad' },
] as const;

it('I choose a group from the list', async () => {
  const choose = vi.fn();
  render(<Select label="Assignee" choices={agents} value="mia" onChange={choose} />);
  const button = screen.getByRole('button', { name: /Assignee/ });
  expect(button.textContent).toContain('Mia Chen');

  await userEvent.click(button);
  await userEvent.click(screen.getByRole('option', { name: 'Omar Haddad' }));

  expect(choose).toHaveBeenCalledWith('omar');
});

it('a list waits until there is something to choose', () => {
  const { rerender } = render(<Select label="Assignee" choices={[]} value={null} onChange={() => {}} />);
  expect(screen.getByRole('button', { name: /Assignee/ })).toHaveProperty('disabled', true);

  rerender(<Select label="Assignee" choices={agents} value={null} onChange={() => {}} />);
  expect(screen.getByRole('button', { name: /Assignee/ })).toHaveProperty('disabled', false);
});

it('I find a colleague by typing a part of the name', async () => {
  const choose = vi.fn();
  render(<ComboBox label="Assignee" choices={agents} value={null} onChange={choose} />);

  await userEvent.type(screen.getByRole('combobox', { name: 'Assignee' }), 'had');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Omar Haddad']);

  await userEvent.click(screen.getByRole('option'));
  expect(choose).toHaveBeenCalledWith('omar');
});

it('the list says so when nobody has that name', async () => {
  render(<ComboBox label="Assignee" choices={agents} value={null} onChange={() => {}} />);

  await userEvent.type(screen.getByRole('combobox'), 'zz');

  expect(screen.getByText('Nothing matches.')).toBeTruthy();
});
