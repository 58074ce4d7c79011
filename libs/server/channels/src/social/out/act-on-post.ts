import { Injectable } from '@nestjs/common';
import { CaseRepository, RecordCaseChange } from '@bureau/cases';
import type { Actor } from '@bureau/contracts';
import { Clock, ProblemError, Transactional } from '@bureau/platform';
import { ActOnFacebook } from '../../facebook/act-on-facebook.ts';
import { ActOnX } from '../../x/act-on-x.ts';
import { ActedPostsRepository, type ActedPost, type Deed } from './acted-posts.repository.ts';
import { askingNetwork } from './asking-network.ts';

/** What the history calls it, done and taken back. */
const EVENTS: Record<Deed, [done: string, undone: string]> = {
  like: ['post.liked', 'post.unliked'],
  repost: ['post.reposted', 'post.unreposted'],
  follow: ['post.followed', 'post.unfollowed'],
  hide: ['post.concealed', 'post.revealed'],
};

/** Likes, reposts, hides a post, follows who wrote it, or takes it down: on the network first, then in the case. */
@Injectable()
export class ActOnPost {
  constructor(
    private readonly posts: ActedPostsRepository,
    private readonly x: ActOnX,
    private readonly facebook: ActOnFacebook,
    private readonly cases: CaseRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat. Throws post.not-found, post.not-possible, post.refused, post.unreachable, post.account-unavailable. */
  async run(actor: Actor, messageId: number, { deed, on }: { deed: Deed; on: boolean }): Promise<void> {
    const post = await this.find(actor, messageId);
    if (!isPossible(post, deed)) throw new ProblemError('post.not-possible');
    if (post.done[deed] === on) return;
    await askingNetwork(post.network, () => this.networkOf(post).act(post, { deed, on }));
    const event = EVENTS[deed][on ? 0 : 1];
    await this.record(actor, { post, messageId, event }, () =>
      this.posts.note(post, { deed, on, at: this.clock.now() }),
    );
  }

  /** As {@link run}, of a post by its own number. */
  async runOn(actor: Actor, postId: number, wanted: { deed: Deed; on: boolean }): Promise<void> {
    const messageId = await this.posts.messageOf(postId);
    if (messageId === null) throw new ProblemError('post.not-possible');
    await this.run(actor, messageId, wanted);
  }

  /** Every part of it. What is gone already is what was wanted. Throws as {@link run}. */
  async remove(actor: Actor, messageId: number): Promise<void> {
    const post = await this.find(actor, messageId);
    if (!post.byAccount || post.kind === 'message') throw new ProblemError('post.not-possible');
    if (post.deletedAt !== null) return;
    for (const { externalId } of post.parts) {
      if (externalId === null) continue;
      await askingNetwork(post.network, () => this.networkOf(post).remove(post, externalId));
    }
    await this.record(actor, { post, messageId, event: 'post.taken-down' }, async () => {
      const at = this.clock.now();
      const removed = await Promise.all(post.parts.map(({ id }) => this.posts.noteRemoved(id, at)));
      return removed.some(Boolean);
    });
  }

  private async find(actor: Actor, messageId: number): Promise<ActedPost & { externalId: string }> {
    const post = await this.posts.find(actor, messageId);
    if (!post) throw new ProblemError((await this.isNoPost(actor, messageId)) ? 'post.not-possible' : 'post.not-found');
    if (post.externalId === null) throw new ProblemError('post.not-possible');
    return { ...post, externalId: post.externalId };
  }

  /** It is something else that was said in a case that the actor may see. */
  private async isNoPost(actor: Actor, messageId: number): Promise<boolean> {
    const caseId = await this.posts.caseOf(messageId);
    return caseId !== null && this.cases.isVisible(actor, caseId);
  }

  private networkOf({ network }: ActedPost): ActOnX | ActOnFacebook {
    return network === 'x' ? this.x : this.facebook;
  }

  @Transactional()
  private async record(
    actor: Actor,
    { post, messageId, event }: { post: ActedPost; messageId: number; event: string },
    note: () => Promise<boolean>,
  ): Promise<void> {
    const supportCase = await this.cases.lockOrThrow(actor, post.caseId);
    if (!(await note())) return;
    await this.recordChange.run(actor, supportCase, { event, changes: [], patch: {}, context: { messageId } });
  }
}

function isPossible({ network, kind, byAccount, deletedAt }: ActedPost, deed: Deed): boolean {
  if (kind === 'message' || deletedAt !== null) return deed === 'follow' && network === 'x' && !byAccount;
  switch (deed) {
    case 'like':
      return true;
    case 'repost':
      return network === 'x';
    case 'follow':
      return network === 'x' && !byAccount;
    case 'hide':
      return !byAccount && (network === 'x' ? kind === 'reply' : true);
  }
}
