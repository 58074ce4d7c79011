import { placeholdersWords as words } from './placeholders.words.ts';

/** What a placeholder is called in the reader's language; a custom field by its key. */
export function placeholderName(name: string): string {
  const last = name.split('.').at(-1) ?? name;
  return words.names[name] ?? last.replace(/^custom_/, '').replaceAll('_', ' ');
}
