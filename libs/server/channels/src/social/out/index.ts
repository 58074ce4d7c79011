import { ActOnFacebook } from '../../facebook/act-on-facebook.ts';
import { LookOnFacebook } from '../../facebook/look-on-facebook.ts';
import { SendOnFacebook } from '../../facebook/send-on-facebook.ts';
import { ActOnX } from '../../x/act-on-x.ts';
import { LookOnX } from '../../x/look-on-x.ts';
import { SendOnX } from '../../x/send-on-x.ts';
import { UploadToX } from '../../x/upload-to-x.ts';
import { ActOnPost } from './act-on-post.ts';
import { ActedPostsRepository } from './acted-posts.repository.ts';
import { AdoptEcho } from './adopt-echo.ts';
import { NetworkReplies } from './network-replies.ts';
import { OutgoingPostsRepository } from './outgoing-posts.repository.ts';
import { PostPicturesQueries } from './post-pictures.queries.ts';
import { ReplyFactsRepository } from './reply-facts.repository.ts';
import { ReplyWaysQueries } from './reply-ways.queries.ts';
import { SendOnNetwork } from './send-on-network.ts';
import { SocialPostsController } from './social-posts.controller.ts';
import { WakeDeliveriesOnSocialAccountChanged } from './wake-deliveries.on-social-account-changed.ts';

export const OUT_CONTROLLERS = [SocialPostsController];

/** What leaves on X and Facebook. */
export const OUT_PROVIDERS = [
  ActedPostsRepository,
  ActOnFacebook,
  ActOnPost,
  ActOnX,
  AdoptEcho,
  LookOnFacebook,
  LookOnX,
  NetworkReplies,
  OutgoingPostsRepository,
  PostPicturesQueries,
  ReplyFactsRepository,
  ReplyWaysQueries,
  SendOnFacebook,
  SendOnNetwork,
  SendOnX,
  UploadToX,
  WakeDeliveriesOnSocialAccountChanged,
];
