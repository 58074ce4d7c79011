import type { Choice } from '@bureau/ui';

/** Languages that a desk in Europe or America is likely to speak; any other is written as its tag. */
const TAGS =
  'en de fr es it pt pt-BR nl pl cs sk hu ro bg hr sl sr uk ru el tr da sv nb fi et lv lt is ga ca eu gl ar he fa hi bn ta th vi id ms ja ko zh-CN zh-TW sw af'.split(
    ' ',
  );

let names: Intl.DisplayNames | undefined;

/** Languages to add, in the reader's own words. */
export function languageChoices(without: readonly string[]): Choice[] {
  return TAGS.filter((tag) => !without.includes(tag))
    .map((tag) => ({ id: tag, label: languageName(tag), detail: tag }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** `German` or `Deutsch`, as the console speaks; the tag itself where nobody knows it. */
export function languageName(tag: string): string {
  try {
    names ??= new Intl.DisplayNames([document.documentElement.lang || 'en'], { type: 'language' });
    const name = names.of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase() + name.slice(1);
  } catch {
    return tag;
  }
}
