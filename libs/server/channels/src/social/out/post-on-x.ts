import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import { longestText } from '@bureau/domain';
import { xLength } from '@bureau/domain/x-text';
import { Clock, ProblemError, Transactional } from '@bureau/platform';
import { LookOnX } from '../../x/look-on-x.ts';
import { SendOnX } from '../../x/send-on-x.ts';
import type { SocialAccountEntity } from '../account/social-account.entity.ts';
import { SocialAccountRepository } from '../account/social-account.repository.ts';
import { AccountUnavailable, NetworkFailure } from '../network-failure.ts';
import { AccountPostsRepository, type AccountPost } from './account-posts.repository.ts';
import { problemOfNetwork } from './asking-network.ts';
import type { WordsToPost } from './network-sender.ts';
import type { PostedThere } from './outgoing-posts.repository.ts';
import { SHOWS_WITHIN_MS } from './send-on-network.ts';

/** Clocks differ: what X dates so much earlier may still be ours. */
const SKEW_MS = 60_000;

/**
 * Lets an account say something on X that answers no case. As with answers, at most one copy ever stands there: before X is
 * asked it is noted that it may, and where an answer was lost, it is looked for before it is posted again.
 */
@Injectable()
export class PostOnX {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly posts: AccountPostsRepository,
    private readonly sender: SendOnX,
    private readonly finder: LookOnX,
    private readonly clock: Clock,
  ) {}

  /**
   * Its number in the desk. Who sends it again after post.unreachable learns what came of it. Throws social-account.not-found,
   * post.too-long, post.refused, post.unreachable, post.account-unavailable.
   */
  async run(actor: Actor, accountId: number, { text, to }: { text: string; to: string | null }): Promise<number> {
    const account = await this.accountOf(actor, accountId);
    const words = addressed(text, to);
    const limit = longestText('x', 'post', { long: account.longPosts });
    const over = xLength(words) - limit;
    if (over > 0) throw new ProblemError('post.too-long', { over, limit });
    const post = await this.begin(actor, account.id, words);
    try {
      return await this.say(post, { account, text: words, parent: null });
    } catch (error) {
      throw problemOfNetwork('x', error);
    }
  }

  /** Looks whether X has it, and lets go of it where it surely has not. Throws what networks throw. */
  async settle(post: AccountPost): Promise<void> {
    const account = await this.accounts.find(post.accountId);
    if (!account) return;
    const there = await this.look(post, { account, text: post.text, parent: null });
    if (there) await this.adopt(post, there);
    else await this.posts.forget(post.id);
  }

  private async say(post: AccountPost, words: WordsToPost): Promise<number> {
    if (post.isAgain) {
      const there = await this.look(post, words);
      if (there) return this.adopt(post, there);
      const now = this.clock.now();
      const isEarly = now.getTime() - post.attemptedAt.getTime() < SHOWS_WITHIN_MS;
      if (isEarly || !(await this.posts.again(post, now))) throw uncertain();
    }
    try {
      return await this.adopt(post, await this.sender.post(words));
    } catch (error) {
      return this.afterwards(post, words, error);
    }
  }

  /** What was refused is forgotten; what may have been taken is looked for, and else left to {@link settle}. */
  private async afterwards(post: AccountPost, words: WordsToPost, error: unknown): Promise<number> {
    const kind = error instanceof NetworkFailure ? error.kind : undefined;
    if (kind === 'transient' || kind === 'duplicate') {
      const there = await this.look(post, words).catch(() => null);
      if (there) return this.adopt(post, there);
    }
    if (error instanceof AccountUnavailable || (kind !== undefined && kind !== 'transient')) {
      await this.posts.forget(post.id);
    }
    throw error;
  }

  private look(post: AccountPost, words: WordsToPost): Promise<PostedThere | null> {
    return this.finder.forPost(words, new Date(post.attemptedAt.getTime() - SKEW_MS));
  }

  private async accountOf(actor: Actor, id: number): Promise<SocialAccountEntity> {
    const seen = await this.accounts.present(actor, id, this.clock.now());
    const account = seen?.network === 'x' ? await this.accounts.find(id) : null;
    if (!account) throw new ProblemError('social-account.not-found');
    return account;
  }

  @Transactional()
  private begin(actor: Actor, accountId: number, text: string): Promise<AccountPost> {
    return this.posts.begin(accountId, { text, userId: userIdOf(actor) ?? null, at: this.clock.now() });
  }

  @Transactional()
  private adopt(post: AccountPost, there: PostedThere): Promise<number> {
    return this.posts.adopt(post, there, this.clock.now());
  }
}

/** A mention names whom it is for; what names him already is left as it is. */
function addressed(text: string, to: string | null): string {
  const handle = to?.trim().replace(/^@/, '') ?? '';
  if (handle === '') return text;
  const names: string[] = text.toLowerCase().match(/@\w+/g) ?? [];
  return names.includes(`@${handle.toLowerCase()}`) ? text : `@${handle} ${text}`;
}

function uncertain(): NetworkFailure {
  const words = 'It was asked for a moment ago, and X has not said yet whether it took it.';
  return new NetworkFailure({ kind: 'transient', words, status: null, code: '', retryAt: null });
}
