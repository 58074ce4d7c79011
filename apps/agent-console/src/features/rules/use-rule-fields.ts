import { rulesApi } from '@bureau/contracts';
import type { ConditionField, RuleType } from '@bureau/contracts';
import { useRoute } from '@bureau/client';

/** What rules of a type can ask about. */
export function useRuleFields(type: RuleType): readonly ConditionField[] {
  return useRoute(rulesApi.fields, { query: { type } }).data?.items ?? NONE;
}

const NONE: readonly ConditionField[] = [];
