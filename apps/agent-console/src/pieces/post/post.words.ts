import { words } from '../../language/words.ts';

/** A post as it looks on its network. */
export const postWords = words('post', {
  isPrivate: 'Private',
  verified: 'Verified',
  followers: (count: string) => `${count} followers`,
  unknownWriter: 'Somebody on Facebook',
  see: { x: 'View on X', facebook: 'View on Facebook' },
  edited: 'Edited',
  deleted: 'Deleted on the network',
  hidden: 'Hidden from others',
  reaction: (emoji: string) => `Reaction: ${emoji}`,
  parts: (count: number) => `A thread of ${count} posts`,
});
