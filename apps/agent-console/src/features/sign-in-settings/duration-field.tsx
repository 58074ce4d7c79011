import { Select, TextField } from '@bureau/ui';
import type { TypedDuration, Unit } from './sign-in-fields.ts';
import { signInSettingsWords as words } from './sign-in-settings.words.ts';

interface DurationFieldProps {
  label: string;
  help: string;
  units: readonly Unit[];
  value: TypedDuration;
  onChange: (value: TypedDuration) => void;
  error: string | undefined;
}

/** A length of time: a figure and its unit. */
export function DurationField({ label, help, units, value, onChange, error }: DurationFieldProps) {
  return (
    <div className="duration">
      <TextField
        label={label}
        help={help}
        inputMode="numeric"
        validationBehavior="aria"
        value={value.amount}
        onChange={(amount) => onChange({ ...value, amount })}
        error={error}
      />
      <Select
        aria-label={words.unitOf(label)}
        choices={units.map((unit) => ({ id: unit, label: words.units[unit] }))}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit })}
      />
    </div>
  );
}
