import { z } from 'zod';

/** What may be asked of a field; which of them a field knows depends on its type (domain/conditions/operators.ts). */
export const ConditionOperator = z.enum([
  'is',
  'is-not',
  'contains',
  'does-not-contain',
  'begins-with',
  'does-not-begin-with',
  'ends-with',
  'does-not-end-with',
  'matches',
  'does-not-match',
  'is-within',
  'is-not-within',
  'is-empty',
  'is-not-empty',
  'greater-than',
  'at-least',
  'less-than',
  'at-most',
  'before',
  'after',
  'within-last',
  'not-within-last',
  'changed',
  'changed-from',
  'changed-to',
]);
export type ConditionOperator = z.infer<typeof ConditionOperator>;

export const CONDITION_LIMITS = {
  /** Conditions of all groups together. */
  conditions: 50,
  /** Groups in groups, the outermost counted. */
  depth: 3,
  /** Values that one condition compares with. */
  values: 100,
  /** Characters of a text or an expression. */
  text: 500,
  /** Whole numbers, ids included, lie between this and its opposite. */
  integer: 1e15,
} as const;

/** Text that a database can hold: no NUL, no half of a character. */
const Text = z
  .string()
  .max(CONDITION_LIMITS.text, `At most ${CONDITION_LIMITS.text} characters.`)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'Leave out characters that are no text.');
const Integer = z.number().int('Give a whole number.').min(-CONDITION_LIMITS.integer).max(CONDITION_LIMITS.integer);

/** A length of time before now. */
export const Duration = z.strictObject({
  amount: z.number().int().min(1).max(100_000),
  unit: z.enum(['minutes', 'hours', 'days']),
});
export type Duration = z.infer<typeof Duration>;

const ConditionScalar = z.union([Text, Integer, z.boolean()]);
export type ConditionScalar = z.infer<typeof ConditionScalar>;

/** A list means: any one of them. */
export const ConditionValue = z.union(
  [
    ConditionScalar,
    z.array(ConditionScalar).min(1).max(CONDITION_LIMITS.values, `At most ${CONDITION_LIMITS.values} values.`),
    Duration,
  ],
  { error: 'Give a text, a whole number, true or false, a list of those, or {"amount": 3, "unit": "days"}.' },
);
export type ConditionValue = z.infer<typeof ConditionValue>;

/** One question about a case, e.g. {"field": "case.status", "operator": "is", "value": ["open", "pending"]}. */
export const Condition = z.strictObject({
  /** What groups have and conditions have not. */
  match: z.undefined().optional(),
  field: z.string('Name a field.').min(1, 'Name a field.').max(100, 'There is no field with so long a name.'),
  operator: z.enum(ConditionOperator.options, {
    error: `Say one of ${ConditionOperator.options.join(', ')}.`,
  }),
  value: ConditionValue.optional(),
});
export type Condition = z.infer<typeof Condition>;

const node = { error: 'Give a condition, or a group with "match": "all" or "any".' };
const tooDeep = { error: `Groups lie at most ${CONDITION_LIMITS.depth} deep; give a condition here.` };

const Innermost = z.strictObject({
  match: matchWord(),
  conditions: listOf(z.discriminatedUnion('match', [Condition], tooDeep)),
});
const Inner = z.strictObject({
  match: matchWord(),
  conditions: listOf(z.discriminatedUnion('match', [Condition, Innermost], node)),
});

/** What must hold of a case: conditions and groups of which all are met, or any one. An empty group is met by all. */
export const Conditions = z.strictObject({
  match: matchWord(),
  conditions: listOf(z.discriminatedUnion('match', [Condition, Inner], node)),
});
export type Conditions = z.infer<typeof Conditions>;

export type ConditionNode = Condition | ConditionGroup;
/** A group at whatever depth. */
export interface ConditionGroup {
  match: 'all' | 'any';
  conditions: ConditionNode[];
}

function matchWord() {
  return z.enum(['all', 'any'], { error: 'Say "all" or "any".' });
}

function listOf<T extends z.ZodType>(item: T) {
  return z
    .array(item, { error: 'Give a list of conditions.' })
    .max(CONDITION_LIMITS.conditions, `At most ${CONDITION_LIMITS.conditions} conditions.`);
}
