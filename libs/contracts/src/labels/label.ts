import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';

export const LabelColor = z.enum([
  'default',
  'blue',
  'teal',
  'green',
  'yellow',
  'orange',
  'red',
  'pink',
  'purple',
  'brown',
  'black',
  'grey',
  'white',
]);
export type LabelColor = z.infer<typeof LabelColor>;

/** What a label can be put on. */
export const LabelType = z.enum(['case', 'macro', 'article', 'company', 'customer']);
export type LabelType = z.infer<typeof LabelType>;

export const LabelSummary = z.object({ id: Id, name: z.string(), color: LabelColor });
export type LabelSummary = z.infer<typeof LabelSummary>;

/** Letters count: "Refund" and "refund" are two labels. */
export const LabelName = z
  .string()
  .trim()
  .min(2, 'Write at least 2 characters.')
  .max(100, 'At most 100 characters.')
  .refine((name) => !/[\p{Cc},]/u.test(name) && name.isWellFormed(), 'Leave out commas and control characters.');

export const Label = LabelSummary.extend({
  description: z.string(),
  types: z.array(LabelType),
  /** One that is not enabled stays where it is and is offered no more. */
  enabled: z.boolean(),
  position: z.number().int(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Label = z.infer<typeof Label>;
