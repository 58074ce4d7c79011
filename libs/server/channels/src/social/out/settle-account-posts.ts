import { Inject, Injectable } from '@nestjs/common';
import { Clock, Every, LOG, type Log } from '@bureau/platform';
import { AccountUnavailable, NetworkFailure } from '../network-failure.ts';
import { AccountPostsRepository } from './account-posts.repository.ts';
import { PostOnX } from './post-on-x.ts';
import { SHOWS_WITHIN_MS } from './send-on-network.ts';

/** Finds out what came of posts of an account whose answer was lost; whoever asked for them has gone. */
@Injectable()
export class SettleAccountPosts {
  constructor(
    private readonly posts: AccountPostsRepository,
    private readonly postOnX: PostOnX,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Every('5m', 'social.settle-account-posts')
  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - SHOWS_WITHIN_MS);
    for (const post of await this.posts.unsettled(before)) {
      try {
        await this.postOnX.settle(post);
      } catch (error) {
        if (!(error instanceof NetworkFailure) && !(error instanceof AccountUnavailable)) throw error;
        this.log.warn({ postId: post.id, reason: error.message }, 'Whether a post stands on X cannot be told yet.');
      }
    }
  }
}
