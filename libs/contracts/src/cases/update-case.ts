import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';
import { CustomFieldInput } from '../custom-fields/custom-field.ts';
import { LabelName } from '../labels/label.ts';
import { CaseStatus, RouteStatus } from './case.ts';

/** The id that another system gave a case; unique in the desk. */
export const ExternalId = z.string().trim().min(1, 'Write the id, or null for none.').max(255);

/** Two letters, perhaps with a country: de, en_us. */
export const Language = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z]{2,3}(?:_[a-z]{2,4})?$/, 'Write a language such as de or en_us.');

/** A label by its id or by its name; a name that nobody has used makes a new label, if the role allows it. */
export const LabelChoice = z.union([Id, LabelName], {
  error: 'Name a label by its id, or by its name of at least two characters.',
});
export type LabelChoice = z.infer<typeof LabelChoice>;

/** What becomes of the labels that the case has: these instead, these too, or without these. */
export const LabelAction = z.enum(['replace', 'append', 'remove']);
export type LabelAction = z.infer<typeof LabelAction>;

const changes = {
  status: CaseStatus,
  assigneeId: Id.nullable(),
  groupId: Id.nullable(),
  priority: z.number().int().min(1).max(10),
  subject: z.string().trim().min(1, 'Write a subject.').max(500, 'At most 500 characters.'),
  description: z.string().max(20_000, 'At most 20,000 characters.'),
  language: Language.nullable(),
  externalId: ExternalId.nullable(),
  customerId: Id,
  /** Another brand answers from its own first mailbox. */
  brandId: Id,
  labels: z.array(LabelChoice).max(100),
  customFields: CustomFieldInput,
  /** Lets the case sleep until a time, or (`until` null) until the customer writes; null wakes it. */
  snooze: z.object({ until: Timestamp.nullable() }).nullable(),
  spam: z.boolean(),
  routeStatus: RouteStatus.nullable(),
};

/** What may be changed of a case. What is not named stays. */
export const UpdateCase = z
  .object({
    ...changes,
    labelAction: LabelAction,
    /** Business rules are not to run because of this write. */
    suppressRules: z.boolean(),
  })
  .partial()
  .refine((wanted) => Object.entries(wanted).some(([field, value]) => field in changes && value !== undefined), {
    message: 'Name at least one field to change.',
  });
export type UpdateCase = z.infer<typeof UpdateCase>;
