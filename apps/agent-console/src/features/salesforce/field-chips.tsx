import { ChipField } from '@bureau/ui/parts';
import { useState } from 'react';

const SUGGESTED = 12;

interface FieldChipsProps {
  label: string;
  /** Paths of the fields that are chosen, in order. */
  chosen: readonly string[];
  /** All that can be: the id is the path. */
  offered: readonly { id: string; label: string }[];
  onChange: (chosen: string[]) => void;
}

/** Fields of an object, chosen by typing a part of their label or API name. */
export function FieldChips({ label, chosen, offered, onChange }: FieldChipsProps) {
  const [typed, setTyped] = useState('');
  const labels = new Map(offered.map((field) => [field.id, field.label]));
  const sought = typed.trim().toLowerCase();
  const suggestions = offered
    .filter((field) => !chosen.includes(field.id))
    .filter((field) => field.label.toLowerCase().includes(sought) || field.id.toLowerCase().includes(sought));
  return (
    <div className="salesforce-chips">
      <ChipField
        label={label}
        chips={chosen.map((value) => ({ value, label: labels.get(value) ?? value }))}
        suggestions={suggestions.slice(0, SUGGESTED).map(({ id, label: name }) => ({ id, label: name, detail: id }))}
        onType={setTyped}
        onAdd={(written) => {
          const found = suggestions.find((field) => field.id === written) ?? suggestions[0];
          if (found && sought !== '') onChange([...chosen, found.id]);
        }}
        onRemove={(value) => onChange(chosen.filter((one) => one !== value))}
      />
    </div>
  );
}
