import type { SeenValue } from '@bureau/contracts';
import { describeScalar } from '@bureau/domain';
import type { ConditionNames, NamedField, Scalar } from '@bureau/domain';
import { formatNumber } from '../../language/format.ts';
import { listWords } from '../../plain/list-words.ts';
import { seenWords as words } from './say-seen.words.ts';

/** A value that a condition saw, or a change of it, in the reader's language and zone. */
export function saySeen(field: NamedField | undefined, seen: SeenValue, names: Required<ConditionNames>): string {
  const say = (value: Scalar) => sayValue(field, value, names);
  if ('value' in seen) return say(seen.value);
  const side = (values: readonly Scalar[]) => (values.length === 0 ? words.nothing : listWords(values.map(say)));
  return words.change(side(seen.from), side(seen.to));
}

function sayValue(field: NamedField | undefined, value: Scalar, names: Required<ConditionNames>): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  switch (field?.kind.type) {
    case 'hours':
      return words.hours(formatNumber(Number(value), { maximumFractionDigits: 1 }));
    default:
      return describeScalar(field, value, names);
  }
}
