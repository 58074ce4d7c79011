import type { DirectMessage, Post } from './model.ts';

/** Something that X tells others about. */
export type XEvent =
  | { kind: 'posted'; post: Post }
  | { kind: 'deleted'; post: Post }
  | { kind: 'messaged'; message: DirectMessage }
  | { kind: 'revoked'; userId: string };
