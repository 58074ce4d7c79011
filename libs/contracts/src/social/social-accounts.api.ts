import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { route } from '../route.ts';
import { Network, SocialAccount, SocialImports } from './social-account.ts';

/** A network, and what has to be entered there so that accounts of it can be connected. */
export const NetworkSetup = z.object({
  network: Network,
  /** Whether this desk has the keys of an app there; otherwise nothing can be connected. */
  configured: z.boolean(),
  /** What the app at the network must allow as the address to come back to. */
  callbackUrl: z.string(),
  /** Where the network tells us what happens. */
  webhookUrl: z.string(),
  /** Whether the desk has what a webhook needs; without it, it asks from time to time. */
  canBeTold: z.boolean(),
});
export type NetworkSetup = z.infer<typeof NetworkSetup>;

/**
 * Networks take whoever is signed in there already. With `switchAccount` they ask who it is: for whoever has several
 * accounts.
 */
export const ReconnectAccount = z.object({ switchAccount: z.boolean().default(false) });
export type ReconnectAccount = z.infer<typeof ReconnectAccount>;

export const ConnectAccount = ReconnectAccount.extend({
  network: Network,
  /** Whose account it is to be. */
  brandId: Id,
});
export type ConnectAccount = z.infer<typeof ConnectAccount>;

/**
 * Why a sign-in came to nothing. `denied`: whoever signed in did not agree. `expired`: it took longer than 15 minutes.
 * `other-account`: another account than the one that is to be connected again. `no-pages`: there is no page that this
 * person may manage and has ticked. `missing-scopes`: it lacks what nothing works without. `failed`: the network refused.
 */
export const ConnectionRefusal = z.enum(['denied', 'expired', 'other-account', 'no-pages', 'missing-scopes', 'failed']);
export type ConnectionRefusal = z.infer<typeof ConnectionRefusal>;

/** What the browser is sent back with, beside {@link ConnectionRefusal}, where there is no connection to read. */
export const ConnectionOutcome = z.enum([
  ...ConnectionRefusal.options,
  /** The accounts can be chosen now, or the account is connected again. */
  'ready',
  'reconnected',
  /** Nobody began this, or it was finished before. */
  'unknown',
  /** It was begun by another user, or the session has ended. */
  'other-user',
  'signed-out',
]);
export type ConnectionOutcome = z.infer<typeof ConnectionOutcome>;

/** An account that may be connected now. */
export const AccountCandidate = z.object({
  externalId: z.string(),
  handle: z.string(),
  name: z.string(),
  missingScopes: z.array(z.string()),
  /** The account of this desk that it is already; null: it is new here. */
  account: z.object({ id: Id, brand: z.object({ id: Id, name: z.string() }), connected: z.boolean() }).nullable(),
});
export type AccountCandidate = z.infer<typeof AccountCandidate>;

/** A sign-in at a network that somebody began. */
export const SocialConnection = z.object({
  id: Id,
  network: Network,
  brand: z.object({ id: Id, name: z.string() }),
  /** The account that is to be connected again; null: new ones. */
  account: z.object({ id: Id, handle: z.string(), name: z.string() }).nullable(),
  state: z.enum(['waiting', 'ready', 'refused', 'over']),
  refusal: ConnectionRefusal.nullable(),
  /** What the network said, or who signed in instead. */
  refusalDetail: z.string(),
  candidates: z.array(AccountCandidate),
  expiresAt: Timestamp,
});
export type SocialConnection = z.infer<typeof SocialConnection>;

export const ChooseAccounts = z.object({
  externalIds: z.array(z.string().min(1)).min(1, 'Choose at least one.').max(100, 'At most 100.'),
});
export type ChooseAccounts = z.infer<typeof ChooseAccounts>;

/** Only what is named changes. */
export const UpdateSocialAccount = z.object({
  brandId: Id.optional(),
  groupId: Id.nullable().optional(),
  imports: SocialImports.optional(),
  isDefault: z.boolean().optional(),
});
export type UpdateSocialAccount = z.infer<typeof UpdateSocialAccount>;

/** Where a browser is to be sent next. */
const Away = z.object({ url: z.url() });

const accountParams = z.object({ socialAccountId: IdParam });
const connectionParams = z.object({ connectionId: IdParam });

export const socialAccountsApi = {
  list: route('GET', '/social-accounts', {
    summary: 'List the accounts on X and the pages on Facebook, and how they are.',
    allow: 'social-accounts:view',
    response: z.object({ items: z.array(SocialAccount) }),
  }),
  networks: route('GET', '/social-accounts/networks', {
    summary: 'Say which networks can be connected, and what must be entered there.',
    allow: 'social-accounts:view',
    response: z.object({ items: z.array(NetworkSetup) }),
  }),
  get: route('GET', '/social-accounts/:socialAccountId', {
    summary: 'Read one account.',
    allow: 'social-accounts:view',
    params: accountParams,
    response: SocialAccount,
  }),
  avatar: route('GET', '/social-accounts/:socialAccountId/avatar', {
    summary: 'Load the picture of an account.',
    allow: 'social-accounts:view',
    params: accountParams,
    bytes: 'response',
  }),
  update: route('PATCH', '/social-accounts/:socialAccountId', {
    summary: 'Change what an account brings, where its cases begin, and whether it answers by default.',
    allow: 'social-accounts:manage',
    params: accountParams,
    body: UpdateSocialAccount,
    response: SocialAccount,
  }),
  connect: route('POST', '/social-accounts/connections', {
    summary: 'Begin to connect an account: says where at the network somebody has to sign in.',
    allow: 'social-accounts:manage',
    body: ConnectAccount,
    response: Away,
    idempotent: false,
  }),
  connection: route('GET', '/social-accounts/connections/:connectionId', {
    summary: 'Read what came of a sign-in that you began.',
    allow: 'social-accounts:manage',
    params: connectionParams,
    response: SocialConnection,
  }),
  choose: route('POST', '/social-accounts/connections/:connectionId/choose', {
    summary: 'Connect the accounts that a sign-in brought.',
    allow: 'social-accounts:manage',
    params: connectionParams,
    body: ChooseAccounts,
    response: z.object({ items: z.array(SocialAccount) }),
    status: 201,
  }),
  reconnect: route('POST', '/social-accounts/:socialAccountId/reconnect', {
    summary: 'Begin to connect an account again: says where at the network somebody has to sign in.',
    allow: 'social-accounts:manage',
    params: accountParams,
    body: ReconnectAccount,
    response: Away,
    idempotent: false,
  }),
  pause: route('POST', '/social-accounts/:socialAccountId/pause', {
    summary: 'Stop reading and sending for an account, and keep its keys.',
    allow: 'social-accounts:manage',
    params: accountParams,
    response: SocialAccount,
  }),
  resume: route('POST', '/social-accounts/:socialAccountId/resume', {
    summary: 'Go on with a paused account; what was said meanwhile is fetched.',
    allow: 'social-accounts:manage',
    params: accountParams,
    response: SocialAccount,
  }),
  check: route('POST', '/social-accounts/:socialAccountId/check', {
    summary: 'Ask the network whether the keys of an account are good, and for what.',
    allow: 'social-accounts:manage',
    params: accountParams,
    response: SocialAccount,
    idempotent: false,
  }),
  disconnect: route('POST', '/social-accounts/:socialAccountId/disconnect', {
    summary: 'Give the keys of an account back; its cases and posts stay.',
    allow: 'social-accounts:manage',
    params: accountParams,
    response: SocialAccount,
  }),
};
