import type { Rule } from '@bureau/contracts';
import type { SayAction } from '../../pieces/action-sentence/index.ts';
import { sayTrouble } from '../../pieces/rule-trouble/index.ts';

/** Why the desk switched a rule off, in the reader's language; null when it did not. */
export function whyOff({ disabledBecause, disabledReason, actions }: Rule, sayAction: SayAction): string | null {
  // Rules switched off before facts were kept have the sentence alone.
  return disabledBecause ? sayTrouble(disabledBecause, { actions, sayAction }) : disabledReason;
}
