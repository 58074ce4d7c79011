import type { MappableType, MappingRefusal } from '@bureau/contracts';

/** What describe says of a field, as far as it decides what the field may be mapped to. */
export interface DescribedField {
  name: string;
  type: string;
  length: number;
  custom: boolean;
  createable: boolean;
  updateable: boolean;
  autoNumber: boolean;
  calculated: boolean;
  calculatedFormula: string | null;
  htmlFormatted: boolean;
  nameField: boolean;
  /** Part of a name or an address that is written as a whole. */
  compoundFieldName: string | null;
  cascadeDelete: boolean;
  extraTypeInfo: string | null;
}

/** What a field goes with, or why it goes with nothing; the pane may show it all the same. */
export type FieldMatch = { goesWith: MappableType; readOnly: boolean } | { refusal: MappingRefusal };

const GOES_WITH: Partial<Record<string, MappableType>> = {
  string: 'text',
  picklist: 'list',
  boolean: 'boolean',
  date: 'date',
};

const REFUSALS: Partial<Record<string, MappingRefusal>> = {
  id: 'id',
  int: 'number',
  long: 'number',
  double: 'number',
  currency: 'currency',
  percent: 'percent',
  datetime: 'date-time',
  time: 'time',
  email: 'email',
  phone: 'phone',
  url: 'url',
  encryptedstring: 'encrypted',
  location: 'geolocation',
  address: 'address',
  multipicklist: 'multi-select',
  combobox: 'combobox',
  base64: 'base64',
};

/** Kept by Salesforce itself. */
const SYSTEM = new Set([
  'IsDeleted',
  'SystemModstamp',
  'CreatedDate',
  'LastModifiedDate',
  'IsArchived',
  'IsPersonAccount',
]);

/** What Desk Connect maps of the types of Salesforce: Text, Picklist, Checkbox and Date; `builtIn` are its own mappings. */
export function matchField(field: DescribedField, builtIn: ReadonlySet<string> = new Set()): FieldMatch {
  if (builtIn.has(field.name)) return { refusal: 'built-in' };
  if (SYSTEM.has(field.name)) return { refusal: 'system' };
  if (field.autoNumber) return { refusal: 'auto-number' };
  if (field.calculated) return { refusal: field.calculatedFormula === null ? 'roll-up' : 'formula' };
  if (field.type === 'reference') return { refusal: field.cascadeDelete ? 'master-detail' : 'lookup' };
  if (field.type === 'textarea') return { refusal: textArea(field) };
  if (field.compoundFieldName !== null && field.compoundFieldName !== field.name && !field.nameField) {
    return { refusal: 'compound-part' };
  }
  const goesWith = field.htmlFormatted ? undefined : GOES_WITH[field.type];
  if (goesWith === undefined) return { refusal: REFUSALS[field.type] ?? 'unknown' };
  // Both are needed to write a field; one that can only be read comes to the desk.
  return { goesWith, readOnly: !(field.createable && field.updateable) };
}

function textArea({ htmlFormatted, extraTypeInfo, length }: DescribedField): MappingRefusal {
  if (htmlFormatted || extraTypeInfo === 'richtextarea') return 'rich-text';
  return length > 255 ? 'long-text-area' : 'text-area';
}

/** Why not, in a sentence for the person who would like to map it. */
export const REFUSAL_SENTENCES: Record<MappingRefusal, string> = {
  'auto-number': 'Salesforce counts it by itself.',
  formula: 'Salesforce computes it from other fields.',
  'roll-up': 'Salesforce sums it up from other records.',
  lookup: 'It points to another record; only account and contact of the standard fields are kept in step.',
  'master-detail': 'It points to the record that this one belongs to.',
  currency: 'Amounts of money have no field of the same type in the desk.',
  number: 'Numbers have no field of the same type in the desk: there are only whole ones.',
  percent: 'Percentages have no field of the same type in the desk.',
  'date-time': 'Dates with a time have no field of the same type in the desk; a date alone has.',
  time: 'Times of day have no field of the same type in the desk.',
  email: 'E-mail addresses are kept in step by the standard fields only.',
  phone: 'Telephone numbers are kept in step by the standard fields only.',
  url: 'Addresses of web pages have no field of the same type in the desk.',
  'text-area': 'Text of several lines has no field of the same type in the desk.',
  'long-text-area': 'Long text has no field of the same type in the desk.',
  'rich-text': 'Formatted text has no field of the same type in the desk.',
  encrypted: 'It is encrypted there and should stay so.',
  geolocation: 'Places have no field of the same type in the desk.',
  address: 'It is made of several fields.',
  'multi-select': 'A list of the desk has one value, this one has several.',
  'compound-part': 'It is a part of a name or an address that is kept as a whole.',
  'read-only': 'The user of the connection may not edit it.',
  system: 'Salesforce keeps it by itself.',
  'built-in': 'It is kept in step by itself: it is one of the standard fields.',
  combobox: 'A list of the desk has fixed values, this one takes any text.',
  base64: 'Files are not kept in step.',
  id: 'It is the id of the record.',
  unknown: 'The desk does not know this type of field.',
};
