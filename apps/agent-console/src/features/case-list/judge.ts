import type { Case, CaseSummary, ConditionField, ConditionGroup } from '@bureau/contracts';
import { isPlan, matches, planConditions, vocabularyOf, withoutHidden } from '@bureau/domain';
import type { AskableCustomField, Asking, Plan, Predicate } from '@bureau/domain';
import { knownFacts } from './known-facts.ts';
import type { KnownCase } from './known-facts.ts';
import type { Verdict } from './place-case.ts';

export type Judge = (row: CaseSummary | Case) => Verdict;

export interface Asker extends Omit<Asking, 'now'> {
  /** Milliseconds since 1970. */
  now: () => number;
}

/**
 * Decides by the desk's own condition code whether a case belongs to a list, as far as this browser knows the case.
 * `fields` are those of `filtersApi.fields`; conditions that this code cannot read make every verdict `unknown`.
 */
export function judgeOf(conditions: ConditionGroup, fields: readonly ConditionField[], asker: Asker): Judge {
  const vocabulary = vocabularyOf(fields.flatMap(customFieldOf));
  return (row) => {
    const asking = { ...asker, now: asker.now() };
    try {
      const plan = planConditions(withoutHidden(conditions), { vocabulary }, asking);
      return verdictOf(plan, knownFacts(row), asking);
    } catch {
      // A field that was made since, or an operator of a newer desk.
      return 'unknown';
    }
  };
}

/** Three-valued logic: one part that fails decides «all», one that holds decides «any», whatever is not known. */
function verdictOf(plan: Plan, known: KnownCase, asking: Asking): Verdict {
  const verdicts = plan.parts.map((part) =>
    isPlan(part) ? verdictOf(part, known, asking) : verdictOn(part, known, asking),
  );
  const decides: Verdict = plan.match === 'all' || verdicts.length === 0 ? 'leaves' : 'belongs';
  if (verdicts.includes(decides)) return decides;
  if (verdicts.includes('unknown')) return 'unknown';
  return decides === 'leaves' ? 'belongs' : 'leaves';
}

function verdictOn(predicate: Predicate, { facts, knows }: KnownCase, asking: Asking): Verdict {
  if (!knows(predicate.field.key) || predicate.test.kind === 'change') return 'unknown';
  return matches({ match: 'all', parts: [predicate] }, facts, asking) ? 'belongs' : 'leaves';
}

const TYPES: readonly AskableCustomField['type'][] = ['text', 'list', 'boolean', 'integer', 'date'];
const OWNERS: readonly AskableCustomField['owner'][] = ['case', 'customer', 'company'];

function customFieldOf({ key, label, type, choices }: ConditionField): AskableCustomField[] {
  const [, whose, name] = /^(case|customer|company)\.custom\.(.+)$/.exec(key) ?? [];
  const owner = OWNERS.find((one) => one === whose);
  const known = TYPES.find((one) => one === type);
  return owner && name && known ? [{ owner, key: name, label, type: known, choices }] : [];
}
