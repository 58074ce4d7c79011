import { STANDARD_FIELD_LABELS } from '@bureau/contracts';
import { words } from '../../language/words.ts';

/** The fields that are kept in step with Salesforce by themselves. */
export const syncedFieldWords = words('synced-fields', STANDARD_FIELD_LABELS);

/** What people call a field that is kept in step; custom fields are called as administrators named them. */
export function nameOfField(field: string, label: string = field): string {
  return (Object.hasOwn(syncedFieldWords, field) && syncedFieldWords[field]) || label;
}
