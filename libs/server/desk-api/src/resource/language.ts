import { LanguageTag } from '@bureau/contracts';
import { z } from 'zod';
import { wholeNumber } from './condition.ts';

/** A language as this API writes it, `pt_br`, of a column that has it as `pt-BR`. */
export function locale(column: string): string {
  return `lower(replace(${column}, '-', '_'))`;
}

/** A language as the desk writes it, `pt-BR`, of what a client wrote: `pt_br`. */
export function tagOf(written: string): string {
  const [tongue = '', ...rest] = written.trim().split(/[-_]/);
  const parts = rest.map((part) =>
    part.length === 4 ? part.charAt(0).toUpperCase() + part.slice(1).toLowerCase() : part.toUpperCase(),
  );
  return [tongue.toLowerCase(), ...parts].join('-');
}

/** The text that a client means who wants `wanted`: one that there is, or else the first. */
export function meantLanguage(
  { language, translations }: { language: string; translations: readonly { language: string }[] },
  wanted: readonly string[],
): string {
  const known = translations.map((text) => text.language);
  return wanted.map(tagOf).find((tag) => known.includes(tag)) ?? language;
}

export const Spoken = z.object({ language: LanguageTag });

/** The text that an address names, `/topics/:topic/translations/:locale`: of what, and in which language. */
export function textNamed(noun: string, keys: Record<string, string>): { id: number; language: string } {
  return { id: wholeNumber(keys[noun] ?? ''), language: tagOf(keys['locale'] ?? '') };
}
