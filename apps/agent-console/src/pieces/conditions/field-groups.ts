import type { ConditionField } from '@bureau/contracts';
import { HEADERS, headerNameOf } from '@bureau/domain';
import type { PickerGroup } from '@bureau/ui';
import { conditionsWords as words } from './conditions.words.ts';
import { HEADER } from './header-field.ts';

type FieldKind = keyof typeof words.kinds;
const KINDS: readonly FieldKind[] = [
  'case',
  'time',
  'customer',
  'company',
  'message',
  'satisfaction',
  'change',
  'salesforce',
  'custom',
];

/** What a field is called in the reader's language; those that a desk has made are called as they were made. */
export function labelOf({ key, label }: ConditionField): string {
  return headerNameOf(key) === null ? (words.fields[key] ?? label) : words.header;
}

/** The fields to choose from, under headings. */
export function fieldGroups(fields: readonly ConditionField[], chosen?: string): PickerGroup[] {
  return KINDS.map((kind) => ({
    id: kind,
    title: words.kinds[kind],
    choices: withNamedHeader(fields.filter((field) => kindOf(field) === kind)).map((field) => ({
      id: field.key,
      label: labelOf(field),
      isChecked: field.key === chosen || (field.key === HEADER && chosen !== undefined && chosen.startsWith(HEADER)),
    })),
  }));
}

/** Where all lines of a header can be asked for, so can each by its name. */
function withNamedHeader(fields: readonly ConditionField[]): ConditionField[] {
  return fields.flatMap((field) => (field.key === HEADERS ? [field, { ...field, key: HEADER }] : [field]));
}

function kindOf({ key, type }: ConditionField): FieldKind {
  if (key.includes('.custom.')) return 'custom';
  const owner = KINDS.find((kind) => key.startsWith(`${kind}.`)) ?? 'case';
  return owner === 'case' && (type === 'time' || type === 'hours') ? 'time' : owner;
}
