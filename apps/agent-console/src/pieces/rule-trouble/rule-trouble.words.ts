import { ENGLISH_RULE_TROUBLES } from '@bureau/domain';
import { words } from '../../language/words.ts';

/** What is wrong with a rule, and what the System log says of it. */
export const ruleTroubleWords = words('rule-trouble', {
  troubles: ENGLISH_RULE_TROUBLES,
  log: {
    failed: (name: string, caseId: string, why: string) =>
      `The rule “${name}” could not be applied to case ${caseId}: ${why}`,
    switchedOff: (name: string, why: string) =>
      `The rule “${name}” was switched off. ${why} Correct it, try it, then switch it on again.`,
  },
});
