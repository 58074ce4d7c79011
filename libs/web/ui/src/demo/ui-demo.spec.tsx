import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, it } from 'vitest';
import { UiProvider } from '../provider/ui-provider.tsx';
import { UiDemo } from './ui-demo.tsx';

const show = () =>
  render(
    <UiProvider locale="en-GB">
      <UiDemo />
    </UiProvider>,
  );

// jsdom lays nothing out, so contrast is proved in tokens.spec.ts instead.
const rules = { 'color-contrast': { enabled: false } };

it('axe finds nothing wrong with any component', { timeout: 60_000 }, async () => {
  show();

  const { violations } = await axe.run(document.body, { rules });

  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
});

it('axe finds nothing wrong with an open dialog', { timeout: 60_000 }, async () => {
  show();
  await userEvent.click(screen.getByRole('button', { name: 'Question' }));

  const { violations } = await axe.run(screen.getByRole('alertdialog'), { rules });

  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
});

it('opens every shortcut on a question mark', async () => {
  show();

  await userEvent.keyboard('?');

  expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' }).textContent).toContain('Go to the inbox');
});
