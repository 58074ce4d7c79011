import { act, render, screen } from '@testing-library/react';
import { I18nProvider } from 'react-aria-components';
import { afterEach, expect, it, vi } from 'vitest';
import { RelativeTime } from './relative-time.tsx';
import { createUiClock, UiClockProvider } from './ui-clock.tsx';

afterEach(() => void vi.useRealTimers());

it('the age in the list keeps itself true', () => {
  vi.useFakeTimers();
  let now = Date.parse('2026-11-21T12:00:00Z');
  const clock = createUiClock(() => now, 1_000);
  render(
    <I18nProvider locale="en-GB">
      <UiClockProvider clock={clock}>
        <RelativeTime at="2026-11-21T11:58:00Z" timeZone="UTC" />
      </UiClockProvider>
    </I18nProvider>,
  );
  const time = screen.getByRole('time');
  expect(time.textContent).toBe('2m');
  expect(time.title).toMatch(/^Saturday,? 21 November 2026 at 11:58$/);

  now += 60_000;
  act(() => void vi.advanceTimersByTime(1_000));

  expect(time.textContent).toBe('3m');
});

it.each([
  ['en-GB', '2026-11-21T11:40:00Z', '20 min ago'],
  ['en-GB', '2026-11-21T11:59:30Z', 'just now'],
  ['en-GB', '2026-11-21T12:05:00Z', 'in 5 min'],
  ['de', '2026-11-21T11:40:00Z', 'vor 20 Min.'],
  ['de', '2026-11-19T12:00:00Z', 'vor 2 Tagen'],
  ['de', '2026-10-02T12:00:00Z', '2. Okt.'],
])('a sentence in %s tells how long ago %s was', (locale, at, said) => {
  const clock = createUiClock(() => Date.parse('2026-11-21T12:00:00Z'), 1_000);
  render(
    <I18nProvider locale={locale}>
      <UiClockProvider clock={clock}>
        <RelativeTime at={at} show="ago" timeZone="UTC" />
      </UiClockProvider>
    </I18nProvider>,
  );
  expect(screen.getByRole('time').textContent).toBe(said);
});

it('the clock rests when nobody looks', () => {
  vi.useFakeTimers();
  const clock = createUiClock(() => 0, 1_000);
  const stop = clock.subscribe(() => {});
  expect(vi.getTimerCount()).toBe(1);

  stop();

  expect(vi.getTimerCount()).toBe(0);
});
