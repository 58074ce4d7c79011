import { Injectable } from '@nestjs/common';
import { ActOnPost, FollowOnX, NameXUser, PostOnX, type Deed, type FollowedOnX } from '@bureau/channels';
import { ProblemError } from '@bureau/platform';
import { z } from 'zod';
import type { Made, Wish } from '../resource/desk-route.ts';
import { links, linkTo } from '../resource/links.ts';
import { TWITTER_USERS } from './social.source.ts';

const Handle = z.string().trim().min(1).max(100);

export const TweetBody = z.object({
  type: z.literal('mention').nullish(),
  body: z.string().trim().min(1).max(25_000),
  to: z.string().max(100).nullish(),
});

/** What can be done to a tweet, as clients call it. */
const ACTIONS = {
  retweet: { deed: 'repost', on: true },
  unretweet: { deed: 'repost', on: false },
  favorite: { deed: 'like', on: true },
  unfavorite: { deed: 'like', on: false },
} as const satisfies Record<string, { deed: Deed; on: boolean }>;

export const TweetActionBody = z.object({
  action_type: z.enum(['retweet', 'unretweet', 'favorite', 'unfavorite']),
});
export const FollowBody = z.object({ handle: Handle });
export const TwitterUserBody = z.object({
  handle: Handle,
  _links: links({ customer: linkTo('customers') }),
});

@Injectable()
export class TwitterWrites {
  constructor(
    private readonly postOnX: PostOnX,
    private readonly actOnPost: ActOnPost,
    private readonly followOnX: FollowOnX,
    private readonly nameXUser: NameXUser,
  ) {}

  /** Throws what {@link PostOnX} throws. */
  post({ actor, id, body }: Wish<z.output<typeof TweetBody>>): Promise<number> {
    return this.postOnX.run(actor, id, { text: body.body, to: body.to ?? null });
  }

  /** Answers with the tweet. Throws what {@link ActOnPost} throws, and post.not-possible for what stands in no case. */
  async act({ actor, id, body }: Wish<z.output<typeof TweetActionBody>>): Promise<number> {
    await this.actOnPost.runOn(actor, id, ACTIONS[body.action_type]);
    return id;
  }

  async follow({ actor, id, body }: Wish<z.output<typeof FollowBody>>): Promise<string> {
    const handle = body.handle.replace(/^@/, '');
    return this.written(id, await this.followOnX.run(actor, id, { handle, on: true }));
  }

  async unfollow({ actor, id, keys }: Wish<unknown>): Promise<void> {
    await this.followOnX.run(actor, id, { handle: keys.handle ?? '', on: false });
  }

  /** Throws 404 for somebody whom the account does not follow. */
  async followed({ actor, id, keys }: Wish<unknown>): Promise<string> {
    const found = await this.followOnX.find(actor, id, keys.handle ?? '');
    if (!found) throw new ProblemError('post.not-found');
    return this.written(id, found);
  }

  async name({ actor, body }: Wish<z.output<typeof TwitterUserBody>>): Promise<Made> {
    const { handle, _links } = body;
    const person = await this.nameXUser.run(actor, { handle, customerId: _links.customer ?? null });
    return { reads: TWITTER_USERS, keys: { person } };
  }

  private written(accountId: number, { handle, takesMessages }: FollowedOnX): string {
    const account = `/api/v2/twitter_accounts/${accountId}`;
    return JSON.stringify({
      handle,
      can_direct_message: takesMessages,
      _links: {
        self: { href: `${account}/follows/${encodeURIComponent(handle)}`, class: 'twitter_follow' },
        twitter_account: { href: account, class: 'twitter_account' },
      },
    });
  }
}
