import type { SpecialDay, WeekHours } from '@bureau/contracts';
import { Button, IconButton, useNow } from '@bureau/ui';
import { useState } from 'react';
import { calendarDay } from '../../language/format.ts';
import { daysInWords, hoursInWords } from './hours-in-words.ts';
import { ImportHolidays } from './import-holidays.tsx';
import { YearStrip } from './year-strip.tsx';
import { businessHoursWords as words } from './business-hours.words.ts';

interface SpecialDaysProps {
  week: WeekHours;
  days: SpecialDay[];
  error: string | undefined;
  /** The place of the day to edit; the length of the list for a new one. */
  onEdit: (place: number) => void;
  onChange: (days: SpecialDay[]) => void;
}

/** What is otherwise than in the week, a year at a time. */
export function SpecialDays({ week, days, error, onEdit, onChange }: SpecialDaysProps) {
  const thisYear = Number(calendarDay(useNow()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const shown = days
    .map((day, place) => ({ day, place }))
    .filter(({ day }) => falls(day, year))
    .sort((one, other) => (one.day.from.slice(5) < other.day.from.slice(5) ? -1 : 1));
  return (
    <section className="hours-special" aria-label={words.special}>
      <header>
        <h2>{words.special}</h2>
        <div className="hours-year">
          <IconButton
            icon="chevron-left"
            size="small"
            label={words.yearBefore}
            isDisabled={year <= 1970}
            onPress={() => setYear(year - 1)}
          />
          <span className="bu-figures" role="status">
            {String(year)}
          </span>
          <IconButton
            icon="chevron-right"
            size="small"
            label={words.yearAfter}
            isDisabled={year >= 2099}
            onPress={() => setYear(year + 1)}
          />
        </div>
      </header>
      <YearStrip year={year} week={week} days={days} />
      {error && <p className="hours-error">{error}</p>}
      {shown.length === 0 && <p className="hours-quiet">{words.noSpecial(String(year))}</p>}
      <ul className="hours-list">
        {shown.map(({ day, place }) => (
          <li key={place}>
            <span className="hours-list-days">{daysInWords(day)}</span>
            <span className="hours-list-name">{day.name}</span>
            <span className="hours-quiet">
              {[hoursInWords(day.hours), ...(day.everyYear ? [words.everyYear] : [])].join(' · ')}
            </span>
            <span className="hours-list-actions">
              <IconButton icon="pencil" size="small" label={words.edit(day.name)} onPress={() => onEdit(place)} />
              <IconButton
                icon="trash"
                size="small"
                label={words.removeDay(day.name)}
                onPress={() => onChange(days.toSpliced(place, 1))}
              />
            </span>
          </li>
        ))}
      </ul>
      <div className="hours-special-actions">
        <Button icon="plus" onPress={() => onEdit(days.length)}>
          {words.addSpecial}
        </Button>
        <ImportHolidays days={days} onChange={onChange} />
      </div>
    </section>
  );
}

function falls({ from, until, everyYear }: SpecialDay, year: number): boolean {
  return everyYear || (Number(from.slice(0, 4)) <= year && year <= Number(until.slice(0, 4)));
}
