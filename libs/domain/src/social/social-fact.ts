import type { Network, PostKind } from '@bureau/contracts';

/** Who wrote a post, as the network told it. Absent fields were not told: what is known of them stays. */
export interface WriterFacts {
  externalId: string;
  handle: string;
  name: string;
  avatarUrl?: string;
  followers?: number;
  verified?: boolean;
  /** BCP 47. */
  language?: string;
}

/** A picture, film or file at an address of the network, which forgets it sooner or later. */
export interface PostMedia {
  url: string;
  fileName: string;
  contentType: string;
  description: string;
}

/** In what way a post is the account's business; the administrator chooses which of them become cases. */
export type Concern =
  'mention' | 'reply' | 'quote' | 'search' | 'visitor-post' | 'company-post' | 'comment' | 'direct-message';

/** One post, comment or private message, whichever way the desk learned of it. */
export interface PostFacts {
  network: Network;
  /** Changes with every edition on X; as the network writes it (ids of X do not fit into a number). */
  externalId: string;
  /** The same for all editions. */
  stableId: string;
  kind: PostKind;
  /** The conversation, the post that a comment stands below, or the private conversation. */
  conversationId: string;
  /** What it answers. */
  parentId: string | null;
  quotedId: string | null;
  /** Null: the network does not say who (deleted, or not for us to know). */
  writer: WriterFacts | null;
  /** Written by the account itself, by us or in the network's own app. */
  byAccount: boolean;
  text: string;
  /** BCP 47; null: unknown. */
  language: string | null;
  url: string | null;
  at: Date;
  edited: boolean;
  /** When this edition was made, where it can be told; editions may come in any order. */
  editedAt: Date | null;
  concerns: Concern[];
  media: PostMedia[];
  /** Another app of the account answers in this conversation; absent: ours, or nobody said. */
  heldElsewhere?: true;
  /** What we had hidden in our own message, to know it again; null: nothing. */
  ourMark: string | null;
}

/** What one item of the ledger says. */
export type SocialFact =
  | { kind: 'post'; post: PostFacts }
  | { kind: 'removed'; externalId: string }
  | { kind: 'hidden' | 'shown'; externalId: string }
  /** What somebody feels about a private message, as the network shows it; null: nothing any more. */
  | { kind: 'reacted'; externalId: string; reaction: string | null; at: Date }
  /** Who answers in a private conversation from now on: an app by the network's id; null: any other than ours. */
  | { kind: 'handed-over'; conversationId: string; owner: string | null; at: Date }
  | { kind: 'access-revoked' }
  /** Nothing that a help desk works on: a like, a delivery receipt; `what` in words. */
  | { kind: 'ignored'; what: string }
  /** Kept and shown: nobody has taught us what it is. */
  | { kind: 'unknown'; what: string };
