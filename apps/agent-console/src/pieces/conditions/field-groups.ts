import type { ConditionField } from '@bureau/contracts';
import type { PickerGroup } from '@bureau/ui';
import { conditionsWords as words } from './conditions.words.ts';

type FieldKind = keyof typeof words.kinds;
const KINDS: readonly FieldKind[] = ['case', 'time', 'customer', 'company', 'message', 'change', 'custom'];

/** What a field is called in the reader's language; those that a desk has made are called as they were made. */
export function labelOf({ key, label }: ConditionField): string {
  return words.fields[key] ?? label;
}

/** The fields to choose from, under headings. */
export function fieldGroups(fields: readonly ConditionField[], chosen?: string): PickerGroup[] {
  return KINDS.map((kind) => ({
    id: kind,
    title: words.kinds[kind],
    choices: fields
      .filter((field) => kindOf(field) === kind)
      .map((field) => ({ id: field.key, label: labelOf(field), isChecked: field.key === chosen })),
  }));
}

function kindOf({ key, type }: ConditionField): FieldKind {
  if (key.includes('.custom.')) return 'custom';
  const owner = KINDS.find((kind) => key.startsWith(`${kind}.`)) ?? 'case';
  return owner === 'case' && (type === 'time' || type === 'hours') ? 'time' : owner;
}
