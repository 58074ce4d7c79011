import { Badge, Button, Picker } from '@bureau/ui';
import { conditionsWords as words } from './conditions.words.ts';
import { valuesOf } from './edit-conditions.ts';
import type { ValueInputProps } from './value-input.tsx';

/** Any of several words. */
export function ChoicesInput({ field, condition, onChange }: ValueInputProps) {
  const values = valuesOf(condition);
  const toggle = (id: string) => {
    const next = values.includes(id) ? values.filter((one) => one !== id) : [...values, id];
    onChange(next.length === 0 ? undefined : next);
  };
  const nameOf = (id: string) => words.choices[id] ?? id;
  return (
    <Picker
      label={words.value}
      isMultiple
      groups={[
        {
          id: 'choices',
          choices: field.choices.map((id) => ({ id, label: nameOf(id), isChecked: values.includes(id) })),
        },
      ]}
      onChoose={toggle}
      trigger={
        <Button className="condition-values">
          {values.length === 0 && <span className="condition-choose">{words.choose}</span>}
          {values.map((value) => (
            <Badge key={String(value)}>{nameOf(String(value))}</Badge>
          ))}
        </Button>
      }
    />
  );
}
