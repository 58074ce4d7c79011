import { stampOf, userIdOf, type Actor, type FieldChange, type OpenCase } from '@bureau/contracts';
import type { InboundMessage, StoredFile } from '../message/inbound-message.ts';
import { safeHtml } from '../message/safe-html.ts';
import type { Place } from './case-reference.repository.ts';

export interface Person {
  name: string;
  address: string;
}

/** What a case begins with that somebody opens for a customer. */
export function firstMessage(
  actor: Actor,
  { subject, text, html, direction }: Pick<OpenCase, 'subject' | 'text' | 'html' | 'direction'>,
  { place, customer, files }: { place: Place; customer: Person & { id: number }; files: StoredFile[] },
): InboundMessage {
  const { name, address } = customer;
  const company = { name: place.mailboxName ?? actor.name, address: place.mailboxAddress ?? '' };
  const [from, to] = direction === 'in' ? [{ name, address }, company] : [company, { name, address }];
  return {
    subject,
    text,
    visibleLength: text.length,
    html: html === undefined ? null : safeHtml(html),
    from,
    to: to.address === '' ? [] : [to],
    cc: [],
    messageId: null,
    inReplyTo: null,
    references: [],
    automatic: null,
    sender: null,
    notices: [],
    author: stampOf(actor),
    userId: userIdOf(actor) ?? null,
    customerId: direction === 'in' ? customer.id : null,
    intakeId: null,
    files,
  };
}

/** For the history: what the opener said of the case besides its message. */
export function openingChanges(initial: Record<string, unknown>): FieldChange[] {
  const usual: Record<string, unknown> = {
    status: 'new',
    priority: 4,
    description: '',
    labelIds: [],
    customFields: {},
  };
  return Object.entries(initial)
    .map(([field, to]) => ({ field, from: usual[field] ?? null, to }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}
