import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery } from '../paging.ts';

/** Programs that rules and macros call: the desk posts JSON there, signed, once it is committed. */

const name = z
  .string('Give the webhook a name.')
  .trim()
  .min(1, 'Give the webhook a name.')
  .max(100, 'At most 100 characters.');
const url = z
  .url({ protocol: /^https?$/, error: 'Write an address such as https://example.com/desk.' })
  .max(2000, 'At most 2,000 characters.')
  .refine(
    (address) => !/^[a-z]+:\/\/[^/]*@/i.test(address),
    'Leave out user and password; check the signature instead.',
  );
/** What both sides sign with. It is never read again. */
const secret = z.string('Give the secret.').min(16, 'At least 16 characters.').max(200, 'At most 200 characters.');

export const Webhook = z.object({
  id: Id,
  name: z.string(),
  url: z.string(),
  enabled: z.boolean(),
  /** The last 7 days. */
  delivered: z.number().int(),
  failed: z.number().int(),
  waiting: z.number().int(),
  /** When a call last arrived; null: never. */
  lastDeliveredAt: Timestamp.nullable(),
  updatedAt: Timestamp,
});
export type Webhook = z.infer<typeof Webhook>;

export const CreateWebhook = z.strictObject({ name, url, secret, enabled: z.boolean().default(true) });
export type CreateWebhook = z.infer<typeof CreateWebhook>;

/** What is not named stays; so does the secret. */
export const UpdateWebhook = z
  .strictObject({
    name: name.optional(),
    url: url.optional(),
    secret: secret.optional(),
    enabled: z.boolean().optional(),
  })
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    message: 'Name at least one field to change.',
  });
export type UpdateWebhook = z.infer<typeof UpdateWebhook>;

/** `waiting`: for its first or next attempt. `failed`: given up; somebody can try it again. */
export const WebhookCallState = z.enum(['waiting', 'delivered', 'failed']);
export type WebhookCallState = z.infer<typeof WebhookCallState>;

export const WebhookEvent = z.enum(['rule.applied', 'macro.applied', 'webhook.tested']);
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** One call, with what became of its attempts. */
export const WebhookCall = z.object({
  id: Id,
  /** Sent with every attempt, so that the other side can tell a repetition. */
  key: z.string(),
  event: WebhookEvent,
  caseId: Id.nullable(),
  state: WebhookCallState,
  attempts: z.number().int(),
  /** Of the last attempt; null when nobody answered, or none was made. */
  status: z.number().int().nullable(),
  /** The beginning of the last answer. */
  response: z.string().nullable(),
  /** Why the last attempt failed; null when it did not. */
  error: z.string().nullable(),
  /** Milliseconds that the last attempt took. */
  tookMs: z.number().int().nullable(),
  nextAttemptAt: Timestamp.nullable(),
  createdAt: Timestamp,
  finishedAt: Timestamp.nullable(),
});
export type WebhookCall = z.infer<typeof WebhookCall>;

export const ListWebhookCalls = PageQuery.extend({ state: WebhookCallState.optional() });
export type ListWebhookCalls = z.infer<typeof ListWebhookCalls>;

export const webhookParams = z.object({ webhookId: IdParam });
export const webhookCallParams = webhookParams.extend({ callId: IdParam });

/** Facts of actions that are carried out once the write is committed. */
export const actionEvents = {
  'action.mail-written': z.object({ mailId: Id }),
  'action.webhook-wanted': z.object({ callId: Id }),
} as const;
