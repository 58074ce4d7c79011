import { ActOnFacebook } from '../../facebook/act-on-facebook.ts';
import { LookOnFacebook } from '../../facebook/look-on-facebook.ts';
import { SendOnFacebook } from '../../facebook/send-on-facebook.ts';
import { ActOnX } from '../../x/act-on-x.ts';
import { LookOnX } from '../../x/look-on-x.ts';
import { PeopleOnX } from '../../x/people-on-x.ts';
import { SendOnX } from '../../x/send-on-x.ts';
import { UploadToX } from '../../x/upload-to-x.ts';
import { AccountPostsRepository } from './account-posts.repository.ts';
import { ActOnPost } from './act-on-post.ts';
import { ActedPostsRepository } from './acted-posts.repository.ts';
import { AdoptEcho } from './adopt-echo.ts';
import { FollowOnX } from './follow-on-x.ts';
import { NameXUser } from './name-x-user.ts';
import { NetworkReplies } from './network-replies.ts';
import { OutgoingPostsRepository } from './outgoing-posts.repository.ts';
import { PostOnX } from './post-on-x.ts';
import { PostPicturesQueries } from './post-pictures.queries.ts';
import { ReplyFactsRepository } from './reply-facts.repository.ts';
import { ReplyWaysQueries } from './reply-ways.queries.ts';
import { SendOnNetwork } from './send-on-network.ts';
import { SettleAccountPosts } from './settle-account-posts.ts';
import { SocialPostsController } from './social-posts.controller.ts';
import { WakeDeliveriesOnSocialAccountChanged } from './wake-deliveries.on-social-account-changed.ts';

export const OUT_CONTROLLERS = [SocialPostsController];

/** What surfaces do with posts. */
export const OUT_EXPORTS = [ActOnPost, FollowOnX, NameXUser, PostOnX];

/** What leaves on X and Facebook. */
export const OUT_PROVIDERS = [
  AccountPostsRepository,
  ActedPostsRepository,
  ActOnFacebook,
  ActOnPost,
  ActOnX,
  AdoptEcho,
  LookOnFacebook,
  LookOnX,
  FollowOnX,
  NameXUser,
  NetworkReplies,
  OutgoingPostsRepository,
  PeopleOnX,
  PostOnX,
  PostPicturesQueries,
  ReplyFactsRepository,
  ReplyWaysQueries,
  SendOnFacebook,
  SendOnNetwork,
  SendOnX,
  SettleAccountPosts,
  UploadToX,
  WakeDeliveriesOnSocialAccountChanged,
];
