import { z } from 'zod';
import { CustomFieldInput } from '../custom-fields/custom-field.ts';
import { Id } from '../ids.ts';
import { LabelName } from '../labels/label.ts';
import { CaseStatus } from '../cases/case.ts';
import { Language } from '../cases/update-case.ts';

/** What rules and macros can do to a case; one schema, one handler (server/automation/action) and one sentence each. */

export const ACTION_LIMITS = {
  /** Of one rule or macro. */
  actions: 25,
  /** Characters of the source of a text. */
  text: 20_000,
} as const;

/** Words with placeholders such as `{{customer.first_name | default: "there"}}`. */
const words = (what: string, atMost: number = ACTION_LIMITS.text) =>
  z
    .string(`Write the ${what}.`)
    .trim()
    .min(1, `Write the ${what}.`)
    .max(atMost, `At most ${atMost} characters.`)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'Leave out characters that are no text.');

/** Simple HTML with placeholders. Channels without formatting get its text, or `plain` where it is given. */
const Html = words('text');

/** Who gets a case, other than a named user: worked out when the action runs. */
export const AssignBy = z.enum(['round-robin', 'least-busy', 'last-handler']);
export type AssignBy = z.infer<typeof AssignBy>;

/** To whom a mail goes that is no answer to the customer. */
export const MailRecipient = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('customer') }),
  /** The assigned agent; nobody: nothing is sent, and the trace says so. */
  z.strictObject({ to: z.literal('assignee') }),
  z.strictObject({ to: z.literal('group'), groupId: Id }),
  z.strictObject({ to: z.literal('user'), userId: Id }),
  z.strictObject({ to: z.literal('address'), address: z.email('Write an address such as ana@example.com.') }),
]);
export type MailRecipient = z.infer<typeof MailRecipient>;

const labels = z.array(LabelName).min(1, 'Name a label.').max(50, 'At most 50 labels.');

const ACTIONS = [
  z.strictObject({ type: z.literal('set-status'), status: CaseStatus }),
  z.strictObject({ type: z.literal('set-priority'), priority: z.number().int().min(1).max(10) }),
  /** Up or down by so much, within 1 to 10. */
  z.strictObject({ type: z.literal('change-priority'), by: z.number().int().min(-9).max(9) }),
  /** Null: no group. */
  z.strictObject({ type: z.literal('set-group'), groupId: Id.nullable() }),
  /** A user, or null for nobody. */
  z.strictObject({ type: z.literal('set-user'), userId: Id.nullable() }),
  /** Somebody of the case's group (or of `groupId`) who is available; nobody is: the case stays as it is. */
  z.strictObject({ type: z.literal('assign'), by: AssignBy, groupId: Id.nullable().default(null) }),
  /** The agent who applies a macro. */
  z.strictObject({ type: z.literal('assign-to-me') }),
  z.strictObject({ type: z.literal('set-labels'), labels }),
  z.strictObject({ type: z.literal('append-labels'), labels }),
  z.strictObject({ type: z.literal('remove-labels'), labels }),
  z.strictObject({ type: z.literal('set-subject'), subject: words('subject', 500) }),
  z.strictObject({ type: z.literal('set-description'), description: words('description') }),
  z.strictObject({ type: z.literal('set-custom-fields'), values: CustomFieldInput }),
  z.strictObject({ type: z.literal('set-language'), language: Language.nullable() }),
  z.strictObject({ type: z.literal('set-brand'), brandId: Id }),
  z.strictObject({ type: z.literal('add-note'), html: Html }),
  /** A text into the composer (macro), or sent to the customer as the desk's answer (rule). */
  z.strictObject({
    type: z.literal('quick-reply'),
    html: Html,
    /** For channels without formatting; null: the text of `html`. X counts its length by this. */
    plain: words('text').nullable().default(null),
    /** Of the mail; null: as an answer has. */
    subject: words('subject', 300).nullable().default(null),
  }),
  /** An article for the channel of the case and the language of its customer, as a quick reply. */
  z.strictObject({ type: z.literal('insert-article'), articleId: Id }),
  z.strictObject({
    type: z.literal('send-email'),
    recipient: MailRecipient,
    subject: words('subject', 300),
    html: Html,
  }),
  /** The acknowledgement of the brand's template, at most once in a conversation and never to machines. */
  z.strictObject({ type: z.literal('acknowledge') }),
  /** The survey of the brand about the present resolution, by mail, at most once for each and never to machines. */
  z.strictObject({ type: z.literal('send-survey') }),
  /** For so many hours, or until the customer writes (null). */
  z.strictObject({ type: z.literal('snooze'), hours: z.number().int().min(1).max(8760).nullable() }),
  /** Tells a user of what happens on the case; null: whoever applies the macro, or is assigned. */
  z.strictObject({ type: z.literal('follow'), userId: Id.nullable() }),
  z.strictObject({ type: z.literal('mark-spam') }),
  z.strictObject({ type: z.literal('delete') }),
  z.strictObject({ type: z.literal('call-webhook'), webhookId: Id }),
  /** Declared for Desk Connect; refused until Salesforce is connected. */
  z.strictObject({ type: z.literal('post-to-chatter'), text: words('text', 10_000) }),
  z.strictObject({ type: z.literal('sync-case') }),
  z.strictObject({ type: z.literal('sync-customer') }),
] as const;

export const Action = z.discriminatedUnion('type', ACTIONS, { error: 'Name an action, e.g. {"type": "set-status"}.' });
export type Action = z.infer<typeof Action>;
export type ActionType = Action['type'];
/** One kind of action. */
export type ActionOf<T extends ActionType> = Extract<Action, { type: T }>;

/** In this order; each sees what those before it did. */
export const Actions = z
  .array(Action, { error: 'Give a list of actions.' })
  .max(ACTION_LIMITS.actions, `At most ${ACTION_LIMITS.actions} actions.`);
export type Actions = z.infer<typeof Actions>;

export const ACTION_TYPES = ACTIONS.map((action) => action.shape.type.value);

/** What an action did, or would do, to a case. */
export const ActionEffect = z.object({
  /** Its place in the list. */
  index: z.number().int(),
  type: z.enum(ACTION_TYPES),
  /** In words: «Set status to Pending». */
  description: z.string(),
  outcome: z.enum(['done', 'nothing', 'refused']),
  /** Why nothing was done, or what was missing; null when there is nothing to say. */
  reason: z.string().nullable(),
  /** Fields with the values before and after, ids as they are. */
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  /** What is said to somebody, filled in: a reply, a note, a mail. */
  message: z
    .object({
      kind: z.enum(['reply', 'note', 'email']),
      to: z.array(z.string()),
      subject: z.string().nullable(),
      html: z.string(),
      text: z.string(),
      /** Placeholders that had no value and no default: they said nothing. */
      missing: z.array(z.string()),
      /** The HTML with an empty `<span data-gap="customer.title">` at each of them; left out when nothing is missing. */
      marked: z.string().optional(),
    })
    .nullable(),
});
export type ActionEffect = z.infer<typeof ActionEffect>;
