import { ActionEffect, FieldChange, RuleTrouble } from '@bureau/contracts';
import { headerNameOf } from '@bureau/domain';
import { z } from 'zod';

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Fields whose values are somebody's words or whereabouts: they are read from the message again, while it has them. */
export const OF_MESSAGE = ['subject', 'text', 'from', 'to', 'cc', 'headers', 'mailer'].map((name) => `message.${name}`);
const NOT_KEPT: ReadonlySet<string> = new Set(['case.excerpt', ...OF_MESSAGE]);

export function isKept(field: string): boolean {
  return !NOT_KEPT.has(field) && headerNameOf(field) === null;
}

/** What is kept of a run, so that it can be explained: values of the fields that were asked for, never a message's text. */
export const RunRecord = z.object({
  /** When it was asked, in milliseconds. */
  now: z.number().optional(),
  changes: z.array(FieldChange).optional(),
  /** The values seen by the rules from a place in the list on; a further entry after each rule that changed something. */
  seen: z.array(z.object({ from: z.number().int(), values: z.record(z.string(), z.array(Scalar)) })).optional(),
  /** From this place on, rules were not asked: one before had ended it. */
  stoppedAt: z.number().int().optional(),
  /** Of rules whose conditions were met, or that were not asked: by their place in the list. */
  outcomes: z
    .record(
      z.string(),
      z.object({
        outcome: z.enum(['applied', 'loop', 'resting', 'failed']),
        effects: z.array(ActionEffect),
        error: z.string().nullable(),
        trouble: RuleTrouble.nullable().optional(),
        restsUntil: z.string().optional(),
      }),
    )
    .optional(),
});
export type RunRecord = z.infer<typeof RunRecord>;

/** An effect as it is kept: what was said is in the case, or with whom it was sent to. */
export function keptEffect(effect: ActionEffect): ActionEffect {
  return effect.message ? { ...effect, message: { ...effect.message, html: '', text: '' } } : effect;
}
