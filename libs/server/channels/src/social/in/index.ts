import { PersonOnFacebook } from '../../facebook/person-on-facebook.ts';
import { FacebookStreams } from '../../facebook/poll/facebook-streams.ts';
import { ThreadOnFacebook } from '../../facebook/thread-on-facebook.ts';
import { XPostsToAskFor } from '../../x/poll/x-posts-to-ask-for.ts';
import { XStreams } from '../../x/poll/x-streams.ts';
import { HoldXStream } from '../../x/stream/hold-x-stream.ts';
import { ReceiveStreamLine } from '../../x/stream/receive-stream-line.ts';
import { XStreamLeaseRepository } from '../../x/stream/x-stream-lease.repository.ts';
import { ThreadOnX } from '../../x/thread-on-x.ts';
import { ForgeryBrake } from '../hook/forgery-brake.ts';
import { HooksController } from '../hook/hooks.controller.ts';
import { FetchThreadOnCaseOpened } from '../thread/fetch-thread.on-case-opened.ts';
import { ThreadBeginningRepository } from '../thread/thread-beginning.repository.ts';
import { ThreadQueries } from '../thread/thread.queries.ts';
import { ThreadsController } from '../thread/threads.controller.ts';
import { FollowConversation } from './follow-conversation.ts';
import { KeepMedia } from './keep-media.ts';
import { HurryOnSocialAccountConnected } from './poll/hurry.on-social-account-connected.ts';
import { PollAccounts } from './poll/poll-accounts.ts';
import { PollLeaseRepository } from './poll/poll-lease.repository.ts';
import { SocialCursorRepository } from './poll/social-cursor.repository.ts';
import { ProcessSocial } from './process-social.ts';
import { ReceiveSocial } from './receive-social.ts';
import { SettleFact } from './settle-fact.ts';
import { SettlePost } from './settle-post.ts';
import { SocialHandoverRepository } from './social-handover.repository.ts';
import { SocialItemRepository } from './social-item.repository.ts';
import { SocialPostRepository } from './social-post.repository.ts';
import { SocialThreadRepository } from './social-thread.repository.ts';

export const IN_CONTROLLERS = [HooksController, ThreadsController];

/** What comes in from X and Facebook. */
export const IN_PROVIDERS = [
  FacebookStreams,
  FetchThreadOnCaseOpened,
  FollowConversation,
  ForgeryBrake,
  HoldXStream,
  HurryOnSocialAccountConnected,
  KeepMedia,
  PersonOnFacebook,
  PollAccounts,
  PollLeaseRepository,
  ProcessSocial,
  ReceiveSocial,
  ReceiveStreamLine,
  SettleFact,
  SettlePost,
  SocialCursorRepository,
  SocialHandoverRepository,
  SocialItemRepository,
  SocialPostRepository,
  SocialThreadRepository,
  ThreadBeginningRepository,
  ThreadOnFacebook,
  ThreadOnX,
  ThreadQueries,
  XPostsToAskFor,
  XStreamLeaseRepository,
  XStreams,
];

/** What is to be started and stopped with the worker. */
export const IN_EXPORTS = [HoldXStream];
