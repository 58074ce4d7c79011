import { z } from 'zod';
import { ActorStamp } from '../actor.ts';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery } from '../paging.ts';
import { CaseSummary } from '../cases/case.ts';
import { ActionEffect, Actions } from './actions.ts';
import { Condition, Conditions } from './conditions.ts';
import { NamedThing, RuleDifference, RuleTrouble, SeenValue } from './rule-facts.ts';

/** When a rule is considered (product.md 3.3). «resolved» is what Desk.com called «closed». */
export const RULE_TYPES = [
  'inbound-interaction',
  'outbound-interaction',
  'case-created',
  'case-opened',
  'case-reopened',
  'case-updated',
  'case-pending',
  'case-resolved',
  'case-closed',
  'time',
  'satisfaction-submitted',
] as const;
export const RuleType = z.enum(RULE_TYPES);
export type RuleType = z.infer<typeof RuleType>;

const text = (what: string, atMost: number) =>
  z
    .string(`Give the ${what}.`)
    .trim()
    .max(atMost, `At most ${atMost} characters.`)
    .refine((words) => !words.includes('\0') && words.isWellFormed(), 'Leave out characters that are no text.');

const settings = {
  name: text('name', 100).min(1, 'Give the rule a name.'),
  description: text('description', 1000),
  type: RuleType,
  /** Null: cases of every brand. */
  brandId: Id.nullable(),
  conditions: Conditions,
  actions: Actions.min(1, 'Say what the rule does.'),
  /** When it applies, no later rule of its type is considered for the same event. */
  stopProcessing: z.boolean(),
  enabled: z.boolean(),
};

export const RuleStatistics = z.object({
  /** In the last 30 days. */
  considered: z.number().int(),
  applied: z.number().int(),
  failed: z.number().int(),
  lastAppliedAt: Timestamp.nullable(),
});
export type RuleStatistics = z.infer<typeof RuleStatistics>;

export const Rule = z.object({
  id: Id,
  ...settings,
  /** Among the rules of its type: lower ones are considered first. */
  position: z.number().int(),
  /** Counts from 1; every change of what it asks or does makes another. */
  version: z.number().int(),
  /** «When a case is created: if … then …». */
  sentence: z.string(),
  /** Why the desk switched it off by itself; null when it did not. */
  disabledReason: z.string().nullable(),
  /** The same as facts; null also where it happened before facts were kept. */
  disabledBecause: RuleTrouble.nullable(),
  statistics: RuleStatistics,
  updatedAt: Timestamp,
  updatedBy: z.object({ id: Id, name: z.string() }).nullable(),
});
export type Rule = z.infer<typeof Rule>;

export const CreateRule = z.strictObject({
  ...settings,
  description: settings.description.default(''),
  brandId: settings.brandId.default(null),
  conditions: settings.conditions.default({ match: 'all', conditions: [] }),
  stopProcessing: settings.stopProcessing.default(false),
  /** A new rule rests until somebody has tried it. */
  enabled: settings.enabled.default(false),
});
export type CreateRule = z.infer<typeof CreateRule>;

/** The type of a rule stays. */
export const UpdateRule = z
  .strictObject({
    name: settings.name.optional(),
    description: settings.description.optional(),
    brandId: settings.brandId.optional(),
    conditions: settings.conditions.optional(),
    actions: settings.actions.optional(),
    stopProcessing: settings.stopProcessing.optional(),
    enabled: settings.enabled.optional(),
  })
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    message: 'Name at least one field to change.',
  });
export type UpdateRule = z.infer<typeof UpdateRule>;

/** All rules of a type in their new order; those that are not named keep their place behind. */
export const ReorderRules = z.strictObject({
  type: RuleType,
  ruleIds: z
    .array(Id)
    .min(1)
    .max(1000)
    .refine((ids) => new Set(ids).size === ids.length, 'Name each rule once.'),
});
export type ReorderRules = z.infer<typeof ReorderRules>;

/** What a rule was between two changes. */
export const RuleVersion = z.object({
  version: z.number().int(),
  name: z.string(),
  brandId: Id.nullable(),
  conditions: Conditions,
  actions: Actions,
  stopProcessing: z.boolean(),
  sentence: z.string(),
  /** What is different from the version before, in words; empty for the first. */
  differences: z.array(z.string()),
  /** The same as facts. */
  changes: z.array(RuleDifference),
  createdAt: Timestamp,
  createdBy: z.object({ id: Id, name: z.string() }).nullable(),
});
export type RuleVersion = z.infer<typeof RuleVersion>;

/** A rule that is being written, tried on the cases of the last 30 days. Nothing changes. */
export const TryRule = z.strictObject({
  type: RuleType,
  brandId: Id.nullable().default(null),
  conditions: Conditions,
  actions: Actions,
  limit: z.number().int().min(1).max(50).default(20),
});
export type TryRule = z.infer<typeof TryRule>;

