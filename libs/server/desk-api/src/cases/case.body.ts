import { CaseStatus, Channel, OpenCase, UpdateCase } from '@bureau/contracts';
import { z } from 'zod';
import { Anything, Flag, says, textOf } from '../resource/body.ts';
import { links, linkTo } from '../resource/links.ts';
import { understood } from '../resource/understood.ts';
import { NewReply } from './reply.body.ts';
import { mailboxesIn } from './mailbox-text.ts';

const Links = links({
  customer: linkTo('customers'),
  assigned_user: linkTo('users'),
  assigned_group: linkTo('groups'),
  locked_by: linkTo('users'),
});

const Message = z
  .object({
    direction: z.enum(['in', 'out']).nullish(),
    status: z.string().nullish(),
    to: z.string().nullish(),
    from: z.string().nullish(),
    subject: Anything,
    body: Anything,
    created_at: Anything,
  })
  .partial();

/** As ISO 8601 has it. */
const Time = z.iso
  .datetime({ offset: true, error: 'Write a time as 2026-11-23T09:30:00Z.' })
  .transform((text) => new Date(text));

const fields = {
  subject: Anything,
  priority: Anything,
  description: Anything,
  language: Anything,
  external_id: Anything,
  labels: Anything,
  label_ids: Anything,
  custom_fields: Anything,
  suppress_rules: Flag,
  _links: Links,
};

export const NewCase = z.object({
  ...fields,
  type: Channel.nullish(),
  /** A status that there is not is taken for `new`: clients send `received`. */
  status: CaseStatus.catch('new').default('new'),
  created_at: Anything,
  message: Message.nullish(),
});
export type NewCase = z.output<typeof NewCase>;

export const ChangedCase = z.object({
  ...fields,
  status: Anything,
  label_action: Anything,
  locked_until: Time.nullish(),
  reply: NewReply.nullish(),
});
export type ChangedCase = z.output<typeof ChangedCase>;

/** What the verbs call the fields → what clients call them. */
export const CASE_NAMES: Record<string, string> = {
  text: 'message.body',
  customer: '_links.customer',
  customerId: '_links.customer',
  assigneeId: '_links.assigned_user',
  groupId: '_links.assigned_group',
  externalId: 'external_id',
  customFields: 'custom_fields',
  createdAt: 'created_at',
  labelAction: 'label_action',
  channel: 'type',
  lockedUntil: 'locked_until',
  lockedBy: '_links.locked_by',
};

/**
 * What was sent, as the verb that opens cases is asked. The customer is whom a link names, `customerId`, or who wrote or
 * was written to. What went out with the status `pending` is to be sent; anything else is only written down.
 */
export function openingOf(body: NewCase, customerId?: number): OpenCase {
  const { message, _links: links } = body;
  const direction = message?.direction ?? 'in';
  const channel = body.type ?? 'email';
  const known = customerId ?? links.customer ?? undefined;
  const [address] = mailboxesIn(direction === 'in' ? message?.from : message?.to);
  return understood(OpenCase, {
    ...common(body),
    subject: body.subject ?? message?.subject,
    text: message?.body,
    direction,
    channel,
    send: direction === 'out' && message?.status === 'pending',
    ...(known === undefined ? { customer: address } : { customerId: known }),
    status: body.status,
    labels: labelsIn(body),
    createdAt: body.created_at ?? message?.created_at ?? undefined,
  });
}

/** What was sent, as the verb that changes cases is asked; null when nothing is to be changed. */
export function updateOf(body: ChangedCase): UpdateCase | null {
  const wanted: Record<string, unknown> = {
    ...common(body),
    subject: body.subject ?? undefined,
    status: body.status ?? undefined,
    customerId: body._links.customer ?? undefined,
    labels: labelsIn(body),
    labelAction: body.label_action ?? undefined,
  };
  const { labelAction: _action, suppressRules: _quiet, ...changes } = wanted;
  return says(changes) ? understood(UpdateCase, wanted) : null;
}

/**
 * What is to become of the lock: `free` when both members are said to be null, a hold when either says something, and
 * undefined for clients that send `locked_until` null with everything. `userId` undefined: for oneself.
 */
export function lockIn({
  locked_until: until,
  _links: { locked_by: userId },
}: ChangedCase): 'free' | { userId: number | undefined; until: Date | null } | undefined {
  if (until === null && userId === null) return 'free';
  const isAsked = until instanceof Date || typeof userId === 'number';
  return isAsked ? { userId: userId ?? undefined, until: until ?? null } : undefined;
}

function common(body: NewCase | ChangedCase): Record<string, unknown> {
  return {
    priority: body.priority ?? undefined,
    description: textOf(body.description),
    language: body.language,
    externalId: body.external_id,
    customFields: body.custom_fields ?? undefined,
    assigneeId: body._links.assigned_user,
    groupId: body._links.assigned_group,
    suppressRules: body.suppress_rules ?? undefined,
  };
}

/** By name, or by id. */
function labelsIn({ labels, label_ids: ids }: NewCase | ChangedCase): unknown {
  return labels ?? ids ?? undefined;
}
