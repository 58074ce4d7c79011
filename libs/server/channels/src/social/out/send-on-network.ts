import { Injectable } from '@nestjs/common';
import type { PostRoute } from '@bureau/cases';
import { Clock } from '@bureau/platform';
import { SendOnFacebook } from '../../facebook/send-on-facebook.ts';
import { SendOnX } from '../../x/send-on-x.ts';
import { CLAIM_MS, ClaimLost, type Claim } from '../../delivery/claim.ts';
import type { ClaimedDelivery } from '../../delivery/delivery.repository.ts';
import type { HandOver } from '../../delivery/judge-hand-over.ts';
import { persistently } from '../../delivery/persistently.ts';
import { AccountUnavailable, NetworkFailure } from '../network-failure.ts';
import type { NetworkSender, PostToSay } from './network-sender.ts';
import { OutgoingPostsRepository, type OutgoingPost, type PostedThere } from './outgoing-posts.repository.ts';
import { handOverOf, NotYetSure } from './what-came-of-it.ts';

/** What a network was asked for shows there within this time, or it was never taken. */
export const SHOWS_WITHIN_MS = 30_000;

/** Clocks differ: what it dates so much earlier may still be ours. */
const SKEW_MS = 60_000;

type Sending = Pick<ClaimedDelivery, 'messageId' | 'text' | 'files' | 'at'> & { route: PostRoute };

/**
 * Posts a message on its network, part by part. Before each part it notes that it may stand there from now on, and right
 * after it what the network calls it; where an answer was lost, or whoever waited for it died, it looks before it posts
 * again: at most one copy ever stands there.
 */
@Injectable()
export class SendOnNetwork {
  constructor(
    private readonly posts: OutgoingPostsRepository,
    private readonly x: SendOnX,
    private readonly facebook: SendOnFacebook,
    private readonly clock: Clock,
  ) {}

  /** Never rejects but with ClaimLost. */
  async handOver(sending: Sending, claim: Pick<Claim, 'confirm'>): Promise<HandOver> {
    const { route } = sending;
    const parts = await this.posts.ofMessage(sending.messageId);
    const sender = route.network === 'x' ? this.x : this.facebook;
    let [done, last]: [number, PostedThere | null] = [0, null];
    try {
      const account = await this.posts.account(route.accountId);
      if (!account) throw new AccountUnavailable(route.accountId, 'gone');
      for (const post of parts) {
        const parent = route.kind === 'reply' && last ? last.externalId : (post.parentId ?? route.answers);
        const toSay = { ...whatIt(sending, post), route, account, post, parent };
        last = await this.say(toSay, { sender, claim, since: sending.at });
        done += 1;
      }
      return { kind: 'accepted', words: last?.url ?? 'Sent.', refused: [] };
    } catch (error) {
      return handOverOf(error, { network: route.network, done, of: parts.length, uncertain: isUncertain(parts, done) });
    }
  }

  private async say(
    toSay: PostToSay,
    { sender, claim, since }: { sender: NetworkSender; claim: Pick<Claim, 'confirm'>; since: Date },
  ): Promise<PostedThere> {
    const { post } = toSay;
    if (post.externalId !== null) return { externalId: post.externalId, conversation: '', url: null };
    const found = post.attemptedAt && (await this.lookFor(toSay, sender, post.attemptedAt));
    if (found) return found;

    const posting = await sender.prepare(toSay);
    const at = this.clock.now();
    await claim.confirm();
    await this.posts.begin(post.id, { at, parentId: toSay.parent });
    post.attemptedAt = at;
    // Frozen for so long, a worker is taken for dead, and another one has looked and found nothing.
    if (this.clock.now().getTime() - at.getTime() > CLAIM_MS) throw new ClaimLost();
    try {
      return await this.adopt(post, await posting());
    } catch (error) {
      // Nobody was asked.
      if (error instanceof AccountUnavailable) await this.surelyNot(post);
      if (!(error instanceof NetworkFailure)) throw error;
      const lost = new NotYetSure(error, at);
      if (error.kind === 'duplicate') return this.found(toSay, { sender, since, unseen: lost, absent: error });
      if (error.kind === 'transient') return this.found(toSay, { sender, since: at, unseen: lost, absent: lost });
      await this.surelyNot(post);
      throw error;
    }
  }

  /** It was asked for before: there it is, or surely it is not. Throws NotYetSure while it may still come. */
  private async lookFor(toSay: PostToSay, sender: NetworkSender, attemptedAt: Date): Promise<PostedThere | null> {
    const there = await sender.look(toSay, new Date(attemptedAt.getTime() - SKEW_MS));
    if (there) return this.adopt(toSay.post, there);
    if (this.clock.now().getTime() - attemptedAt.getTime() < SHOWS_WITHIN_MS) throw new NotYetSure(null, attemptedAt);
    await this.surelyNot(toSay.post);
    return null;
  }

  /** Throws `absent` when it does not stand there, and `unseen` when nobody can tell. */
  private async found(
    toSay: PostToSay,
    { sender, since, unseen, absent }: { sender: NetworkSender; since: Date; unseen: NotYetSure; absent: Error },
  ): Promise<PostedThere> {
    const there = await sender.look(toSay, new Date(since.getTime() - SKEW_MS)).catch(() => {
      throw unseen;
    });
    if (there) return this.adopt(toSay.post, there);
    if (absent !== unseen) await this.surelyNot(toSay.post);
    throw absent;
  }

  private async adopt(post: OutgoingPost, there: PostedThere): Promise<PostedThere> {
    await persistently(() => this.posts.adopt(post.id, there, this.clock.now()));
    post.externalId = there.externalId;
    return there;
  }

  private async surelyNot(post: OutgoingPost): Promise<void> {
    await persistently(() => this.posts.forget(post.id));
    post.attemptedAt = null;
  }
}

/** The words of a part, or the file that is one; pictures go with the first. */
function whatIt({ route, text, files }: Sending, { part }: OutgoingPost): Pick<PostToSay, 'text' | 'files'> {
  const range = route.parts[part];
  if (!range) return { text: '', files: files.slice(part - route.parts.length, part - route.parts.length + 1) };
  return { text: text.slice(range.from, range.to), files: part === 0 && route.filesApart === 0 ? files : [] };
}

/** Whether the part that was under way may stand there. */
function isUncertain(parts: readonly OutgoingPost[], done: number): boolean {
  const under = parts[done];
  return under !== undefined && under.attemptedAt !== null && under.externalId === null;
}
