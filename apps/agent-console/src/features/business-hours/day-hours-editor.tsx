import type { DayHours, OpeningHours } from '@bureau/contracts';
import { Button, IconButton } from '@bureau/ui';
import { stepClock } from './clock-text.ts';
import { TimeInput } from './time-input.tsx';
import { businessHoursWords as words } from './business-hours.words.ts';

interface DayHoursEditorProps {
  /** What they are the hours of: for the names of the fields. */
  of: string;
  hours: DayHours;
  errorOf: (path: string) => string | undefined;
  onChange: (hours: DayHours) => void;
}

/** The stretches of one day: none means closed. */
export function DayHoursEditor({ of, hours, errorOf, onChange }: DayHoursEditorProps) {
  const change = (index: number, changes: Partial<OpeningHours>) =>
    onChange(hours.map((one, at) => (at === index ? { ...one, ...changes } : one)));
  return (
    <div className="hours-stretches">
      {hours.length === 0 && <span className="hours-closed">{words.closed}</span>}
      {hours.map((one, index) => (
        <div key={index} className="hours-stretch">
          <TimeInput
            label={words.from(of, index + 1)}
            value={one.from}
            error={errorOf(`${index}.from`)}
            onChange={(from) => change(index, { from })}
          />
          <span aria-hidden>–</span>
          <TimeInput
            label={words.to(of, index + 1)}
            value={one.to}
            error={errorOf(`${index}.to`)}
            onChange={(to) => change(index, { to })}
          />
          <IconButton
            icon="close"
            size="small"
            label={words.removeHours(of, index + 1)}
            onPress={() => onChange(hours.toSpliced(index, 1))}
          />
          {isOverMidnight(one) && <span className="hours-quiet">{words.overMidnight}</span>}
        </div>
      ))}
      <Button
        variant="quiet"
        size="small"
        icon="plus"
        aria-label={words.addHoursTo(of)}
        onPress={() => onChange([...hours, after(hours)])}
      >
        {words.addHours}
      </Button>
    </div>
  );
}

/** A day begins at nine; what comes behind other hours begins an hour after them. */
function after(hours: DayHours): OpeningHours {
  const last = hours.at(-1);
  if (!last || isOverMidnight(last)) return { from: '09:00', to: '17:00' };
  return { from: stepClock(last.to, 60), to: stepClock(last.to, 300) };
}

function isOverMidnight({ from, to }: OpeningHours): boolean {
  return /^\d\d:\d\d$/.test(from) && /^\d\d:\d\d$/.test(to) && to < from;
}
