import type { Survey } from '@bureau/contracts';
import { readerNow } from '../../language/format.ts';

/** The language in which a survey is shown to its reader: hers, else English, else what there is. */
export function languageOfReader(words: Survey['words']): string {
  const own = readerNow().locale?.slice(0, 2);
  return [own, 'en'].find((language) => language !== undefined && language in words) ?? Object.keys(words)[0] ?? 'en';
}
