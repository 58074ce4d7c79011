import type { ErrorCode } from '@bureau/contracts';
import { words } from './words.ts';

/** What the desk says about input, in another language: whole sentences, and those that name something. */
export interface Sentences {
  whole: Readonly<Record<string, string>>;
  /** What the brackets of the English caught comes as arguments, figures written as the language has them. */
  naming: readonly (readonly [english: RegExp, translated: (...caught: string[]) => string])[];
}

const noErrors: Partial<Record<ErrorCode, string>> = {};
const noSentences: Sentences = { whole: {}, naming: [] };

/** The sentences of the errors in the reader's language; empty in English, which the desk speaks itself. */
export const errorSentences = words('errors', noErrors);
const sentences = words('sentences', noSentences);

/** A sentence of the desk or of a contract in the reader's language; what nobody translated stays as it is. */
export function sentenceInWords(english: string): string {
  return translate(english, sentences) ?? english;
}

/** The translation of a sentence; undefined when there is none. */
export function translate(english: string, { whole, naming }: Sentences): string | undefined {
  if (Object.hasOwn(whole, english)) return whole[english];
  for (const [pattern, translated] of naming) {
    const caught = pattern.exec(english)?.slice(1);
    if (caught) return translated(...caught);
  }
  return undefined;
}
