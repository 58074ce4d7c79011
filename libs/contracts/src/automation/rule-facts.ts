import { z } from 'zod';
import { Id } from '../ids.ts';
import { Action, ACTION_TYPES } from './actions.ts';
import { Conditions } from './conditions.ts';

/** What rules are told of by: facts, so that every reader can be told in her own language. */

const change = z.enum(['new', 'gone']);

/** One thing that is different between two versions of a rule. */
export const RuleDifference = z.discriminatedUnion('kind', [
  /** Now all conditions must hold, or any one is enough. */
  z.object({ kind: z.literal('match'), match: z.enum(['all', 'any']) }),
  /** A condition, or a group of them, stands alone in its list. */
  z.object({ kind: z.literal('condition'), change, conditions: Conditions }),
  z.object({ kind: z.literal('action'), change, action: Action }),
  /** The same ones, otherwise ordered. */
  z.object({ kind: z.literal('order'), of: z.enum(['conditions', 'actions']) }),
  z.object({ kind: z.literal('stop'), stopProcessing: z.boolean() }),
]);
export type RuleDifference = z.infer<typeof RuleDifference>;

/** An action that was refused: its place in the rule, the action in words, and why, in a sentence of the desk. */
const Refusal = z.object({
  index: z.number().int(),
  type: z.enum(ACTION_TYPES),
  description: z.string(),
  reason: z.string(),
});
export type RuleRefusal = z.infer<typeof Refusal>;

const refused = z.object({ kind: z.literal('refused'), refusals: z.array(Refusal) });
/** What it asks for cannot be asked any more; `reason` is a sentence of the desk. */
const unaskable = z.object({ kind: z.literal('unaskable'), reason: z.string() });
/** The desk refused the whole; `code` as in errors. */
const problem = z.object({ kind: z.literal('problem'), code: z.string(), reason: z.string() });
const broken = z.object({ kind: z.literal('broken') });

/** Why a rule could not be applied to a case. */
export const RuleFailure = z.discriminatedUnion('kind', [refused, unaskable, problem, broken]);
export type RuleFailure = z.infer<typeof RuleFailure>;

/** What is wrong with a rule: it failed, or it looks like a loop. */
export const RuleTrouble = z.discriminatedUnion('kind', [
  refused,
  unaskable,
  problem,
  broken,
  /** It failed so many times in a row, the last time because of that. */
  z.object({ kind: z.literal('failures'), times: z.number().int(), last: RuleFailure }),
  /** Within an hour it came back to several cases, to each of them more than so many times; at last to this one. */
  z.object({ kind: z.literal('often'), caseId: Id, cases: z.number().int(), times: z.number().int() }),
  /** More than so many rules led to one another on this case, and it was the last of them. */
  z.object({
    kind: z.literal('depth'),
    caseId: Id,
    times: z.number().int(),
    rules: z.array(z.object({ id: Id, name: z.string() })),
  }),
  /** A time rule: in more than so many intervals of five minutes in a row. */
  z.object({ kind: z.literal('intervals'), caseId: Id, times: z.number().int() }),
]);
export type RuleTrouble = z.infer<typeof RuleTrouble>;

/** What an id stood for in a rule and in what it saw, called as the reader may know it. */
export const NamedThing = z.object({
  to: z.enum(['user', 'group', 'brand', 'mailbox', 'label', 'customer', 'company', 'webhook', 'article']),
  id: Id,
  name: z.string(),
});
export type NamedThing = z.infer<typeof NamedThing>;

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

/**
 * A value that a condition saw, or a change: times in ISO 8601, dates as YYYY-MM-DD, hours since in hours, references as
 * ids, long texts cut.
 */
export const SeenValue = z.union([
  z.object({ value: Scalar }),
  z.object({ from: z.array(Scalar), to: z.array(Scalar) }),
]);
export type SeenValue = z.infer<typeof SeenValue>;
