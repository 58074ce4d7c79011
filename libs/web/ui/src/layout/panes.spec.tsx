import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Button } from '../button/button.tsx';
import { usePanes } from './pane-context.ts';
import { Panes, type Pane } from './panes.tsx';

const panes: readonly Pane[] = [
  { id: 'list', name: 'Cases', width: 380, min: 280, max: 560, givesWay: 2, content: 'The list' },
  { id: 'case', name: 'Case', min: 480, content: <CasePane /> },
  { id: 'context', name: 'Customer', width: 300, min: 240, givesWay: 1, content: 'Ana Ferreira' },
];

beforeEach(() => window.localStorage.clear());
afterEach(() => void vi.unstubAllGlobals());

it('I resize the list with the arrow keys and find it so the next day', async () => {
  vi.stubGlobal('innerWidth', 1400);
  const { unmount } = render(<Panes storageKey="panes" panes={panes} current="case" />);
  screen.getByRole('separator', { name: 'Resize Cases' }).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  unmount();

  render(<Panes storageKey="panes" panes={panes} current="case" />);

  expect(screen.getByRole('separator', { name: 'Resize Cases' }).getAttribute('aria-valuenow')).toBe('412');
});

it('the customer lies over the case where there is no room beside it', async () => {
  vi.stubGlobal('innerWidth', 900);
  render(<Panes storageKey="panes" panes={panes} current="case" />);
  expect(screen.queryByText('Ana Ferreira')).toBeNull();

  await userEvent.click(screen.getByRole('button', { name: 'Show customer' }));
  expect(screen.getByRole('region', { name: 'Customer' })).toBe(document.activeElement);

  await userEvent.keyboard('{Escape}');
  expect(screen.queryByText('Ana Ferreira')).toBeNull();
  expect(screen.getByRole('button', { name: 'Show customer' })).toBe(document.activeElement);
});

it('a phone shows one pane and a way back', async () => {
  vi.stubGlobal('innerWidth', 390);
  const back = vi.fn();
  render(<Panes storageKey="panes" panes={panes} current="case" onBack={back} />);
  expect(screen.queryByText('The list')).toBeNull();

  await userEvent.click(screen.getByRole('button', { name: 'Back' }));

  expect(back).toHaveBeenCalledOnce();
});

it('what somebody is typing outlives a window that is made as narrow as a phone, and wide again', async () => {
  let resize: (width: number) => void = () => undefined;
  const Observer = class {
    constructor(tell: (entries: { contentRect: { width: number } }[]) => void) {
      resize = (width) => tell([{ contentRect: { width } }]);
    }
    observe() {}
    disconnect() {}
  };
  vi.stubGlobal('ResizeObserver', Observer);
  vi.stubGlobal('innerWidth', 1400);
  const writing: readonly Pane[] = panes.map((pane) =>
    pane.id === 'case' ? { ...pane, content: <input aria-label="Your reply" /> } : pane,
  );
  render(<Panes storageKey="panes" panes={writing} current="case" onBack={() => undefined} />);
  const reply = screen.getByRole('textbox', { name: 'Your reply' });
  await userEvent.type(reply, 'Please close the valve');

  for (const [width, isAlone] of [
    [390, true],
    [1400, false],
  ] as const) {
    act(() => resize(width));
    expect(screen.queryByText('The list') === null).toBe(isAlone);
    expect(screen.getByRole('textbox', { name: 'Your reply' })).toBe(reply);
    expect(document.activeElement).toBe(reply);
  }
  expect(reply).toHaveProperty('value', 'Please close the valve');
});

function CasePane() {
  const { collapsed, open } = usePanes();
  return collapsed.includes('context') ? <Button onPress={() => open('context')}>Show customer</Button> : 'The case';
}
