import type { OpenCase } from '@bureau/contracts';

/** How a case comes about by hand: we write first, or note down what was said. */
export type NewCaseKind = 'write' | 'call' | 'told';

/** Whom it is for: somebody known, or an address. */
export interface ChosenCustomer {
  id: number | null;
  name: string;
  address: string | null;
}

/** What the form of a new case holds. */
export interface NewCaseValues {
  kind: NewCaseKind;
  customer: ChosenCustomer | null;
  /** The mailbox it goes out from, or is filed under; null: the first one. */
  mailboxId: number | null;
  subject: string;
  message: string;
  groupId: number | null;
  assigneeId: number | null;
  priority: number;
}

/** What the desk is asked. Not before a customer is chosen. */
export function openingOf(values: NewCaseValues): Partial<OpenCase> & Pick<OpenCase, 'subject' | 'text'> {
  const { kind, customer, mailboxId, groupId, subject, message, assigneeId, priority } = values;
  return {
    subject: subject.trim(),
    text: message.trim(),
    ...whose(customer),
    ...(mailboxId !== null && { mailboxId }),
    ...(groupId !== null && { groupId }),
    assigneeId,
    priority,
    ...(kind === 'write' && { direction: 'out', send: true, status: 'pending' }),
    ...(kind === 'call' && { channel: 'phone' }),
  };
}

function whose(customer: ChosenCustomer | null): Pick<Partial<OpenCase>, 'customer' | 'customerId'> {
  if (customer === null) return {};
  if (customer.id !== null) return { customerId: customer.id };
  return { customer: { address: customer.address ?? '', name: customer.name.trim() } };
}
