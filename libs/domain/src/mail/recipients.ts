import type { MailAddress, SenderVerdict } from '@bureau/contracts';
import { isOneOf, normaliseAddress } from './mail-address.ts';

/** Whom a message goes to. */
export interface Recipients {
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
}

/** The same people, each once: whoever is named twice keeps the most visible place. */
export function distinctRecipients({ to, cc, bcc }: Recipients): Recipients {
  const seen = new Set<string>();
  const fresh = ({ address }: MailAddress) => {
    const before = seen.size;
    return seen.add(normaliseAddress(address)).size > before;
  };
  return { to: to.filter(fresh), cc: cc.filter(fresh), bcc: bcc.filter(fresh) };
}

/** Places of our own mailboxes among addresses: mail to ourselves would come back as a case of its own. */
export function ownAmong(addresses: readonly string[], ownAddresses: readonly string[]): number[] {
  return addresses.flatMap((address, index) => (isOneOf(address, ownAddresses) ? [index] : []));
}

export interface AnsweredMail {
  from: MailAddress;
  to: readonly MailAddress[];
  cc: readonly MailAddress[];
  /** What the checks of the sender say; null for what did not come by mail. */
  verdict: SenderVerdict | null;
}

export interface ReplyAllInput {
  /** The latest message of a person in this case; null when nobody wrote yet. */
  latest: AnsweredMail | null;
  customer: MailAddress | null;
  /** Every mailbox of this installation. */
  ownAddresses: readonly string[];
  /** The customer's own addresses: one of them is enough. */
  customerAddresses: readonly string[];
  /** Whom we wrote to in this case before. */
  knownAddresses: readonly string[];
}

/**
 * Proposes whom an answer to all goes to: the customer, and everybody else whom the latest message names, but not
 * ourselves. A mail that nobody vouches for adds no strangers: who puts his own address on the copy of a mail in
 * somebody else's name would read the answer (S3).
 */
export function proposeRecipients(input: ReplyAllInput): {
  to: MailAddress[];
  cc: MailAddress[];
  leftOut: MailAddress[];
} {
  const { latest, customer } = input;
  const to = customer ? [customer] : [];
  if (!latest) return { to, cc: [], leftOut: [] };

  const own = (address: string) =>
    isOneOf(address, input.ownAddresses) || isSame(address, input.customerAddresses) || address === '';
  const others = distinctRecipients({ to: [], cc: [latest.from, ...latest.to, ...latest.cc], bcc: [] }).cc.filter(
    ({ address }) => !own(address) && !isSame(address, customer ? [customer.address] : []),
  );
  const proven = latest.verdict !== 'failed' && latest.verdict !== 'unverified';
  const welcome = ({ address }: MailAddress) => proven || isSame(address, input.knownAddresses);
  return { to, cc: others.filter(welcome), leftOut: others.filter((one) => !welcome(one)) };
}

function isSame(address: string, addresses: readonly string[]): boolean {
  const normal = normaliseAddress(address);
  return addresses.some((one) => normaliseAddress(one) === normal);
}
