import { LabelColor } from '@bureau/contracts';
import { Badge, Select } from '@bureau/ui';
import { labelsWords as words } from './labels.words.ts';

interface ColorChoiceProps {
  value: LabelColor;
  /** The name that the label has so far, to be seen in its colour. */
  name: string;
  onChange: (color: LabelColor) => void;
}

/** The colour of a label, beside the label as agents will see it. */
export function ColorChoice({ value, name, onChange }: ColorChoiceProps) {
  return (
    <div className="label-color">
      <Select
        label={words.color}
        choices={LabelColor.options.map((color) => ({ id: color, label: words.colors[color] }))}
        value={value}
        onChange={onChange}
      />
      <Badge tint={value}>{name.trim() || words.colors[value]}</Badge>
    </div>
  );
}
