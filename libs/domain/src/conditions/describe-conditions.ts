import type { Condition, ConditionGroup, ConditionValue } from '@bureau/contracts';
import { ENGLISH_CONDITIONS } from './condition-words.ts';
import type { ConditionWords } from './condition-words.ts';
import type { Field, ReferenceTo, Scalar } from './field.ts';
import { headerNameOf } from './header-fields.ts';

/** What ids are called; null for one that is gone. */
export type NameOf = (to: ReferenceTo, id: number) => string | null;

/** What is needed of a field to name it. */
export type NamedField = Pick<Field, 'label' | 'kind'>;

export interface ConditionNames {
  vocabulary: ReadonlyMap<string, NamedField>;
  nameOf: NameOf;
  /** The reader's language; English when left out. */
  words?: ConditionWords;
}

/** Conditions in a sentence: «Status is Open or Pending and Company is Acme». Without conditions: «Every case». */
export function describeConditions(group: ConditionGroup, names: ConditionNames): string {
  const { words = ENGLISH_CONDITIONS } = names;
  return group.conditions.length === 0 ? words.everyCase : describeGroup(group, { ...names, words });
}

type Names = Required<ConditionNames>;

function describeGroup({ match, conditions }: ConditionGroup, names: Names): string {
  const parts = conditions.map((node) => {
    if (node.match === undefined) return describeCondition(node, names);
    const inner = describeGroup(node, names);
    return conditions.length > 1 && node.conditions.length > 1 ? `(${inner})` : inner;
  });
  return parts.filter((part) => part !== '').join(match === 'all' ? names.words.and : names.words.or);
}

function describeCondition({ field: key, operator, value }: Condition, names: Names): string {
  const { words } = names;
  const field = namedField(key, names);
  const label = field?.label ?? key;
  const yesOrNo = field?.kind.type === 'boolean' && typeof value === 'boolean' ? value === (operator === 'is') : null;
  if (yesOrNo !== null) return describeFlag(key, { label, yesOrNo }, words);
  const since = describeHours({ field: key, operator, value }, words);
  if (since !== undefined) return since;
  if (operator === 'is-empty' && isSomebody(field)) return words.isNobody(label);
  return [label, words.operators[operator], value === undefined ? '' : describeValue(field, value, names)]
    .filter((word) => word !== '')
    .join(' ');
}

/** What is empty there is nobody; labels, brands and mailboxes are simply empty. */
function isSomebody(field: NamedField | undefined): boolean {
  return field?.kind.type === 'reference' && ['user', 'group', 'customer', 'company'].includes(field.kind.to);
}

function describeFlag(key: string, { label, yesOrNo }: { label: string; yesOrNo: boolean }, words: ConditionWords) {
  const flag = words.flags[key];
  if (flag) return yesOrNo ? flag.yes : flag.no;
  return yesOrNo ? words.isTrue(label) : words.isFalse(label);
}

const HOURS_SINCE = /^case\.(?:hours|(businessHours))Since(\w+)$/;

/** Undefined for what is no comparison with a number of hours. */
function describeHours({ field, operator, value }: Condition, words: ConditionWords): string | undefined {
  const [, open, since] = HOURS_SINCE.exec(field) ?? [];
  if (since === undefined || typeof value !== 'number') return undefined;
  const days = open === undefined && value >= 48 && value % 24 === 0 ? value / 24 : null;
  return words.hoursSince({ operator, hours: value, days, open: open !== undefined, since });
}

function namedField(key: string, { vocabulary, words }: Names): NamedField | undefined {
  const header = headerNameOf(key);
  return header === null ? vocabulary.get(key) : { label: words.header(header), kind: { type: 'text' } };
}

function describeValue(field: NamedField | undefined, value: ConditionValue, names: Names): string {
  if (Array.isArray(value)) return value.map((item) => describeScalar(field, item, names)).join(names.words.or);
  if (typeof value !== 'object') return describeScalar(field, value, names);
  return names.words.amount(value.amount, value.unit);
}

/** A value in words. */
export function describeScalar(
  field: NamedField | undefined,
  value: Scalar,
  { nameOf, words }: Required<ConditionNames>,
): string {
  switch (field?.kind.type) {
    case 'reference':
      if (value === 'me') return words.me;
      if (value === 'mine') return words.mine;
      return nameOf(field.kind.to, Number(value)) ?? words.gone(field.kind.to, value);
    case 'choice':
      return words.choice(`${value}`);
    case 'text':
      return words.text(`${value}`);
    case 'time':
      return words.moment(`${value}`);
    case 'date':
      return words.day(`${value}`);
    default:
      return `${value}`;
  }
}
