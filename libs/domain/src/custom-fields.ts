import type {
  CustomField,
  CustomFieldInput,
  CustomFieldType,
  CustomFieldValue,
  CustomFieldValues,
  FieldChange,
  FieldError,
} from '@bureau/contracts';

/** What the rules need to know of a field. */
export type CustomFieldDefinition = Pick<CustomField, 'key' | 'label' | 'type' | 'choices' | 'active'>;

export interface MergedCustomFields {
  /** All values afterwards, also those that were not named. */
  values: CustomFieldValues;
  /** One for each value that was refused, with path `customFields.key`; when there are any, `values` must not be kept. */
  errors: FieldError[];
}

const TEXT_LIMIT = 5_000;

/**
 * Puts what a writer sent over the values that are there. Typed values and their text are both taken (desk-api-v2.md
 * 3.1), null and '' clear, what is not named stays. A value that is already there is always right: a choice that was
 * removed since, or a field that is no longer active, does not stand in the way of a writer who sends back what he read.
 */
export function mergeCustomFields(
  definitions: readonly CustomFieldDefinition[],
  input: CustomFieldInput,
  before: CustomFieldValues = {},
): MergedCustomFields {
  const fields = new Map(definitions.map((field) => [field.key, field]));
  const values = new Map(Object.entries(before));
  const errors: FieldError[] = [];

  for (const [key, sent] of Object.entries(input)) {
    if (sent !== null && sent === values.get(key)) continue;
    const field = fields.get(key);
    const read = field ? readValue(field, sent) : { problem: unknownField(definitions) };
    if ('problem' in read) errors.push({ path: `customFields.${key}`, message: read.problem });
    else if (read.value === null) values.delete(key);
    else if (field?.active === false && read.value !== values.get(key)) {
      errors.push({
        path: `customFields.${key}`,
        message: 'This field is no longer used; leave it out, or activate it.',
      });
    } else values.set(key, read.value);
  }
  return { values: Object.fromEntries(values), errors };
}

/** What history tells of two sets of values: one entry for each field that differs, null for none. */
export function changesOfCustomFields(before: CustomFieldValues, after: CustomFieldValues): FieldChange[] {
  const [from, to] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((key) => from.get(key) !== to.get(key))
    .map((key) => ({ field: `customFields.${key}`, from: from.get(key) ?? null, to: to.get(key) ?? null }));
}

/** The key of a new field: its label in snake_case, with a number when another field has it. */
export function customFieldKey(label: string, taken: readonly string[]): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase() // ß has no capital but SS.
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const stem = (/^[a-z]/.test(words) ? words : `field_${words}`).slice(0, 58).replace(/_+$/, '');
  for (let number = 1; ; number++) {
    const key = number === 1 ? stem : `${stem}_${number}`;
    if (!taken.includes(key)) return key;
  }
}

type Read = { value: CustomFieldValue | null } | { problem: string };

function readValue({ type, choices }: CustomFieldDefinition, sent: CustomFieldInput[string]): Read {
  if (sent === null || sent === '') return { value: null };
  if (type === 'list') return readChoice(choices, sent);
  const value = READERS[type](sent);
  return value === undefined ? { problem: FIXES[type] } : { value };
}

function readChoice(choices: readonly string[], sent: CustomFieldValue): Read {
  if (typeof sent === 'string' && choices.includes(sent)) return { value: sent };
  const offered = choices.slice(0, 10).map((choice) => `"${choice}"`);
  const more = choices.length > offered.length ? ` or one of ${choices.length - offered.length} more` : '';
  return { problem: offered.length === 0 ? 'This list has no choices yet.' : `Choose ${offered.join(', ')}${more}.` };
}

const FIXES: Record<Exclude<CustomFieldType, 'list'>, string> = {
  text: `Write text of at most ${TEXT_LIMIT.toLocaleString('en')} characters.`,
  boolean: 'Say true or false.',
  integer: 'Write a whole number such as 42.',
  date: 'Write a date of the calendar such as 2026-11-03.',
};

const READERS: Record<Exclude<CustomFieldType, 'list'>, (sent: CustomFieldValue) => CustomFieldValue | undefined> = {
  text: (sent) => (typeof sent === 'string' && isStorable(sent) ? sent : undefined),
  boolean: (sent) => BOOLEANS.get(sent),
  integer: (sent) => readInteger(sent),
  date: (sent) => (typeof sent === 'string' && isCalendarDate(sent) ? sent : undefined),
};

const BOOLEANS = new Map<CustomFieldValue, boolean>([
  [true, true],
  ['true', true],
  ['1', true],
  [1, true],
  [false, false],
  ['false', false],
  ['0', false],
  [0, false],
]);

/** No NUL and no half of a character: PostgreSQL keeps neither. */
function isStorable(text: string): boolean {
  return text.length <= TEXT_LIMIT && !text.includes('\0') && text.isWellFormed();
}

function readInteger(sent: CustomFieldValue): number | undefined {
  const number = typeof sent === 'string' && /^\s*[+-]?\d{1,16}\s*$/.test(sent) ? Number(sent) : sent;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number || 0 : undefined;
}

/** YYYY-MM-DD, of the calendar: 2025-02-29 is none. Years from 1 to 9999. */
function isCalendarDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || year === 0) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function unknownField(definitions: readonly CustomFieldDefinition[]): string {
  const known = definitions.filter(({ active }) => active).map(({ key }) => key);
  const few = known.slice(0, 20).join(', ');
  return known.length === 0 ? 'No custom fields are defined here.' : `There is no such field; there are ${few}.`;
}
