import { Injectable } from '@nestjs/common';
import type { PostFacts } from '@bureau/domain';
import { Clock, Database } from '@bureau/platform';
import { ChangeDelivery } from '../../delivery/change-delivery.ts';
import { isSameText } from '../../x/x-text-of.ts';
import { postOfMark } from './mark.ts';
import { OutgoingPostsRepository, type PendingPost } from './outgoing-posts.repository.ts';

/** Knows what the network tells of a post of ours whose answer was lost: it stands there, and is not posted again. */
@Injectable()
export class AdoptEcho {
  constructor(
    private readonly posts: OutgoingPostsRepository,
    private readonly changeDelivery: ChangeDelivery,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Whether it was such a post: `unsure` while one is under way to the same place that may be it in other words. */
  async run(accountId: number, post: PostFacts): Promise<'ours' | 'not-ours' | 'unsure'> {
    const pending = await this.posts.pending(accountId);
    const marked = postOfMark(post.ourMark);
    const found = pending.find(({ id }) => id === marked) ?? pending.find((one) => isSame(one, post));
    if (!found) return pending.some((one) => one.isSpoken && isThere(one, post)) ? 'unsure' : 'not-ours';
    const { stableId: externalId, conversationId: conversation, url } = post;
    await this.posts.adopt(found.id, { externalId, conversation, url }, this.clock.now());
    await this.settle(found);
    return 'ours';
  }

  /** Nobody has to decide any more about a delivery whose posts all stand there. */
  private async settle({ messageId }: PendingPost): Promise<void> {
    const posts = await this.posts.ofMessage(messageId);
    if (posts.some(({ externalId }) => externalId === null)) return;
    const delivery = await this.database.row<{ id: number }>('SELECT id FROM deliveries WHERE message_id = $1', [
      messageId,
    ]);
    const response = 'The network shows it.';
    const change = { from: ['unknown'], to: 'sent', sentAt: this.clock.now(), response } as const;
    if (delivery) await this.changeDelivery.run(delivery.id, change);
  }
}

function isSame(pending: PendingPost, post: PostFacts): boolean {
  const range = pending.parts[pending.part];
  if (!range || pending.kind !== post.kind) return false;
  const text = pending.text.slice(range.from, range.to);
  if (post.network === 'facebook') return text.trim() === post.text.trim() && isBelow(pending, post);
  return isSameText(text, post) && (post.kind === 'message' || pending.parentId === post.parentId);
}

/** Whether it goes where the post stands, as far as that is known before. */
function isThere({ kind, parentId, conversation }: PendingPost, post: PostFacts): boolean {
  if ((kind === 'message') !== (post.kind === 'message')) return false;
  return (
    conversation === '' || conversation === post.conversationId || (parentId !== null && parentId === post.parentId)
  );
}

function isBelow({ kind, parentId, conversation }: PendingPost, post: PostFacts): boolean {
  return kind === 'message' ? conversation === post.conversationId : parentId === post.parentId;
}
