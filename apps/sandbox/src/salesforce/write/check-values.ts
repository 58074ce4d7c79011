import type { Org } from '../org.ts';
import type { Field } from '../schema/field.ts';
import type { SfObject } from '../schema/object.ts';
import { SfError } from '../sf-error.ts';
import { idIn, textOf, type Row, type Value } from '../value.ts';

export type Checked = {
  object: SfObject;
  /** As it would be kept. */
  row: Row;
  before: Row | undefined;
};

/** What no record may be; throws the first thing that is wrong. `before` is the record that is changed, if it is one. */
export function checkValues(org: Org, { object, row, before }: Checked): void {
  const changed = object.fields.filter(({ name }) => (row[name] ?? null) !== (before?.[name] ?? null));
  needRequired(object, row, before ? changed : object.fields);
  for (const field of changed) {
    const value = row[field.name] ?? null;
    if (value === null) continue;
    checkText(field, textOf(value));
    if (field.type === 'reference') checkReference(org, field, value);
    if (field.unique) checkUnique(org, { object, row, field });
  }
}

function needRequired(object: SfObject, row: Row, fields: Field[]): void {
  const missing = fields
    .filter((field) => !field.nillable && field.createable && (row[field.name] ?? null) === null)
    .filter((field) => !(object.name === 'Account' && field.name === 'Name' && row['IsPersonAccount'] === true))
    .map(({ name }) => name);
  if (object.name === 'Account' && row['IsPersonAccount'] === true && !row['LastName']) missing.push('LastName');
  if (missing.length === 0) return;
  const words = `Required fields are missing: [${missing.join(', ')}]`;
  throw new SfError('REQUIRED_FIELD_MISSING', words, { fields: missing });
}

function checkText(field: Field, value: string): void {
  const length = field.inBytes ? Buffer.byteLength(value) : value.length;
  if (field.length > 0 && length > field.length && isText(field)) {
    const words = `${field.label}: data value too large: ${value.slice(0, 80)} (max length=${field.length})`;
    throw new SfError('STRING_TOO_LONG', words, { fields: [field.name] });
  }
  if (field.type === 'email' && !/^[^\s@,;]+@[^\s@,;.]+(\.[^\s@,;.]+)+$/.test(value)) {
    const words = `${field.label}: invalid email address: ${value}`;
    throw new SfError('INVALID_EMAIL_ADDRESS', words, { fields: [field.name] });
  }
  if (field.restricted && !parts(field, value).every((part) => isChoice(field, part))) {
    const words = `${field.label}: bad value for restricted picklist field: ${value}`;
    throw new SfError('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', words, { fields: [field.name] });
  }
}

function isText({ type }: Field): boolean {
  return !['boolean', 'int', 'double', 'currency', 'percent', 'date', 'datetime', 'reference'].includes(type);
}

function parts(field: Field, value: string): string[] {
  return field.type === 'multipicklist' ? value.split(';') : [value];
}

function isChoice(field: Field, value: string): boolean {
  return field.choices.some((choice) => choice.active && choice.value === value);
}

function checkReference(org: Org, field: Field, value: Value): void {
  const object = org.schema.objectOfId(textOf(value));
  if (!object || !field.referenceTo.includes(object.name)) {
    const words = `${field.label}: id value of incorrect type: ${textOf(value)}`;
    throw new SfError('FIELD_INTEGRITY_EXCEPTION', words, { fields: [field.name] });
  }
  if (org.live(value)) return;
  throw new SfError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', { fields: [field.name] });
}

function checkUnique(org: Org, { object, row, field }: { object: SfObject; row: Row; field: Field }): void {
  const value = row[field.name] ?? null;
  const same = org.records
    .having(object.name, field.name, value)
    ?.find((one) => one['IsDeleted'] !== true && one[field.name] === value && idIn(one) !== idIn(row));
  if (!same) return;
  const words = `duplicate value found: ${field.name} duplicates value on record with id: ${idIn(same)}`;
  throw new SfError('DUPLICATE_VALUE', words, { fields: [] });
}
