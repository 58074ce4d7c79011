import type { SpecialDay, WeekHours } from '@bureau/contracts';
import { planDays, type DayPlan } from '@bureau/domain';
import { useMemo } from 'react';
import { formatDate } from '../../language/format.ts';
import { businessHoursWords as words } from './business-hours.words.ts';

const DAY = 86_400_000;
const KINDS = ['open', 'closed', 'off', 'other'] as const;
type Kind = (typeof KINDS)[number];

interface YearStripProps {
  year: number;
  week: WeekHours;
  days: readonly SpecialDay[];
}

/** A year at a glance, a month a line. The list of special days below says the same in words. */
export function YearStrip({ year, week, days }: YearStripProps) {
  const months = useMemo(() => {
    const plan = planDays({ week, specialDays: days }, Date.UTC(year) / DAY, Date.UTC(year + 1) / DAY - 1);
    return Array.from({ length: 12 }, (_, month) => plan.filter(({ day }) => Number(day.slice(5, 7)) === month + 1));
  }, [year, week, days]);
  return (
    <figure className="hours-strip">
      <div aria-hidden>
        {months.map((month, index) => (
          <div key={index} className="hours-strip-month">
            <span>{formatDate(Date.UTC(year, index), { month: 'short', timeZone: 'UTC' })}</span>
            {month.map((one) => (
              <i key={one.day} data-kind={kindOf(one)} title={one.special?.name} />
            ))}
          </div>
        ))}
      </div>
      <figcaption>
        {KINDS.map((kind) => (
          <span key={kind}>
            <i data-kind={kind} aria-hidden /> {words.kinds[kind]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function kindOf({ special, hours }: DayPlan): Kind {
  if (special) return hours.length === 0 ? 'off' : 'other';
  return hours.length === 0 ? 'closed' : 'open';
}
