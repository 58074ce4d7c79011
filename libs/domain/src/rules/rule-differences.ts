import type { Action, ConditionGroup, Conditions, RuleDifference } from '@bureau/contracts';

/** What a version of a rule asks and does. */
export interface RuleDecision {
  conditions: Conditions;
  actions: readonly Action[];
  stopProcessing: boolean;
}

/** What a version has that the one before had not, and the other way round. */
export function ruleDifferences(before: RuleDecision, after: RuleDecision): RuleDifference[] {
  const { match } = after.conditions;
  const { stopProcessing } = after;
  return [
    ...(before.conditions.match === match ? [] : [{ kind: 'match' as const, match }]),
    ...conditionDifferences(before.conditions, after.conditions),
    ...actionDifferences(before.actions, after.actions),
    ...(before.stopProcessing === stopProcessing ? [] : [{ kind: 'stop' as const, stopProcessing }]),
  ];
}

type Nodes = Conditions['conditions'];

function conditionDifferences({ conditions: before }: Conditions, { conditions: after }: Conditions): RuleDifference[] {
  const { gone, added, isReordered } = compare<Nodes[number]>(before, after);
  const alone = (node: Nodes[number]): Conditions => ({ match: 'all', conditions: [node] });
  return [
    ...gone.map((node) => ({ kind: 'condition', change: 'gone', conditions: alone(node) }) as const),
    ...added.map((node) => ({ kind: 'condition', change: 'new', conditions: alone(node) }) as const),
    ...(isReordered ? [{ kind: 'order', of: 'conditions' } as const] : []),
  ];
}

function actionDifferences(before: readonly Action[], after: readonly Action[]): RuleDifference[] {
  const { gone, added, isReordered } = compare(before, after);
  return [
    ...gone.map((action) => ({ kind: 'action', change: 'gone', action }) as const),
    ...added.map((action) => ({ kind: 'action', change: 'new', action }) as const),
    ...(isReordered ? [{ kind: 'order', of: 'actions' } as const] : []),
  ];
}

function compare<T>(before: readonly T[], after: readonly T[]) {
  const [gone, added] = [without(before, after), without(after, before)];
  const isReordered =
    gone.length === 0 && added.length === 0 && before.some((item, index) => keyOf(item) !== keyOf(after[index]));
  return { gone, added, isReordered };
}

/** Those of a list that the other has not, each as often as it is missing. */
function without<T>(list: readonly T[], other: readonly T[]): T[] {
  const left = other.map(keyOf);
  return list.filter((item) => {
    const place = left.indexOf(keyOf(item));
    if (place < 0) return true;
    left.splice(place, 1);
    return false;
  });
}

/** The same for what is equal, in whatever order its properties were written. */
function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}

/** The words of a language in which differences are told. */
export interface RuleDifferenceWords {
  match: Readonly<Record<ConditionGroup['match'], string>>;
  condition: Readonly<Record<'new' | 'gone', (conditions: string) => string>>;
  action: Readonly<Record<'new' | 'gone', (action: string) => string>>;
  order: Readonly<Record<'conditions' | 'actions', string>>;
  stop: Readonly<Record<'yes' | 'no', string>>;
}

export const ENGLISH_RULE_DIFFERENCES: RuleDifferenceWords = {
  match: { all: 'All conditions must hold now.', any: 'Any one condition is enough now.' },
  condition: {
    new: (conditions) => `New condition: ${conditions}`,
    gone: (conditions) => `Without the condition: ${conditions}`,
  },
  action: { new: (action) => `New action: ${action}`, gone: (action) => `Without the action: ${action}` },
  order: {
    conditions: 'The conditions are in another order.',
    actions: 'The actions are in another order.',
  },
  stop: { yes: 'Stops later rules now.', no: 'Lets later rules follow now.' },
};

export interface DifferenceNames {
  sayConditions: (conditions: ConditionGroup) => string;
  sayAction: (action: Action) => string;
  /** The reader's language; English when left out. */
  words?: RuleDifferenceWords;
}

/** A difference in words: «New condition: Subject contains «refund»». */
export function describeDifference(
  difference: RuleDifference,
  { sayConditions, sayAction, words = ENGLISH_RULE_DIFFERENCES }: DifferenceNames,
): string {
  switch (difference.kind) {
    case 'match':
      return words.match[difference.match];
    case 'condition':
      return words.condition[difference.change](sayConditions(difference.conditions));
    case 'action':
      return words.action[difference.change](sayAction(difference.action));
    case 'order':
      return words.order[difference.of];
    case 'stop':
      return words.stop[difference.stopProcessing ? 'yes' : 'no'];
  }
}
