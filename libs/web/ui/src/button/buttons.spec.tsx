import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { SplitButton } from './split-button.tsx';

it('a reply that is on its way cannot be sent twice', async () => {
  const send = vi.fn();
  render(
    <Button isPending onPress={send}>
      Send reply
    </Button>,
  );

  await userEvent.click(screen.getByRole('button'));

  expect(send).not.toHaveBeenCalled();
  expect(screen.getByRole('progressbar', { name: 'Working' })).toBeTruthy();
});

it('an icon tells its name and its shortcut when I tab to it', async () => {
  render(<IconButton icon="paperclip" label="Attach a file" keys="g a" />);

  await userEvent.tab();

  expect(screen.getByRole('button', { name: 'Attach a file' })).toBe(document.activeElement);
  expect((await screen.findByRole('tooltip')).textContent).toBe('Attach a fileGthenA');
});

it('the arrow beside "Send and resolve" offers the other ways to send', async () => {
  const sendOnly = vi.fn();
  const sendAndResolve = vi.fn();
  render(
    <SplitButton onPress={sendAndResolve} actions={[{ id: 'send', label: 'Send only', onAction: sendOnly }]}>
      Send and resolve
    </SplitButton>,
  );

  await userEvent.click(screen.getByRole('button', { name: 'Send and resolve' }));
  await userEvent.click(screen.getByRole('button', { name: 'More actions' }));
  await userEvent.click(screen.getByRole('menuitem', { name: 'Send only' }));

  expect(sendAndResolve).toHaveBeenCalledOnce();
  expect(sendOnly).toHaveBeenCalledOnce();
});
