import { findSaid } from './author.ts';
import { GraphError, gone, outsideWindow } from './graph-error.ts';
import type { Comment, Post } from './state.ts';
import type { World } from './world.ts';

/** A comment or a visitor's post can be answered in private for 7 days, once. */
export const PRIVATE_REPLY_MS = 7 * 24 * 3_600_000;

/** What a private reply may answer. Throws 100/33, 10903, 10900 or 10/2018278. */
export function mustTakePrivateReply(world: World, page: string, id: string): Post | Comment {
  const said = findSaid(world, id);
  if (!said || said.page !== page) throw gone(id, 'post');
  if (said.author.kind === 'page') {
    throw new GraphError({ code: 10903, message: "(#10903) This user can't reply to this activity" });
  }
  if (said.privateReply !== undefined) {
    throw new GraphError({ code: 10900, message: '(#10900) Activity already replied to' });
  }
  if (world.now() - said.createdAt > PRIVATE_REPLY_MS) throw outsideWindow();
  return said;
}

export function mayTakePrivateReply(world: World, said: Comment | Post): boolean {
  return (
    said.author.kind === 'person' && said.privateReply === undefined && world.now() - said.createdAt <= PRIVATE_REPLY_MS
  );
}
