import '../status/status.css';
import type { ReactNode } from 'react';
import { useLocale } from 'react-aria-components';
import { formatClockTime } from '../time/format-time.ts';
import { useTimeZone } from '../time/ui-clock.tsx';
import { useUiWords, type UiWords } from '../words/ui-words.tsx';

export type LiveState = 'live' | 'catching-up' | 'offline';

const shapes: Record<LiveState, ReactNode> = {
  live: <circle cx="5" cy="5" r="3.5" fill="currentColor" />,
  'catching-up': (
    <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="3 2.5" />
  ),
  offline: <path d="m2 2 6 6M8 2 2 8" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />,
};

export interface LiveBadgeProps {
  state: LiveState;
  /** Since when it has been offline. */
  since?: string | Date;
}

/** Whether what one sees is what is: live · catching up · offline since 14:02. Changes are read aloud. */
export function LiveBadge({ state, since }: LiveBadgeProps) {
  const words = useUiWords();
  const { locale } = useLocale();
  const timeZone = useTimeZone();
  const time = since === undefined ? undefined : formatClockTime(new Date(since).getTime(), { locale, timeZone });
  return (
    <span className="bu-live bu-figures" role="status" data-state={state}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        {shapes[state]}
      </svg>
      {say(state, time, words)}
    </span>
  );
}

function say(state: LiveState, time: string | undefined, words: UiWords): string {
  if (state === 'live') return words.live;
  if (state === 'catching-up') return words.catchingUp;
  return time === undefined ? words.offline : words.offlineSince(time);
}
