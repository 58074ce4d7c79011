import type { Action, RuleTrouble } from '@bureau/contracts';
import { describeTrouble } from '@bureau/domain';
import { errorSentences, sentenceInWords } from '../../language/sentences.ts';
import { actionsFieldWords } from '../actions/actions.words.ts';
import type { SayAction } from '../action-sentence/index.ts';
import { ruleTroubleWords } from './rule-trouble.words.ts';

/** The rule's actions and how they are said; without them an action is called by its kind, or as the desk says it. */
export interface SaidActions {
  actions: readonly Action[];
  sayAction: SayAction;
}

/** What is wrong with a rule, in the reader's language. */
export function sayTrouble(trouble: RuleTrouble, said?: SaidActions): string {
  return describeTrouble(trouble, {
    words: ruleTroubleWords.troubles,
    sayReason: (reason, code) => codeInWords(code) ?? sentenceInWords(reason),
    sayAction: ({ index, type, description }) => {
      const action = said?.actions[index];
      if (said && action?.type === type) return said.sayAction(action);
      return document.documentElement.lang === 'de' ? actionsFieldWords.types[type] : description;
    },
  });
}

function codeInWords(code: string | null): string | undefined {
  const known = Object.entries(errorSentences).find(([one]) => one === code);
  return known?.[1];
}
