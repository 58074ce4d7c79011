import { Controller, StreamableFile } from '@nestjs/common';
import { FeedQueries } from '@bureau/cases';
import { socialPostsApi, type Actor, type ReplyWays, type RouteCall } from '@bureau/contracts';
import { BlobStorage, Handles, pictureTypeOf, ProblemError, type HttpExchange, type RawJson } from '@bureau/platform';
import { ActOnPost } from './act-on-post.ts';
import { PostPicturesQueries } from './post-pictures.queries.ts';
import { ReplyWaysQueries } from './reply-ways.queries.ts';

type Switched = RouteCall<typeof socialPostsApi.like>;

@Controller()
export class SocialPostsController {
  constructor(
    private readonly replyWays: ReplyWaysQueries,
    private readonly actOnPost: ActOnPost,
    private readonly pictures: PostPicturesQueries,
    private readonly feed: FeedQueries,
    private readonly storage: BlobStorage,
  ) {}

  @Handles(socialPostsApi.ways)
  ways(actor: Actor, { params, query }: RouteCall<typeof socialPostsApi.ways>): Promise<ReplyWays> {
    return this.replyWays.of(actor, params.caseId, query);
  }

  @Handles(socialPostsApi.like)
  async like(actor: Actor, { params, body }: Switched): Promise<RawJson> {
    await this.actOnPost.run(actor, params.messageId, { deed: 'like', on: body.on });
    return this.feed.message(params.messageId);
  }

  @Handles(socialPostsApi.repost)
  async repost(actor: Actor, { params, body }: Switched): Promise<RawJson> {
    await this.actOnPost.run(actor, params.messageId, { deed: 'repost', on: body.on });
    return this.feed.message(params.messageId);
  }

  @Handles(socialPostsApi.follow)
  async follow(actor: Actor, { params, body }: Switched): Promise<RawJson> {
    await this.actOnPost.run(actor, params.messageId, { deed: 'follow', on: body.on });
    return this.feed.message(params.messageId);
  }

  @Handles(socialPostsApi.hide)
  async hide(actor: Actor, { params, body }: Switched): Promise<RawJson> {
    await this.actOnPost.run(actor, params.messageId, { deed: 'hide', on: body.on });
    return this.feed.message(params.messageId);
  }

  @Handles(socialPostsApi.remove)
  async remove(actor: Actor, { params }: RouteCall<typeof socialPostsApi.remove>): Promise<RawJson> {
    await this.actOnPost.remove(actor, params.messageId);
    return this.feed.message(params.messageId);
  }

  @Handles(socialPostsApi.avatar)
  async avatar(
    actor: Actor,
    { params }: RouteCall<typeof socialPostsApi.avatar>,
    { reply }: HttpExchange,
  ): Promise<StreamableFile> {
    const sha256 = await this.pictures.ofWriter(actor, params.postId);
    const bytes = sha256 && (await this.storage.readBuffer(sha256));
    const type = bytes && pictureTypeOf(bytes);
    if (!bytes || !type) throw new ProblemError('avatar.not-found');
    void reply.headers({
      'content-type': type,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=3600',
    });
    return new StreamableFile(bytes);
  }
}
