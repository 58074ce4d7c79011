/** What accounts of this desk are asked for; without one of them a part of the desk stays silent. */
export const X_SCOPES = [
  'tweet.read',
  'tweet.write',
  'users.read',
  'dm.read',
  'dm.write',
  'media.write',
  'offline.access',
] as const;

/** Scopes that are asked for and can be missed: hiding answers, liking, following. */
export const X_EXTRA_SCOPES = ['tweet.moderate.write', 'like.write', 'follows.write'] as const;
