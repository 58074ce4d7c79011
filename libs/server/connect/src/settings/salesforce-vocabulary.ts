import type { SalesforceConditionField } from '@bureau/contracts';
import type { Field, Vocabulary } from '@bureau/domain';
import type { Description, DescribedField } from '../salesforce/index.ts';

const TYPES: Partial<Record<string, SalesforceConditionField['type']>> = {
  string: 'text',
  textarea: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  reference: 'text',
  id: 'text',
  picklist: 'choice',
  boolean: 'boolean',
  date: 'date',
};

/** What conditions can ask of a record of Salesforce: texts, lists, checkboxes and dates, by their API names. */
export function conditionFieldsOf({ fields }: Pick<Description, 'fields'>): SalesforceConditionField[] {
  return fields.flatMap((field) => {
    const type = TYPES[field.type];
    return type === undefined || field.htmlFormatted ? [] : [conditionField(field, type)];
  });
}

function conditionField(
  { name, label, picklistValues }: DescribedField,
  type: SalesforceConditionField['type'],
): SalesforceConditionField {
  const choices = picklistValues
    .filter(({ active }) => active)
    .map(({ value, label: words }) => ({ value, label: words }));
  return { key: `salesforce.${name}`, name, label, type, choices: type === 'choice' ? choices : [] };
}

/** To check conditions with. Whoever carries them out reads the row itself, where a choice is a text. */
export function salesforceVocabulary(fields: readonly SalesforceConditionField[]): Vocabulary {
  return new Map(fields.map((field) => [field.key, fieldOf(field)]));
}

function fieldOf({ key, label, type }: SalesforceConditionField): Field {
  const kind = { type: type === 'choice' ? ('text' as const) : type };
  return { key, label, kind, read: () => [] };
}
