import type { ActorStamp, AutomaticKind, DeliveryState, SenderCheck } from '@bureau/contracts';
import { HOUR } from './calendar.ts';
import { iso, type DemoWorld } from './demo-world.ts';
import type { WrittenMail } from './write-mail.ts';

/** Where a message stands. */
export interface Place {
  id: number;
  caseId: number;
  sequence: number;
}

/** What a message is stored from; what was no mail has no Message-ID. */
export type StoredMail = Omit<WrittenMail, 'messageId' | 'headers'> & { messageId: string | null };

export interface HowItWent {
  state: DeliveryState;
  response: string;
}

/** A message that came in, as the intake stores it. */
export function storeInbound(
  world: DemoWorld,
  place: Place,
  heard: {
    mail: WrittenMail;
    text: string;
    visibleLength: number;
    sender: SenderCheck;
    automatic: AutomaticKind | null;
    intakeId: number;
  },
): void {
  const { mail, text, visibleLength, sender, automatic, intakeId } = heard;
  storeMessage(world, place, mail, {
    direction: 'in',
    text,
    visible_length: visibleLength,
    automatic,
    sender,
    author: null,
    user_id: null,
    customer_id: world.customers.get(mail.from.address)?.id ?? null,
    intake_id: intakeId,
  });
}

/** A message that was posted in public; `isAside`: whoever asked did not write it. */
export function storePost(
  world: DemoWorld,
  place: Place,
  posted: {
    mail: StoredMail;
    sender: SenderCheck;
    customerId: number | null;
    intakeId: number;
    isAside: boolean;
  },
): void {
  const { mail, sender, customerId, intakeId, isAside } = posted;
  storeMessage(world, place, mail, {
    channel: 'qna',
    purpose: isAside ? 'aside' : 'message',
    direction: 'in',
    text: mail.text,
    visible_length: mail.text.length,
    automatic: null,
    sender,
    author: null,
    user_id: null,
    customer_id: customerId,
    intake_id: intakeId,
  });
}

/** A message that went out, as a reply stores it. */
export function storeOutbound(
  world: DemoWorld,
  place: Place,
  { mail, author }: { mail: WrittenMail; author: ActorStamp },
): void {
  storeMessage(world, place, mail, {
    direction: 'out',
    text: mail.text,
    visible_length: mail.text.length,
    automatic: null,
    sender: null,
    author,
    user_id: author.id,
    customer_id: null,
    intake_id: null,
  });
}

function storeMessage(world: DemoWorld, place: Place, mail: StoredMail, own: Record<string, unknown>): void {
  world.rows.add('messages', {
    channel: 'email',
    purpose: 'message',
    ...own,
    id: place.id,
    case_id: place.caseId,
    sequence: place.sequence,
    html: mail.html,
    subject: mail.subject,
    from_name: mail.from.name,
    from_address: mail.from.address,
    recipients_to: [mail.to],
    recipients_cc: [],
    message_id: mail.messageId,
    in_reply_to: mail.inReplyTo,
    reference_ids: mail.references,
    notices: [],
    at: iso(mail.at.getTime()),
  });
  storeFiles(world, place.id, mail);
}

function storeFiles(world: DemoWorld, messageId: number, { files, at }: Pick<StoredMail, 'files' | 'at'>): void {
  files.forEach(({ fileName, contentType, content }, index) => {
    const blob = world.rows.keep(content);
    const named = { message_id: messageId, position: index + 1, file_name: fileName, content_type: contentType };
    world.rows.add('attachments', { ...named, ...blob, content_id: null, inline: false, created_at: at });
  });
}

/** How a message that went out fared. */
export function storeDelivery(
  world: DemoWorld,
  { id, caseId }: Place,
  { to, at, state, response }: HowItWent & { to: string; at: number },
): void {
  const left = at + 10_000 + world.chance.int(300, 2400);
  const settled = state === 'failed' ? left + 2 * HOUR : left;
  world.rows.add('deliveries', {
    message_id: id,
    case_id: caseId,
    state,
    recipients: [to],
    attempts: state === 'failed' ? 4 : 1,
    undo_until: iso(at + 10_000),
    sent_at: state === 'sent' || state === 'bounced' ? iso(left) : null,
    response,
    created_at: iso(at),
    updated_at: iso(Math.min(settled, world.now)),
  });
}
