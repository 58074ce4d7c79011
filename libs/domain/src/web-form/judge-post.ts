/** How many posts of forms there were within the minute, this one included. */
export interface PostCounts {
  ofNetwork: number;
  ofAddress: number;
  /** Of all networks that have used up what is theirs alone. */
  shared: number;
}

/** Posts a minute of one network that nobody can take from it, whatever all others do. */
export const POSTS_OF_ITS_OWN = 3;
/** Posts a minute of one network at most. */
export const POSTS_OF_A_NETWORK = 10;
/** Posts a minute of all networks together that are beyond their own. */
export const POSTS_SHARED = 120;
/** Forms with files a minute of one network whose files are kept, and of all networks together beyond their own. */
export const FILES_OF_A_NETWORK = 20;
export const FILES_SHARED = 240;
/** Posts a minute under one e-mail address that become cases; the others wait for a person. */
export const POSTS_OF_AN_ADDRESS = 5;

/** What a program does to a form that no person does. */
export interface PostSigns {
  /** The field that people do not see was filled. */
  trapped: boolean;
}

export type PostVerdict = { allow: true; hold: string | null } | { allow: false };

/** Whether the network of a post has a share of its own left: then nobody needs to count the shared ones. */
export function isWithinItsOwn(ofNetwork: number): boolean {
  return ofNetwork <= POSTS_OF_ITS_OWN;
}

/**
 * What becomes of a post of a form (S6). Nobody is shut out by others: each network has posts of its own, and an address
 * that somebody else abuses is not locked, its posts only wait for a person. `hold`: why it waits, null when it need not.
 */
export function judgePost(counts: PostCounts, { trapped }: PostSigns): PostVerdict {
  const { ofNetwork, ofAddress, shared } = counts;
  if (ofNetwork > POSTS_OF_A_NETWORK) return { allow: false };
  if (!isWithinItsOwn(ofNetwork) && shared > POSTS_SHARED) return { allow: false };
  if (trapped)
    return {
      allow: true,
      hold: 'The field of the form that people do not see was filled: perhaps a program wrote it.',
    };
  if (ofAddress > POSTS_OF_AN_ADDRESS) {
    return { allow: true, hold: `More than ${POSTS_OF_AN_ADDRESS} forms came under this address within a minute.` };
  }
  return { allow: true, hold: null };
}
