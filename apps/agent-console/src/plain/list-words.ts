import { formatList } from '../language/format.ts';

/** Words as a list in the reader's language: "one, two, and three". */
export function listWords(items: readonly string[]): string {
  return formatList(items);
}
