import { ReplyToCase, type ActorStamp } from '@bureau/contracts';
import type { InboundMessage, LockedCase } from '@bureau/cases';
import { InvalidInput } from '@bureau/platform';
import { z } from 'zod';
import { Anything, Flag } from '../resource/body.ts';
import { understood } from '../resource/understood.ts';
import { mailboxesIn } from './mailbox-text.ts';

const Text = z.string().nullish();
/** As many addresses as there may be, each as long as it may be. */
const Mailboxes = z.string().max(20_000, 'At most 20,000 characters.').nullish();

export const NewReply = z.object({
  body: z.string().max(500_000, 'At most 500,000 characters.').nullish(),
  subject: z.string().max(500, 'At most 500 characters.').nullish(),
  direction: z
    .enum(['in', 'out'])
    .nullish()
    .transform((sent) => sent ?? 'out'),
  status: Text,
  to: Mailboxes,
  from: Mailboxes,
  cc: Mailboxes,
  bcc: Mailboxes,
  hidden: Flag,
  ticket_status: Anything,
  suppress_rules: Flag,
});
export type NewReply = z.output<typeof NewReply>;

/** Of what was said, only whether the customer sees it changes. */
export const ChangedMessage = NewReply.pick({ body: true, hidden: true });
export type ChangedMessage = z.output<typeof ChangedMessage>;

/** What the verbs call the fields → what clients call them. */
export const REPLY_NAMES: Record<string, string> = { text: 'body', html: 'body' };

/** Something to be sent, as the verb that answers customers is asked. */
export function sendingOf(body: NewReply, { sequence }: LockedCase): ReplyToCase {
  return understood(ReplyToCase, {
    text: body.body ?? '',
    sequence,
    subject: body.subject ?? undefined,
    to: addressesIn(body.to),
    cc: addressesIn(body.cc),
    bcc: addressesIn(body.bcc),
    status: body.ticket_status ?? undefined,
    suppressRules: body.suppress_rules ?? undefined,
  });
}

/** What was said elsewhere, by telephone or before the desk was there: it is written down, and nothing is sent. */
export function saidOf(
  body: NewReply,
  supportCase: LockedCase,
  who: { author: ActorStamp; userId: number | null },
): InboundMessage {
  const text = body.body?.trim() ?? '';
  if (text === '') throw new InvalidInput([{ path: 'text', message: 'Write the reply.' }]);
  const isInbound = body.direction === 'in';
  const customer = { name: supportCase.customerName, address: supportCase.customerAddress ?? '' };
  const company = { name: supportCase.mailboxName ?? '', address: supportCase.mailboxAddress ?? '' };
  const [from, to] = isInbound ? [customer, company] : [company, customer];
  return {
    subject: body.subject ?? supportCase.subject,
    text,
    visibleLength: text.length,
    html: null,
    from: mailboxesIn(body.from)[0] ?? from,
    to: [to].filter(({ address }) => address !== ''),
    cc: mailboxesIn(body.cc),
    messageId: null,
    inReplyTo: null,
    references: [],
    automatic: null,
    sender: null,
    notices: [],
    ...who,
    customerId: isInbound ? supportCase.customerId : null,
    intakeId: null,
    files: [],
    channel: supportCase.channel,
  };
}

export function addressesIn(text: string | null | undefined): string[] | undefined {
  const addresses = mailboxesIn(text).map(({ address }) => address);
  return addresses.length === 0 ? undefined : addresses;
}
