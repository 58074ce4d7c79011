import { STANDARD_FIELD_LABELS } from '@bureau/contracts';
import { words } from '../../language/words.ts';

/** The fields that are kept in step with Salesforce by themselves. */
export const syncedFieldWords = words('synced-fields', STANDARD_FIELD_LABELS);

/** Values of such fields that are not texts. */
export const syncedValueWords = words('synced-values', {
  empty: 'empty',
  yes: 'yes',
  no: 'no',
  gone: 'a record that is gone',
  notLinked: 'a record of Salesforce that is not linked',
});

/** What people call a field that is kept in step; custom fields are called as administrators named them. */
export function nameOfField(field: string, label: string = field): string {
  return (Object.hasOwn(syncedFieldWords, field) && syncedFieldWords[field]) || label;
}
