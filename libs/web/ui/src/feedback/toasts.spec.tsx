import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ToastProvider } from './toast-region.tsx';
import { Toasts } from './toasts.ts';

const showRegion = () => {
  const toasts = new Toasts();
  render(<ToastProvider toasts={toasts}>The list</ToastProvider>);
  return toasts;
};

it('I can take back what I just did', async () => {
  const undo = vi.fn();
  const toasts = showRegion();
  act(() => void toasts.show({ text: 'Case resolved', onUndo: undo }));

  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));

  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByText('Case resolved')).toBeNull();
});

it('a toast is read aloud', () => {
  const toasts = showRegion();

  act(() => void toasts.show({ text: 'Link copied' }));

  expect(screen.getByRole('alert').textContent).toContain('Link copied');
});

describe('as time passes', () => {
  afterEach(() => void vi.useRealTimers());

  it.each([
    { toast: { text: 'Link copied' }, staysMs: 6_000 },
    { toast: { text: 'Case resolved', onUndo: () => {} }, staysMs: 10_000 },
    { toast: { text: 'Slow one', timeoutMs: 60_000 }, staysMs: 60_000 },
  ])('"$toast.text" goes after $staysMs ms', ({ toast, staysMs }) => {
    vi.useFakeTimers();
    const toasts = showRegion();
    act(() => void toasts.show(toast));

    act(() => void vi.advanceTimersByTime(staysMs - 1));
    expect(screen.queryByText(toast.text)).toBeTruthy();

    act(() => void vi.advanceTimersByTime(1));
    expect(screen.queryByText(toast.text)).toBeNull();
  });

  it('stays until it is closed when it is to stay for ever', () => {
    vi.useFakeTimers();
    const toasts = showRegion();
    act(() => void toasts.show({ text: 'Reload to go on', timeoutMs: Infinity }));

    act(() => void vi.advanceTimersByTime(60 * 60_000));
    expect(screen.queryByText('Reload to go on')).toBeTruthy();
  });

  it('a failure stays until I close it', () => {
    vi.useFakeTimers();
    const toasts = showRegion();
    act(() => void toasts.show({ text: 'The reply was not sent', tone: 'danger' }));

    act(() => void vi.advanceTimersByTime(3_600_000));

    expect(screen.queryByText('The reply was not sent')).toBeTruthy();
  });
});
