import type { Conditions, RuleType } from '@bureau/contracts';
import { describeConditions, type ConditionNames } from '../conditions/index.ts';

/** The words of a language in which a rule is read out. */
export interface RuleWords {
  /** «When a case is created», by type. */
  when: Readonly<Record<RuleType, string>>;
  sentence: (parts: { when: string; conditions: string | null; actions: string[] }) => string;
}

export const ENGLISH_RULES: RuleWords = {
  when: {
    'inbound-interaction': 'When a message comes in',
    'outbound-interaction': 'When a message goes out',
    'case-created': 'When a case is created',
    'case-opened': 'When a new case is opened',
    'case-reopened': 'When a case is reopened',
    'case-updated': 'When a case changes',
    'case-pending': 'When a case becomes pending',
    'case-resolved': 'When a case is resolved',
    'case-closed': 'When a case is closed',
    time: 'Every 5 minutes',
    'satisfaction-submitted': 'When a customer rates a case',
  },
  sentence: ({ when, conditions, actions }) =>
    `${when}: ${conditions === null ? '' : `if ${conditions}, then `}${actions.map(lowerFirst).join('; ')}.`,
};

export interface SaidRule {
  type: RuleType;
  conditions: Conditions;
  /** Each action in words. */
  actions: string[];
}

/** A rule in a sentence: «When a case is created: if Status is New, then set priority to 8; add label vip.» */
export function ruleSentence(
  { type, conditions, actions }: SaidRule,
  names: ConditionNames,
  words: RuleWords = ENGLISH_RULES,
): string {
  const asked = conditions.conditions.length === 0 ? null : describeConditions(conditions, names);
  return words.sentence({ when: words.when[type], conditions: asked, actions });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
