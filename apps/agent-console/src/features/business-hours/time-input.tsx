import { TextField } from '@bureau/ui';
import { readClock, stepClock } from './clock-text.ts';

interface TimeInputProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A time of day as one likes to type it; arrows move it by a quarter of an hour. Unlike the browser's own it knows 24:00. */
export function TimeInput({ label, value, error, onChange }: TimeInputProps) {
  return (
    <TextField
      aria-label={label}
      className="hours-time"
      error={error}
      value={value}
      maxLength={6}
      inputMode="numeric"
      autoComplete="off"
      onChange={onChange}
      onBlur={() => onChange(readClock(value) ?? value)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        onChange(stepClock(value, event.key === 'ArrowUp' ? 15 : -15));
      }}
    />
  );
}
