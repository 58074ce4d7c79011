import type { Choice } from '@bureau/ui';
import { languageName } from '../../plain/language-name.ts';

/** Languages that a desk in Europe or America is likely to speak; any other is written as its tag. */
const TAGS =
  'en de fr es it pt pt-BR nl pl cs sk hu ro bg hr sl sr uk ru el tr da sv nb fi et lv lt is ga ca eu gl ar he fa hi bn ta th vi id ms ja ko zh-CN zh-TW sw af'.split(
    ' ',
  );

/** Languages to add, in the reader's own words. */
export function languageChoices(without: readonly string[]): Choice[] {
  return TAGS.filter((tag) => !without.includes(tag))
    .map((tag) => ({ id: tag, label: languageName(tag), detail: tag }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
