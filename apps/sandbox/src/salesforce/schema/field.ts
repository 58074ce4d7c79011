import type { Row, Value } from '../value.ts';

export type FieldType =
  | 'id'
  | 'string'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'reference'
  | 'textarea'
  | 'phone'
  | 'url'
  | 'email'
  | 'picklist'
  | 'multipicklist'
  | 'encryptedstring'
  | 'address'
  | 'location';

export type Choice = { value: string; label: string; active: boolean; isDefault: boolean };

/** What an organisation may have switched off, and with it some of its fields. */
export type Feature = 'person-accounts' | 'external-ids' | 'always';

/** Reads another record for a computed field. */
export type Look = (id: Value | undefined) => Row | undefined;

export type Field = {
  name: string;
  label: string;
  type: FieldType;
  length: number;
  /** Digits altogether, and behind the point. */
  precision: number;
  scale: number;
  createable: boolean;
  updateable: boolean;
  nillable: boolean;
  defaultValue: Value;
  custom: boolean;
  nameField: boolean;
  unique: boolean;
  externalId: boolean;
  choices: Choice[];
  restricted: boolean;
  /** The picklist that decides which choices there are. */
  controller: string | null;
  referenceTo: string[];
  relationshipName: string | null;
  /** How those who are referred to see these records: `Account.Contacts`. */
  childRelationship: string | null;
  /** What happens to this record when the one it refers to is deleted. */
  onDelete: 'clear' | 'cascade' | 'restrict' | 'keep';
  autoNumber: boolean;
  html: boolean;
  /** Null: not calculated. An empty text: a roll-up. */
  formula: string | null;
  compute: ((row: Row, look: Look) => Value) | null;
  /** The compound field that it is a part of. */
  compound: string | null;
  filterable: boolean;
  /** The length is counted in bytes of UTF-8. */
  inBytes: boolean;
  feature: Feature;
};

export type Given = Partial<Omit<Field, 'name' | 'type'>>;

/** A field with what most fields of its type have; everything can be said otherwise. */
export function field(name: string, type: FieldType, given: Given = {}): Field {
  const calculated = given.compute !== undefined || given.autoNumber === true;
  return {
    name,
    label: labelOf(name),
    type,
    length: 0,
    precision: 0,
    scale: 0,
    createable: !calculated,
    updateable: !calculated,
    nillable: type !== 'boolean',
    defaultValue: type === 'boolean' ? false : null,
    custom: name.endsWith('__c') || name.endsWith('__pc'),
    nameField: false,
    unique: false,
    externalId: false,
    choices: [],
    restricted: false,
    controller: null,
    referenceTo: [],
    relationshipName: null,
    childRelationship: null,
    onDelete: 'clear',
    autoNumber: false,
    html: false,
    formula: null,
    compute: null,
    compound: null,
    filterable: true,
    inBytes: false,
    feature: 'always',
    ...given,
  };
}

function labelOf(name: string): string {
  const words = name.replace(/__p?c$/, '').replaceAll('_', ' ');
  return words.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/ Id$/, ' ID');
}

export const text = (name: string, length: number, given: Given = {}) => field(name, 'string', { length, ...given });

export const area = (name: string, length: number, given: Given = {}) =>
  field(name, 'textarea', { length, filterable: length <= 255, ...given });

export const phone = (name: string, given: Given = {}) => field(name, 'phone', { length: 40, ...given });

export const email = (name: string, given: Given = {}) => field(name, 'email', { length: 80, ...given });

export const checkbox = (name: string, given: Given = {}) => field(name, 'boolean', given);

/** The first choice with a star before it is the default one. */
export function picklist(name: string, values: string[], given: Given = {}): Field {
  const choices = choicesOf(values);
  const defaultValue = choices.find(({ isDefault }) => isDefault)?.value ?? null;
  return field(name, 'picklist', { length: 255, choices, defaultValue, ...given });
}

export function choicesOf(values: string[]): Choice[] {
  return values.map((one) => {
    const value = one.replace(/^\*/, '');
    return { value, label: value, active: true, isDefault: one.startsWith('*') };
  });
}

export function reference(name: string, referenceTo: string[], given: Given = {}): Field {
  const relationshipName = name.endsWith('__c') ? name.replace(/__c$/, '__r') : name.replace(/Id$/, '');
  return field(name, 'reference', { length: 18, referenceTo, relationshipName, ...given });
}

/** Written by Salesforce itself, read by everybody. */
export const byItself: Given = { createable: false, updateable: false };

/** What every record has. */
export function systemFields(): Field[] {
  return [
    field('Id', 'id', { ...byItself, label: 'Record ID', length: 18, nillable: false }),
    checkbox('IsDeleted', { ...byItself, label: 'Deleted' }),
    field('CreatedDate', 'datetime', { ...byItself, nillable: false }),
    reference('CreatedById', ['User'], { ...byItself, nillable: false, onDelete: 'keep' }),
    field('LastModifiedDate', 'datetime', { ...byItself, nillable: false }),
    reference('LastModifiedById', ['User'], { ...byItself, nillable: false, onDelete: 'keep' }),
    field('SystemModstamp', 'datetime', { ...byItself, nillable: false }),
  ];
}
