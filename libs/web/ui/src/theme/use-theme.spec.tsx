import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { ThemeMenu } from './theme-menu.tsx';
import { parseTheme } from './use-theme.ts';

it('the theme I choose holds at once and after a reload', async () => {
  render(<ThemeMenu />);
  expect(document.documentElement.dataset['theme']).toBe('auto');

  await userEvent.click(screen.getByRole('button', { name: 'Theme' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Dark' }));

  expect(document.documentElement.dataset['theme']).toBe('dark');
  expect(parseTheme(window.localStorage.getItem('bureau.theme'))).toBe('dark');
});

it.each([null, '', 'sepia'])('anything unknown in storage (%s) follows the system', (stored) => {
  expect(parseTheme(stored)).toBe('auto');
});
