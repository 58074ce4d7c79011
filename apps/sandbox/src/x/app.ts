/** The one app that is registered on the X of the sandbox: what an operator would copy from its developer page. */
export type XApp = {
  appKey: string;
  appSecret: string;
  clientId: string;
  clientSecret: string;
  bearer: string;
};

export const defaultXApp: XApp = {
  appKey: 'sandbox-x-app-key',
  appSecret: 'sandbox-x-app-secret',
  clientId: 'sandbox-x-client',
  clientSecret: 'sandbox-x-client-secret',
  bearer: 'sandbox-x-bearer',
};

/** What an app of X has to have asked for before it may do a thing (OAuth 2.0 scopes). */
export const SCOPES = [
  'tweet.read',
  'tweet.write',
  'tweet.moderate.write',
  'users.read',
  'follows.read',
  'follows.write',
  'like.read',
  'like.write',
  'dm.read',
  'dm.write',
  'media.write',
  'offline.access',
] as const;
export type Scope = (typeof SCOPES)[number];

/** What the company agreed with X for this app; a test may change it. */
export type Plan = {
  /** Since February 2026 self-serve apps may answer only authors who mentioned or quoted the account. */
  repliesNeedEngagement: boolean;
  /** Likes, follows and reposts; taken from self-serve apps in April 2026. */
  engagement: boolean;
};

export const defaultPlan: Plan = { repliesNeedEngagement: true, engagement: true };
