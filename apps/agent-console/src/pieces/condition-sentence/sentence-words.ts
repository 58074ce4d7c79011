import type { ConditionWords } from '@bureau/domain';
import { conditionsWords } from '../conditions/conditions.words.ts';
import { conditionSentenceWords as words } from './condition-sentence.words.ts';

/** The reader's language, as conditions are read out in it. */
export const sentenceWords: ConditionWords = {
  ...words,
  operators: conditionsWords.operators,
  gone: (_to, id) => words.gone(String(id)),
  choice: (value) => conditionsWords.choices[value] ?? value,
  amount: (amount, unit) => words.amounts[unit](amount),
};
