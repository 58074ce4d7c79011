import type { Conditions } from '@bureau/contracts';
import { describeConditions, type ConditionNames } from '../conditions/index.ts';

/** A version of a rule, its actions in words. */
export interface DescribedVersion {
  conditions: Conditions;
  actions: string[];
  stopProcessing: boolean;
}

/** What a version has that the one before had not, and the other way round, in words. */
export function ruleDifferences(before: DescribedVersion, after: DescribedVersion, names: ConditionNames): string[] {
  const said = ({ conditions }: DescribedVersion) =>
    conditions.conditions.map((node) => describeConditions({ match: 'all', conditions: [node] }, names));
  return [
    ...(before.conditions.match === after.conditions.match
      ? []
      : [after.conditions.match === 'all' ? 'All conditions must hold now.' : 'Any one condition is enough now.']),
    ...listDifferences('condition', said(before), said(after)),
    ...listDifferences('action', before.actions, after.actions),
    ...(before.stopProcessing === after.stopProcessing
      ? []
      : [after.stopProcessing ? 'Stops later rules now.' : 'Lets later rules follow now.']),
  ];
}

function listDifferences(what: string, before: readonly string[], after: readonly string[]): string[] {
  const [gone, added] = [without(before, after), without(after, before)];
  if (gone.length > 0 || added.length > 0) {
    return [...gone.map((text) => `Without the ${what}: ${text}`), ...added.map((text) => `New ${what}: ${text}`)];
  }
  return before.every((text, index) => text === after[index]) ? [] : [`The ${what}s are in another order.`];
}

/** Those of a list that the other has not, each as often as it is missing. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((text) => {
    const place = left.indexOf(text);
    if (place < 0) return true;
    left.splice(place, 1);
    return false;
  });
}
