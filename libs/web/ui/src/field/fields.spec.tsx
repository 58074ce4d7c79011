import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { FormField } from './form-field.tsx';
import { SearchField } from './search-field.tsx';
import { TextField } from './text-field.tsx';

it('an error takes the place of the help and is read with the field', () => {
  const help = 'Replies go to this address.';
  const { rerender } = render(<TextField label="E-mail" help={help} />);
  const field = screen.getByRole('textbox', { name: 'E-mail' });
  expect(describedBy(field)).toBe(help);

  rerender(<TextField label="E-mail" help={help} error="Enter an address with an @." />);

  expect(describedBy(field)).toBe('Enter an address with an @.');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.queryByText(help)).toBeNull();
});

it("the browser's own controls get the same label and error", () => {
  render(
    <FormField label="Due" error="Choose a day from today on.">
      {(control) => <input {...control} type="date" />}
    </FormField>,
  );

  expect(describedBy(screen.getByLabelText('Due'))).toBe('Choose a day from today on.');
});

it('Enter searches and Esc clears the search', async () => {
  const search = vi.fn();
  render(<SearchField label="Search cases" onSubmit={search} />);
  const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search cases' });

  await userEvent.type(field, 'leak{Enter}');
  expect(search).toHaveBeenCalledWith('leak');

  await userEvent.keyboard('{Escape}');
  expect(field.value).toBe('');
});

function describedBy(field: HTMLElement): string {
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}
