import { Injectable } from '@nestjs/common';
import type { TwitterApi } from 'twitter-api-v2';
import { NetworkFailure } from '../social/network-failure.ts';
import type { ActedPost, Deed } from '../social/out/acted-posts.repository.ts';
import { XClients } from './x-client.ts';

type OnX = ActedPost & { externalId: string };

/** Likes, reposts, follows, hides and deletes on X. What is so already is no failure. */
@Injectable()
export class ActOnX {
  constructor(private readonly clients: XClients) {}

  /** Throws NetworkFailure, AccountUnavailable. */
  async act(post: OnX, wanted: { deed: Deed; on: boolean }): Promise<void> {
    await isSoAlready(
      this.clients.ask(post.accountId, async (client) => void (await callOf(client, post, wanted))),
      /already/i,
    );
  }

  async remove({ accountId }: OnX, externalId: string): Promise<void> {
    await isGone(this.clients.ask(accountId, async (client) => void (await client.v2.deleteTweet(externalId))));
  }
}

function callOf({ v2 }: TwitterApi, post: OnX, { deed, on }: { deed: Deed; on: boolean }): Promise<unknown> {
  const { accountExternalId: own, externalId, writerId } = post;
  switch (deed) {
    case 'like':
      return on ? v2.like(own, externalId) : v2.unlike(own, externalId);
    case 'repost':
      return on ? v2.retweet(own, externalId) : v2.unretweet(own, externalId);
    case 'follow':
      return on ? v2.follow(own, writerId) : v2.unfollow(own, writerId);
    case 'hide':
      return v2.hideReply(externalId, on);
  }
}

/** X refuses what was done before; then it is as it was wanted. */
async function isSoAlready(asked: Promise<void>, already: RegExp): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (!(error instanceof NetworkFailure) || !already.test(error.words)) throw error;
  }
}

async function isGone(asked: Promise<void>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (!(error instanceof NetworkFailure) || error.kind !== 'gone') throw error;
  }
}
