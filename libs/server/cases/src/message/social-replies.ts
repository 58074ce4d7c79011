import type { Actor, MailAddress, Network, PostKind, ReplyOnNetwork } from '@bureau/contracts';
import type { LockedCase } from '../case/case.repository.ts';

/** A case as far as an answer on its network depends on it. */
export type CaseToAnswer = Pick<
  LockedCase,
  'id' | 'channel' | 'brandId' | 'customerId' | 'customerName' | 'socialAccountId'
>;

/** What somebody wants to say there. */
export interface PostWanted {
  text: string;
  /** Files that the writer has uploaded. */
  uploadIds: number[];
  how: ReplyOnNetwork;
  /** No person wrote it, as far as the network asks. */
  automatic?: boolean;
}

/** How a message leaves on a network: frozen when its writer sends, kept with the delivery. */
export interface PostRoute {
  network: Network;
  accountId: number;
  kind: PostKind;
  /** A private answer to what was said in public. */
  toComment: boolean;
  /** The network's id of the post that it answers; null: of none. */
  answers: string | null;
  /** The network's id of whom it speaks to; empty: to everybody. */
  recipient: string;
  conversation: string;
  /** What each post says: from where to where in the text of the message, in UTF-16 units. */
  parts: { from: number; to: number }[];
  /** How many files follow as messages of their own. */
  filesApart: number;
  /** As its writer asked for it, to be asked for again. */
  wanted: ReplyOnNetwork;
  automatic: boolean;
}

/** A post that waits to be sent; without a parent known yet, it answers the part before it. */
export interface PostToSend {
  account: number;
  kind: PostKind;
  conversation: string;
  parent: string | null;
  part: number;
}

export interface SocialRoute {
  from: MailAddress;
  to: MailAddress[];
  route: PostRoute;
  posts: PostToSend[];
}

/** How cases of X and Facebook are answered there; the networks' channel knows. Cases know no network. */
export abstract class SocialReplies {
  /**
   * Everything that can be refused is refused here, before anything is stored. Throws post.too-long (`over`), post.too-many-parts,
   * post.no-recipient, post.window-closed, post.private-reply-used, post.account-unavailable, and request.invalid for files
   * that the network does not take.
   */
  abstract route(actor: Actor, supportCase: CaseToAnswer, wanted: PostWanted): Promise<SocialRoute>;
}

/** Whether answers to a case leave on a network unless somebody is named by address. */
export function isOnNetwork({ channel }: Pick<LockedCase, 'channel'>): boolean {
  return channel === 'twitter' || channel === 'facebook';
}
