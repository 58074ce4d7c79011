import { words } from '../../language/words.ts';

const said: Readonly<Record<string, string | undefined>> = {};

/** The fields that are kept in step with Salesforce by themselves, where the desk itself does not say it in this language. */
export const syncedFieldWords = words('synced-fields', said);

/** What people call a field that is kept in step; custom fields are called as administrators named them. */
export function nameOfField(field: string, label: string = field): string {
  return (Object.hasOwn(syncedFieldWords, field) && syncedFieldWords[field]) || label;
}
