import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Button } from '../button/button.tsx';
import type { Shortcut } from './shortcut-table.ts';
import { ShortcutProvider, useActionList, useActions, useShortcuts } from './shortcuts.tsx';

it('n takes me to the next case', async () => {
  const { pressed } = show(['n']);

  await userEvent.keyboard('n');

  expect(pressed()).toEqual(['n']);
});

it('letters I type into a reply do nothing but appear, ⌘ and Ctrl still work', async () => {
  const { pressed } = show(['n', 'mod+k']);

  await userEvent.type(screen.getByRole('textbox'), 'n{Control>}k{/Control}');

  expect(pressed()).toEqual(['mod+k']);
});

it('g and then i goes to the inbox, i alone does not', async () => {
  const { pressed } = show(['g i']);

  await userEvent.keyboard('i');
  expect(pressed()).toEqual([]);

  await userEvent.keyboard('gi');
  expect(pressed()).toEqual(['g i']);
});

it('g and then another key does what the other key does', async () => {
  const { pressed } = show(['g i', 'n']);

  await userEvent.keyboard('gn');

  expect(pressed()).toEqual(['n']);
});

it('works while a button has the focus', async () => {
  const { pressed } = show(['n']);

  await userEvent.click(screen.getByRole('button', { name: 'Reply' }));
  await userEvent.keyboard('n');

  expect(pressed()).toEqual(['n']);
});

it('does not act on the page behind the sheet', async () => {
  const { pressed } = show(['n']);

  await userEvent.keyboard('?');
  await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  await userEvent.keyboard('n');

  expect(pressed()).toEqual([]);
});

it('what is nearer wins while it is there, and the newest action runs', async () => {
  const run = vi.fn();
  const at = (places: readonly string[]) => (
    <ShortcutProvider>
      {places.map((place, depth) => (
        <Keys key={depth} shortcuts={[shortcut('n', () => run(place))]} />
      ))}
    </ShortcutProvider>
  );
  const { rerender } = render(at(['page', 'case']));

  rerender(at(['page', 'other case']));
  await userEvent.keyboard('n');
  rerender(at(['page']));
  await userEvent.keyboard('n');

  expect(run.mock.calls).toEqual([['other case'], ['page']]);
});

it('keys of the page rest while a dialog is open, also those that hold while I write', async () => {
  const { pressed } = show(['mod+enter']);

  await userEvent.keyboard('?');
  await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  await userEvent.keyboard('{Control>}{Enter}{/Control}');

  expect(pressed()).toEqual([]);
});

it('the sheet opens while I write, and shows what does the same in one row with both keys', async () => {
  render(
    <ShortcutProvider>
      <Keys
        shortcuts={[shortcut('u', vi.fn()), shortcut('escape', vi.fn())].map((one) => ({
          ...one,
          description: 'Leave',
        }))}
      />
      <input aria-label="Reply" />
    </ShortcutProvider>,
  );

  await userEvent.type(screen.getByRole('textbox'), '{Control>}/{/Control}');

  const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(sheet.textContent).toContain('LeaveUorEsc');
});

it('an action without a key is there for the palette, and not in the sheet', async () => {
  render(
    <ShortcutProvider>
      <Nameless />
    </ShortcutProvider>,
  );
  expect(screen.getByText('Theme: Dark')).toBeTruthy();

  await userEvent.keyboard('?');

  expect((await screen.findByRole('dialog')).textContent).not.toContain('Theme: Dark');
});

function Nameless() {
  useActions([{ id: 'theme.dark', description: 'Theme: Dark', section: 'Settings', run: vi.fn() }]);
  return useActionList()
    .filter(({ keys }) => keys === undefined)
    .map(({ id, description }) => <p key={id}>{description}</p>);
}

function show(keys: readonly string[]) {
  const run = vi.fn<(keys: string) => void>();
  render(
    <ShortcutProvider>
      <Keys shortcuts={keys.map((one) => shortcut(one, () => run(one)))} />
      <input aria-label="Reply" />
      <Button>Reply</Button>
    </ShortcutProvider>,
  );
  return { pressed: () => run.mock.calls.map(([one]) => one) };
}

function shortcut(keys: string, run: () => void): Shortcut {
  return { id: keys, keys, description: keys, section: 'Case', run };
}

function Keys({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  useShortcuts(shortcuts);
  return null;
}
