import { Injectable } from '@nestjs/common';
import { ENGLISH, type Words } from './english.ts';
import { GERMAN } from './german.ts';

/** The words of pages, by language; what no language has is English. */
@Injectable()
export class Snippets {
  /** All words in a language of a brand. */
  of(_brandId: number, language: string): Words {
    return language.split('-')[0] === 'de' ? GERMAN : ENGLISH;
  }
}

/** A text with its places filled: `{0}`, `{1}` … in order. */
export function phrase(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
