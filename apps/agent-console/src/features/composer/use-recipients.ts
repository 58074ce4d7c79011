import { messagesApi } from '@bureau/contracts';
import type { Case, FeedItem } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { isAddress } from './parse-addresses.ts';
import { suggestedCc } from './suggested-cc.ts';
import type { Writing } from './writing.ts';

/** Whom a message goes to as it stands. */
export interface Recipients {
  to: readonly string[];
  cc: readonly string[];
  bcc: readonly string[];
  /** Named by a mail whose sender nothing proves, and therefore not taken in (S3). */
  leftOut: readonly string[];
  /** What is no address, as it was written. */
  invalid: readonly string[];
  /** Names by address in lower case, where they are known. */
  names: ReadonlyMap<string, string>;
}

/** Those that the agent named, and where she named none, those that the desk proposes for an answer to all. */
export function useRecipients(supportCase: Case, feed: readonly FeedItem[], writing: Writing): Recipients {
  const { customer, mailbox, counts } = supportCase;
  const proposed = useRoute(
    messagesApi.recipients,
    { params: { caseId: supportCase.id } },
    { enabled: counts.inbound > 0 },
  ).data;
  const isReply = writing.mode === 'reply';
  const ownCc = suggestedCc(feed, { customerAddress: customer.address, mailboxAddress: mailbox?.address ?? null });
  const proposedCc = proposed?.cc.map(({ address }) => address) ?? ownCc;
  const to = writing.to ?? (isReply && customer.address !== null ? [customer.address] : []);
  const cc = writing.cc ?? (isReply ? proposedCc : []);
  const bcc = isReply ? (writing.bcc ?? []) : [];
  const all = [...to, ...cc, ...bcc];
  const named = new Set(all.map((address) => address.toLowerCase()));
  const known = [
    ...(proposed?.to ?? []),
    ...(proposed?.cc ?? []),
    { name: customer.name, address: customer.address ?? '' },
  ];
  return {
    to,
    cc,
    bcc,
    leftOut: isReply
      ? (proposed?.leftOut ?? []).map(({ address }) => address).filter((address) => !named.has(address.toLowerCase()))
      : [],
    invalid: all.filter((address) => !isAddress(address)),
    names: new Map(known.filter(({ name }) => name !== '').map(({ name, address }) => [address.toLowerCase(), name])),
  };
}
