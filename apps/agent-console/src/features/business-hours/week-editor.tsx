import type { WeekHours } from '@bureau/contracts';
import { Menu, IconButton } from '@bureau/ui';
import { DayHoursEditor } from './day-hours-editor.tsx';
import { weekday } from './hours-in-words.ts';
import { businessHoursWords as words } from './business-hours.words.ts';

interface WeekEditorProps {
  week: WeekHours;
  errorOf: (path: string) => string | undefined;
  onChange: (week: WeekHours) => void;
}

/** Seven rows of hours; everything by keyboard, and one day copied to others in two presses. */
export function WeekEditor({ week, errorOf, onChange }: WeekEditorProps) {
  return (
    <fieldset className="hours-week">
      <legend>{words.week}</legend>
      <p className="hours-quiet">{words.weekHelp}</p>
      {week.map((hours, index) => (
        <div key={index} className="hours-day" role="group" aria-label={weekday(index, 'long')}>
          <span className="hours-day-name" aria-hidden>
            {weekday(index, 'long')}
          </span>
          <DayHoursEditor
            of={weekday(index, 'long')}
            hours={hours}
            errorOf={(path) => errorOf(`week.${index}.${path}`)}
            onChange={(next) => onChange(week.with(index, next))}
          />
          <CopyDay
            index={index}
            onCopy={(days) => onChange(week.map((day, at) => (days.includes(at) ? hours : day)))}
          />
        </div>
      ))}
    </fieldset>
  );
}

const WORKDAYS = [0, 1, 2, 3, 4];
const ALL = [0, 1, 2, 3, 4, 5, 6];

function CopyDay({ index, onCopy }: { index: number; onCopy: (days: readonly number[]) => void }) {
  const label = words.copy(weekday(index, 'long'));
  return (
    <Menu
      label={label}
      placement="bottom end"
      trigger={<IconButton icon="more" size="small" label={label} />}
      groups={[
        {
          id: 'to',
          title: words.copyTitle,
          actions: [
            { id: 'workdays', label: words.toWorkdays, onAction: () => onCopy(WORKDAYS) },
            { id: 'all', label: words.toAll, onAction: () => onCopy(ALL) },
            ...(index < 6
              ? [{ id: 'next', label: words.toDay(weekday(index + 1, 'long')), onAction: () => onCopy([index + 1]) }]
              : []),
          ],
        },
      ]}
    />
  );
}
