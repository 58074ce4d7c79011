import { createHash } from 'node:crypto';
import type { SalesforceField } from '@bureau/contracts';
import { matchField } from '@bureau/domain';
import type { DescribedField } from '../salesforce/index.ts';

/** What set-up calls types that have one name there. */
const SET_UP_TYPES: Partial<Record<string, string>> = {
  id: 'Record ID',
  string: 'Text',
  picklist: 'Picklist',
  multipicklist: 'Picklist (Multi-Select)',
  boolean: 'Checkbox',
  date: 'Date',
  datetime: 'Date/Time',
  time: 'Time',
  currency: 'Currency',
  double: 'Number',
  int: 'Number',
  long: 'Number',
  percent: 'Percent',
  email: 'Email',
  phone: 'Phone',
  url: 'URL',
  encryptedstring: 'Text (Encrypted)',
  location: 'Geolocation',
  address: 'Address',
  combobox: 'Combobox',
  base64: 'File',
};

/** A field as the page of mappings lists it: what it goes with, or why with nothing. */
export function presentField(field: DescribedField, builtIn: ReadonlySet<string>): SalesforceField {
  const { name, label, type, length, picklistValues, restrictedPicklist: restricted } = field;
  const match = matchField(field, builtIn);
  const ways: SalesforceField['ways'] = 'refusal' in match ? [] : waysOf(match.readOnly);
  return {
    ...{ name, label, type, setUpType: setUpTypeOf(field), ways, restricted },
    goesWith: 'refusal' in match ? null : match.goesWith,
    refusal: 'refusal' in match ? match.refusal : null,
    length: length > 0 ? length : null,
    values: picklistValues.map(({ value, label: words, active }) => ({ value, label: words || value, active })),
  };
}

function waysOf(readOnly: boolean): SalesforceField['ways'] {
  return readOnly ? ['to_desk'] : ['both', 'to_salesforce', 'to_desk'];
}

export function setUpTypeOf(field: DescribedField): string {
  if (field.autoNumber) return 'Auto Number';
  if (field.calculated) return field.calculatedFormula === null ? 'Roll-Up Summary' : 'Formula';
  if (field.type === 'reference') return field.cascadeDelete ? 'Master-Detail Relationship' : 'Lookup Relationship';
  if (field.type === 'textarea') {
    if (field.htmlFormatted || field.extraTypeInfo === 'richtextarea') return 'Text Area (Rich)';
    return field.length > 255 ? 'Text Area (Long)' : 'Text Area';
  }
  return SET_UP_TYPES[field.type] ?? field.type;
}

/** What a field is, as far as a mapping depends on it: another hash means that somebody has changed it there. */
export function hashOf(field: DescribedField): string {
  const { type, length, calculated, createable, updateable, restrictedPicklist, picklistValues } = field;
  const values = picklistValues.filter(({ active }) => active).map(({ value }) => value);
  const what = [type, length, calculated, createable, updateable, restrictedPicklist, values.sort()];
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22);
}
