import type { Network } from '@bureau/contracts';

/** How an answer leaves: for everybody to read, as a comment below a post of Facebook, or in private. */
export type PostForm = 'post' | 'comment' | 'message';

/** X, in its own count; `long` for accounts that pay for more. */
const X_POST = 280;
const X_LONG_POST = 25_000;
const X_MESSAGE = 10_000;

/** Facebook, in characters. */
const FACEBOOK_COMMENT = 8_000;
const FACEBOOK_MESSAGE = 2_000;

/** A thread longer than this is a letter. */
export const MOST_PARTS = 25;

/** How long one text may be (external-apis.md 1.8, 2.6): on X as X counts, on Facebook in characters. */
export function longestText(network: Network, form: PostForm, { long = false } = {}): number {
  if (network === 'facebook') return form === 'message' ? FACEBOOK_MESSAGE : FACEBOOK_COMMENT;
  if (form === 'message') return X_MESSAGE;
  return long ? X_LONG_POST : X_POST;
}

const MEGABYTE = 1024 * 1024;

/** What a network takes of one kind of file. */
export interface MediaLimit {
  types: readonly string[];
  /** Bytes. */
  size: number;
  /** With one text. */
  most: number;
}

const X_PICTURES: MediaLimit = { types: ['image/jpeg', 'image/png', 'image/webp'], size: 5 * MEGABYTE, most: 4 };
const X_ANIMATIONS: MediaLimit = { types: ['image/gif'], size: 15 * MEGABYTE, most: 1 };
const X_VIDEOS: MediaLimit = { types: ['video/mp4'], size: 512 * MEGABYTE, most: 1 };
const FACEBOOK_PICTURES: MediaLimit = {
  types: ['image/jpeg', 'image/png', 'image/gif', 'image/webp'],
  size: 4 * MEGABYTE,
  most: 1,
};

/**
 * The kinds of files that go with a text; files of two kinds never go together. Null: whatever it is, each file as a
 * message of its own, up to 25 MB.
 */
export function mediaLimits(network: Network, form: PostForm): readonly MediaLimit[] | null {
  if (network === 'facebook') return form === 'message' ? null : [FACEBOOK_PICTURES];
  const limits = [X_PICTURES, X_ANIMATIONS, X_VIDEOS];
  return form === 'message' ? limits.map((limit) => ({ ...limit, most: 1 })) : limits;
}

/** What Messenger takes as one file. */
export const FACEBOOK_FILE_SIZE = 25 * MEGABYTE;
