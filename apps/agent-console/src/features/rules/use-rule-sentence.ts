import { brandsApi } from '@bureau/contracts';
import type { Action, ConditionGroup, Rule, RuleDifference, RuleType } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { describeDifference } from '@bureau/domain';
import { useSayAction } from '../../pieces/action-sentence/index.ts';
import { useSayConditions } from '../../pieces/say-conditions/index.ts';
import { rulesWords } from './rules.words.ts';
import { whyOff } from './why-off.ts';

const words = rulesWords.sentence;

/** A rule in words, part by part. */
export interface RuleInWords {
  when: string;
  /** Null: of every case. */
  conditions: string | null;
  actions: readonly string[];
}

export interface SaidRule {
  type: RuleType;
  brandId: number | null;
  conditions: ConditionGroup;
  actions: readonly Action[];
}

/** Says rules of these actions in the reader’s language: as a whole, or part by part while one (asking `of`) is written. */
export function useRuleSentence(actions: readonly Action[], of?: ConditionGroup) {
  const session = useSession();
  const brands = useRoute(brandsApi.list, {}, { enabled: can(session, brandsApi.list) }).data?.items ?? [];
  const sayConditions = useSayConditions(of);
  const sayAction = useSayAction(actions);
  const parts = ({ type, brandId, conditions, actions: done }: SaidRule): RuleInWords => {
    const brand = brands.find(({ id }) => id === brandId)?.name;
    return {
      when: [words.when[type], brand !== undefined && words.ofBrand(brand)].filter(Boolean).join(' '),
      conditions: conditions.conditions.length === 0 ? null : sayConditions(conditions),
      actions: done.map(sayAction),
    };
  };
  const whole = (given: SaidRule) => {
    const { when, conditions, actions } = parts(given);
    const asked = conditions === null ? '' : ` ${words.if} ${conditions},`;
    return `${when}:${asked} ${words.then} ${actions.join('; ')}.`;
  };
  return {
    parts,
    whole,
    // In English the desk says it itself.
    rule: (given: Rule) => (document.documentElement.lang === 'de' ? whole(given) : given.sentence),
    whyOff: (given: Rule) => whyOff(given, sayAction),
    difference: (change: RuleDifference) =>
      describeDifference(change, { sayConditions, sayAction, words: rulesWords.differences }),
  };
}
