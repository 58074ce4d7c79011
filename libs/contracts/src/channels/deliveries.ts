import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { Delivery, DeliveryState, MessagePurpose } from '../cases/feed.ts';
import { EditableMessage } from '../cases/messages.api.ts';

/** A message on its way out, as administrators look at it: whose, to whom, how it fares. */
export const DeliveryEntry = Delivery.extend({
  case: z.object({ id: Id, subject: z.string() }),
  messageId: Id,
  subject: z.string(),
  purpose: MessagePurpose,
  /** The mailbox that it leaves from. */
  from: z.string(),
  recipients: z.array(z.string()),
  /** Who wrote it. */
  author: z.string(),
  createdAt: Timestamp,
});
export type DeliveryEntry = z.infer<typeof DeliveryEntry>;

/** How many there are in a state; nobody counts beyond {@link DELIVERIES_COUNTED}. */
export const DeliveryCount = z.object({ state: DeliveryState, count: z.number().int(), more: z.boolean() });
export type DeliveryCount = z.infer<typeof DeliveryCount>;
export const DELIVERIES_COUNTED = 1000;

const deliveryParams = z.object({ deliveryId: IdParam });

export const deliveriesApi = {
  list: route('GET', '/deliveries', {
    summary: 'List what leaves the desk, the newest first, with how it fares; of cases that one may see.',
    allow: 'mailboxes:view',
    query: PageQuery.extend({ state: DeliveryState.optional(), mailboxId: IdParam.optional() }),
    response: pageOf(DeliveryEntry),
  }),
  counts: route('GET', '/deliveries/counts', {
    summary: 'Count what leaves the desk by its state; of cases that one may see.',
    allow: 'mailboxes:view',
    query: z.object({ mailboxId: IdParam.optional() }),
    response: z.object({ items: z.array(DeliveryCount) }),
  }),
  undo: route('POST', '/deliveries/:deliveryId/undo', {
    summary: 'Take a message back that waits, also between two attempts; the text of a reply becomes the draft again.',
    allow: 'cases:reply',
    params: deliveryParams,
    response: Delivery,
  }),
  edit: route('POST', '/deliveries/:deliveryId/edit', {
    summary: 'Take what a failed, bounced or unknown delivery said back into an editor, to be sent in its place.',
    allow: 'cases:reply',
    params: deliveryParams,
    response: EditableMessage,
  }),
  retry: route('POST', '/deliveries/:deliveryId/retry', {
    summary: 'Send a failed or unknown delivery again.',
    allow: 'cases:reply',
    params: deliveryParams,
    response: Delivery,
  }),
  settle: route('POST', '/deliveries/:deliveryId/settle', {
    summary: 'Say what became of an unknown delivery, after looking at the receiving side.',
    allow: 'cases:reply',
    params: deliveryParams,
    body: z.object({ state: z.enum(['sent', 'failed']) }),
    response: Delivery,
  }),
};

export const deliveryEvents = {
  'delivery.changed': z.object({ deliveryId: Id, caseId: Id, messageId: Id, state: DeliveryState }),
} as const;
