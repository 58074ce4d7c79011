import './relative-time.css';
import { useLocale } from 'react-aria-components';
import { useUiWords } from '../words/ui-words.tsx';
import { formatAge, formatAgo, formatExactTime } from './format-time.ts';
import { useNow, useTimeZone } from './ui-clock.tsx';

export interface RelativeTimeProps {
  /** An ISO 8601 moment or a Date. */
  at: string | Date;
  /** `age` for lists; `ago` in sentences; `exact` for the feed. */
  show?: 'age' | 'ago' | 'exact';
  /** A policy says this age is too old. */
  tone?: 'caution' | 'danger';
  /** IANA zone; the reader's own when left out. */
  timeZone?: string;
}

/** A moment, as an age that keeps itself true, exact on hover. */
export function RelativeTime({ at, show = 'age', tone, timeZone: ownZone }: RelativeTimeProps) {
  const now = useNow();
  const { locale } = useLocale();
  const readersZone = useTimeZone();
  const timeZone = ownZone ?? readersZone;
  const { justNow, momentAgo } = useUiWords();
  const moment = new Date(at);
  const exact = formatExactTime(moment.getTime(), { locale, timeZone });
  const reader = { locale, timeZone, justNow, momentAgo };
  const format = show === 'ago' ? formatAgo : formatAge;
  const words = show === 'exact' ? exact : format(moment.getTime(), now, reader);
  return (
    <time className="bu-time" dateTime={moment.toISOString()} title={exact} data-tone={tone}>
      {words}
    </time>
  );
}
