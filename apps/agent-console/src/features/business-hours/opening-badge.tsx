import type { BusinessCalendar } from '@bureau/contracts';
import { Badge, useNow } from '@bureau/ui';
import { useMemo } from 'react';
import { hoursOfDraft, openingInWords } from './opening-in-words.ts';
import { businessHoursWords as words } from './business-hours.words.ts';

/** Whether a calendar is open now, and when that changes. */
export function OpeningBadge({ week, specialDays, zone }: Pick<BusinessCalendar, 'week' | 'specialDays' | 'zone'>) {
  const now = useNow();
  const hours = useMemo(() => hoursOfDraft({ week, specialDays }, zone), [week, specialDays, zone]);
  const { isOpen, text } = openingInWords(hours, zone, now);
  return (
    <span className="hours-opening">
      <Badge tone={isOpen ? 'positive' : 'neutral'}>{isOpen ? words.open : words.closed}</Badge>
      <span className="hours-quiet">{text}</span>
    </span>
  );
}