/** A condition as it was asked of a case. */
export const ConditionTrace = z.object({
  condition: Condition,
  /** In words. */
  description: z.string(),
  /** The field's values then, in words; empty when it had none. */
  seen: z.array(z.string()),
  /** The same as facts. */
  values: z.array(SeenValue),
  /** Why the values are not told: the reader may not see them, or the message was erased; null: they are. */
  withheld: z.enum(['permission', 'erased']).nullable(),
  /** Null: it cannot be said any more. */
  holds: z.boolean().nullable(),
});
export type ConditionTrace = z.infer<typeof ConditionTrace>;

export interface GroupTrace {
  match: 'all' | 'any';
  holds: boolean | null;
  parts: (ConditionTrace | GroupTrace)[];
}
export const GroupTrace: z.ZodType<GroupTrace> = z.lazy(() =>
  z.object({
    match: z.enum(['all', 'any']),
    holds: z.boolean().nullable(),
    parts: z.array(z.union([ConditionTrace, GroupTrace])),
  }),
);

export const RuleTrial = z.object({
  sentence: z.string(),
  /** Cases looked at, and how many of them the rule would apply to now. */
  looked: z.number().int(),
  matched: z.number().int(),
  /** There were more cases than could be looked at. */
  more: z.boolean(),
  items: z.array(z.object({ case: CaseSummary, effects: z.array(ActionEffect) })),
});
export type RuleTrial = z.infer<typeof RuleTrial>;

/** A rule that was considered for something that happened to a case. */
export const ConsideredRule = z.object({
  ruleId: Id,
  name: z.string(),
  version: z.number().int(),
  /** It has been deleted since. */
  gone: z.boolean(),
  /**
   * `stopped`: an earlier rule ended it; `loop`: it had already applied in this chain; `resting`: it has come back to this
   * case too often within an hour and leaves it alone until `restsUntil`.
   */
  outcome: z.enum(['applied', 'not-met', 'stopped', 'loop', 'resting', 'failed']),
  /** Null when it was not asked. */
  trace: GroupTrace.nullable(),
  /** What that version does; effects name their action by its place here. */
  actions: Actions,
  effects: z.array(ActionEffect),
  /** What went wrong; null when nothing did. */
  error: z.string().nullable(),
  /** Null: it does not rest. */
  restsUntil: Timestamp.nullable(),
  /** The same as facts; null also where it happened before facts were kept. */
  trouble: RuleTrouble.nullable(),
  /** What the ids in its conditions, values and actions are called, as far as the reader may know. */
  names: z.array(NamedThing),
});
export type ConsideredRule = z.infer<typeof ConsideredRule>;

/** One thing that happened to a case, and what the rules made of it. */
export const RuleRun = z.object({
  id: Id,
  type: RuleType,
  at: Timestamp,
  /** Who or what did it: a person, an application, Salesforce, another rule. */
  actor: ActorStamp,
  /** The place in the case's history that it is about; null for time rules. */
  sequence: z.number().int().nullable(),
  /** Why no rule was considered: `suppressed` by the writer, `depth` when rules had led to rules too often. */
  skipped: z.enum(['suppressed', 'depth']).nullable(),
  /** How many were considered, and how many of them were not met. */
  considered: z.number().int(),
  notMet: z.number().int(),
  /** In their order: all that did something or came to grief, and of the others the first; `runId` gives all. */
  rules: z.array(ConsideredRule),
});
export type RuleRun = z.infer<typeof RuleRun>;

/**
 * The runs of a case; or the one in which a rule did what stands at a place of the case's history; or one run with all
 * rules that were considered in it, page by page.
 */
export const ListRuleRuns = PageQuery.extend({
  ruleId: IdParam.optional(),
  /** Goes with `ruleId`. */
  sequence: IdParam.optional(),
  /** `limit` rules of this run a page. */
  runId: IdParam.optional(),
  /** Only rules with this in their names, and runs in which one of them was considered. */
  named: text('name', 100).min(1, 'Give a part of the name.').optional(),
})
  .refine(({ ruleId, sequence }) => (ruleId === undefined) === (sequence === undefined), {
    path: ['sequence'],
    message: 'Name the rule and the place in the history together.',
  })
  .refine(({ ruleId, runId }) => ruleId === undefined || runId === undefined, {
    path: ['runId'],
    message: 'Ask either for a run or for what led to a place in the history.',
  });
export type ListRuleRuns = z.infer<typeof ListRuleRuns>;

/** A field that conditions of a type of rules can ask for. */
export const ListRuleFields = z.object({ type: RuleType });

export const ruleParams = z.object({ ruleId: IdParam });
