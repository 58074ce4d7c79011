import type { Actor } from '@bureau/contracts';
import { customerAccess } from '@bureau/customers';
import { caseAccess, servedBy, type AccessClause } from '@bureau/identity';
import { betweenTimes, byNumber, byText } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link, textOrNull, time } from '../resource/sql.ts';

/** Accounts of the brands that somebody serves; others do not exist for him. */
function ofServedBrands(actor: Actor, first: number): AccessClause {
  const served = `$${first}::bigint[]`;
  return { kind: 'brands', sql: `${served} IS NULL OR a.brand_id = ANY (${served})`, values: [servedBy(actor)] };
}

export const TWITTER_ACCOUNTS: Source = {
  class: 'twitter_account',
  from: 'social_accounts a',
  id: 'a.id',
  where: "a.network = 'x'",
  access: ofServedBrands,
  keys: { account: byNumber('a.id = $'), handle: () => 'true' },
  members: {
    id: 'a.id',
    handle: 'a.handle',
    name: 'a.name',
    profile_image: `CASE WHEN a.avatar_sha256 IS NOT NULL THEN '/api/v3/social-accounts/' || a.id || '/avatar' END`,
    active: "a.state IN ('ok', 'trouble')",
    enabled: "a.state IN ('ok', 'trouble')",
    is_following_user: 'NULL::boolean',
    is_followed_by_user: 'NULL::boolean',
    can_dm: 'NULL::boolean',
    created_at: time('a.created_at'),
    updated_at: time('a.updated_at'),
  },
  links: {
    self: link('/twitter_accounts/{a.id}', 'twitter_account'),
    tweets: link('/twitter_accounts/{a.id}/tweets', 'tweet'),
  },
  filters: { handle: byText("lower(a.handle) = lower(ltrim($, '@'))") },
  sorts: { id: 'a.id', created_at: 'a.created_at', updated_at: 'a.updated_at' },
  perPage: 100,
};

/** What stands in a case, for whoever sees the case; what the company says to nobody's case, for whoever serves the brand. */
function seenTweets(actor: Actor, first: number): AccessClause {
  const accounts = ofServedBrands(actor, first);
  const cases = caseAccess(actor, first + accounts.values.length);
  const inCase = `EXISTS (SELECT FROM messages m JOIN cases c ON c.id = m.case_id
    WHERE m.id = t.message_id AND c.deleted_at IS NULL AND ${cases.sql})`;
  return {
    kind: `tweets-${cases.kind}`,
    sql: `(${accounts.sql}) AND CASE WHEN t.message_id IS NULL THEN t.by_account ELSE ${inCase} END`,
    values: [...accounts.values, ...cases.values],
  };
}

const ofMessage = (column: string) => `(SELECT ${column} FROM messages m WHERE m.id = t.message_id)`;

/** Of an account, what is public: what was said in private is in its case. */
export const TWEETS: Source = {
  class: 'tweet',
  from: "social_posts t JOIN social_accounts a ON a.id = t.account_id AND a.network = 'x'",
  id: 't.id',
  where: "t.part = 0 AND t.kind <> 'message' AND t.deleted_at IS NULL",
  access: seenTweets,
  keys: { tweet: byNumber('t.id = $'), account: byNumber('t.account_id = $') },
  members: {
    id: 't.id',
    body: `coalesce(${ofMessage('m.text')}, t.text)`,
    direction: "CASE WHEN t.by_account THEN 'out' ELSE 'in' END",
    type: "'mention'",
    status: "CASE WHEN NOT t.by_account THEN 'received' WHEN t.external_id IS NULL THEN 'pending' ELSE 'sent' END",
    to: `CASE WHEN t.by_account THEN ltrim(coalesce(${ofMessage("m.recipients_to -> 0 ->> 'address'")}, substring(t.text FROM '^@\\w+')), '@') ELSE a.handle END`,
    from: `CASE WHEN t.by_account THEN a.handle ELSE ${textOrNull("t.writer ->> 'handle'")} END`,
    twitter_status_id: 't.external_id',
    created_at: time('t.posted_at'),
    updated_at: time('t.updated_at'),
  },
  links: {
    self: link('/twitter_accounts/{t.account_id}/tweets/{t.id}', 'tweet'),
    twitter_account: link('/twitter_accounts/{t.account_id}', 'twitter_account'),
    case: link(`/cases/{${ofMessage('m.case_id')}}`, 'case'),
  },
  filters: betweenTimes({ created_at: 't.posted_at', updated_at: 't.updated_at' }),
  sorts: { id: 't.id', created_at: 't.posted_at', updated_at: 't.updated_at' },
  perPage: 100,
};

/** Somebody on a network, for whoever sees the customer that he is. */
function ofCustomers(actor: Actor, first: number): AccessClause {
  const { kind, sql, values } = customerAccess(actor, first);
  const seen = `EXISTS (SELECT FROM customers p WHERE p.id = i.customer_id AND p.merged_into_id IS NULL AND ${sql})`;
  return { kind, sql: sql === 'true' ? 'true' : seen, values };
}

const PERSON = {
  from: 'customer_identities i',
  id: 'i.id',
  access: ofCustomers,
  sorts: { id: 'i.id', created_at: 'i.created_at' },
  perPage: 100,
};

export const TWITTER_USERS: Source = {
  ...PERSON,
  class: 'twitter_user',
  where: "i.network = 'x'",
  keys: { twitterUser: byNumber('i.id = $'), person: byText('i.external_id = $') },
  members: {
    id: 'i.id',
    handle: 'i.handle',
    image_url: 'i.avatar_source',
    followers_count: 'i.followers::text',
    verified: 'i.verified',
    created_at: time('i.created_at'),
    updated_at: time('i.created_at'),
  },
  links: {
    self: link('/twitter_users/{i.id}', 'twitter_user'),
    customer: link('/customers/{i.customer_id}', 'customer'),
  },
  filters: { handle: byText("lower(i.handle) = lower(ltrim($, '@'))") },
};

export const FACEBOOK_USERS: Source = {
  ...PERSON,
  class: 'facebook_user',
  where: "i.network = 'facebook'",
  keys: { facebookUser: byNumber('i.id = $') },
  members: {
    id: 'i.id',
    image_url: 'i.avatar_source',
    profile_url: "'https://www.facebook.com/' || i.external_id",
    created_at: time('i.created_at'),
    updated_at: time('i.created_at'),
  },
  links: {
    self: link('/facebook_users/{i.id}', 'facebook_user'),
    customer: link('/customers/{i.customer_id}', 'customer'),
  },
};
