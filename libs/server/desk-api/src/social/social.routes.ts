import { ask, create, list, remove, show, tell, type DeskRoute } from '../resource/desk-route.ts';
import { FACEBOOK_USERS, TWEETS, TWITTER_ACCOUNTS, TWITTER_USERS } from './social.source.ts';
import { FollowBody, TweetActionBody, TweetBody, TwitterUserBody, TwitterWrites } from './social.writes.ts';

export const SOCIAL_ROUTES: DeskRoute[] = [
  list('/twitter_accounts', {
    summary: 'List the accounts on X of the brands that one serves.',
    allow: 'social-accounts:view',
    reads: TWITTER_ACCOUNTS,
  }),
  show('/twitter_accounts/:account', {
    summary: 'Read an account on X.',
    allow: 'social-accounts:view',
    reads: TWITTER_ACCOUNTS,
  }),
  tell('/twitter_accounts/:account/follows', {
    summary: 'Follow somebody on X by `handle`; answers a `twitter_follow`.',
    allow: 'cases:reply',
    within: TWITTER_ACCOUNTS,
    reads: TWITTER_ACCOUNTS,
    status: 201,
    body: FollowBody,
    by: TwitterWrites,
    run: (writes, wish) => writes.follow(wish),
  }),
  ask('/twitter_accounts/:account/follows/:handle', {
    summary: 'Ask X whether an account follows somebody: a `twitter_follow`, or 404.',
    allow: 'cases:reply',
    within: TWITTER_ACCOUNTS,
    reads: TWITTER_ACCOUNTS,
    by: TwitterWrites,
    run: (writes, wish) => writes.followed(wish),
  }),
  remove('/twitter_accounts/:account/follows/:handle', {
    summary: 'Follow somebody on X no longer.',
    allow: 'cases:reply',
    reads: TWITTER_ACCOUNTS,
    by: TwitterWrites,
    run: (writes, wish) => writes.unfollow(wish),
  }),
  list('/twitter_accounts/:account/tweets', {
    summary: 'List what is public of an account and stands in a case, or was said by the account to nobody’s.',
    allow: 'cases:view',
    within: TWITTER_ACCOUNTS,
    reads: TWEETS,
  }),
  create('/twitter_accounts/:account/tweets', {
    summary: 'Say something on X that answers no case: `body`, and in `to` whom it names.',
    allow: 'cases:reply',
    within: TWITTER_ACCOUNTS,
    reads: TWEETS,
    body: TweetBody,
    by: TwitterWrites,
    run: (writes, wish) => writes.post(wish),
  }),
  show('/twitter_accounts/:account/tweets/:tweet', {
    summary: 'Read a tweet.',
    allow: 'cases:view',
    reads: TWEETS,
  }),
  create('/twitter_accounts/:account/tweets/:tweet/actions', {
    summary: 'Repost or like a tweet in the name of the account: `action_type` `retweet`, `favorite`, or `un…`.',
    allow: 'cases:reply',
    within: TWEETS,
    reads: TWEETS,
    body: TweetActionBody,
    by: TwitterWrites,
    run: (writes, wish) => writes.act(wish),
  }),
  list('/twitter_users', { summary: 'List customers’ accounts on X.', allow: 'customers:view', reads: TWITTER_USERS }),
  create('/twitter_users', {
    summary: 'Make somebody on X known by `handle`: as the customer that a link names, or as a new one.',
    allow: 'customers:update',
    reads: TWITTER_USERS,
    body: TwitterUserBody,
    by: TwitterWrites,
    run: (writes, wish) => writes.name(wish),
  }),
  show('/twitter_users/:twitterUser', {
    summary: 'Read a customer’s account on X.',
    allow: 'customers:view',
    reads: TWITTER_USERS,
  }),
  list('/facebook_users', {
    summary: 'List customers’ accounts on Facebook.',
    allow: 'customers:view',
    reads: FACEBOOK_USERS,
  }),
  show('/facebook_users/:facebookUser', {
    summary: 'Read a customer’s account on Facebook.',
    allow: 'customers:view',
    reads: FACEBOOK_USERS,
  }),
];
