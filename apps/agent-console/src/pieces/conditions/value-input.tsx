import { Duration } from '@bureau/contracts';
import type { Condition, ConditionField } from '@bureau/contracts';
import { Select, TextField } from '@bureau/ui';
import { ChoicesInput } from './choices-input.tsx';
import { conditionsWords as words } from './conditions.words.ts';
import { shapeOf } from './edit-conditions.ts';
import { ThingsInput } from './things-input.tsx';

export interface ValueInputProps {
  field: ConditionField;
  condition: Condition;
  error: string | undefined;
  onChange: (value: Condition['value']) => void;
}

/** The value of a condition, written with what fits its field. What is wrong stands below the line. */
export function ValueInput(props: ValueInputProps) {
  const { field, condition, onChange } = props;
  const shape = shapeOf(field, condition.operator);
  switch (shape) {
    case 'none':
      return null;
    case 'choices':
      return <ChoicesInput {...props} />;
    case 'things':
      return <ThingsInput {...props} />;
    case 'choice':
      return <OneChoice {...props} />;
    case 'duration':
      return <DurationInput {...props} />;
    case 'yes-no':
      return (
        <Select
          aria-label={words.value}
          choices={[
            { id: 'true', label: words.yes },
            { id: 'false', label: words.no },
          ]}
          value={condition.value === true ? 'true' : 'false'}
          onChange={(id) => onChange(id === 'true')}
        />
      );
    default:
      return <WrittenValue {...props} shape={shape} />;
  }
}

const INPUTS = { text: 'text', number: 'number', day: 'date', time: 'datetime-local' } as const;

function WrittenValue({ condition, onChange, shape }: ValueInputProps & { shape: keyof typeof INPUTS }) {
  const { value } = condition;
  const write = (typed: string) => {
    if (typed === '') return onChange(undefined);
    if (shape === 'number') return onChange(Number.isInteger(Number(typed)) ? Number(typed) : undefined);
    return onChange(shape === 'time' ? momentOf(typed) : typed);
  };
  const written = typeof value === 'object' || value === undefined ? '' : String(value);
  return (
    <TextField
      aria-label={words.value}
      type={INPUTS[shape]}
      placeholder={shape === 'text' ? words.write : undefined}
      value={shape === 'time' ? localTime(written) : written}
      onChange={write}
    />
  );
}

function OneChoice({ field, condition, onChange }: ValueInputProps) {
  const choices = field.choices.map((id) => ({ id, label: words.choices[id] ?? id }));
  const value = typeof condition.value === 'string' ? condition.value : null;
  return <Select aria-label={words.value} choices={choices} value={value} onChange={onChange} />;
}

function DurationInput({ condition, onChange }: ValueInputProps) {
  const { amount, unit } = Duration.safeParse(condition.value).data ?? { amount: 1, unit: 'days' as const };
  const units = Duration.shape.unit.options;
  return (
    <span className="condition-duration">
      <TextField
        aria-label={words.amount}
        type="number"
        value={String(amount)}
        onChange={(typed) => onChange({ amount: Math.max(1, Math.trunc(Number(typed) || 1)), unit })}
      />
      <Select
        aria-label={words.unit}
        choices={units.map((id) => ({ id, label: words.units[id] }))}
        value={unit}
        onChange={(next) => onChange({ amount, unit: next })}
      />
    </span>
  );
}

/** A time of the reader's zone as the desk wants it, with its offset. */
function momentOf(local: string): string {
  return new Date(local).toISOString();
}

function localTime(moment: string): string {
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
