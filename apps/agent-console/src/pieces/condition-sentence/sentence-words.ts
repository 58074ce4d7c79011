import type { ConditionWords } from '@bureau/domain';
import { formatDate } from '../../language/format.ts';
import { conditionsWords } from '../conditions/conditions.words.ts';
import { conditionSentenceWords as words } from './condition-sentence.words.ts';

/** The reader's language, as conditions are read out in it. */
export const sentenceWords: ConditionWords = {
  ...words,
  operators: conditionsWords.operators,
  gone: (_to, id) => words.gone(String(id)),
  choice: (value) => conditionsWords.choices[value] ?? value,
  moment: (at) => (Number.isNaN(Date.parse(at)) ? at : formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })),
  day: (day) => (Number.isNaN(Date.parse(day)) ? day : formatDate(day, { dateStyle: 'medium', timeZone: 'UTC' })),
  amount: (amount, unit) => words.amounts[unit](amount),
};
