import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';
import { Permission } from '../permissions.ts';
import { UserSummary } from './user.ts';

export const DEFAULT_RATE_LIMIT = 1000;

const Url = z
  .url({ protocol: /^https?$/, error: 'Write an address such as https://example.com.' })
  .max(2000, 'At most 2,000 characters.')
  .nullable();

const fields = {
  name: z.string().trim().min(1, 'Write a name.').max(100, 'At most 100 characters.'),
  websiteUrl: Url,
  callbackUrl: Url,
  supportUrl: Url,
  /** Requests a minute, of all its tokens together. */
  rateLimit: z
    .number('Write a whole number.')
    .int('Write a whole number.')
    .min(1, 'At least 1 request a minute.')
    .max(100_000, 'At most 100,000 requests a minute.'),
};

export const CreateApplication = z.object({
  ...fields,
  websiteUrl: Url.default(null),
  callbackUrl: Url.default(null),
  supportUrl: Url.default(null),
  rateLimit: fields.rateLimit.default(DEFAULT_RATE_LIMIT),
});
export type CreateApplication = z.infer<typeof CreateApplication>;

export const UpdateApplication = z.object(fields).partial();
export type UpdateApplication = z.infer<typeof UpdateApplication>;

/** A program that uses the API. */
export const Application = z.object({
  id: Id,
  ...fields,
  /** What it signs its requests as (OAuth 1.0a `oauth_consumer_key`). */
  key: z.string(),
  createdBy: UserSummary.nullable(),
  /** When a token of it was last used, to the minute. */
  lastUsedAt: Timestamp.nullable(),
  tokenCount: z.number().int(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Application = z.infer<typeof Application>;

/** Shown when it is made, and never again. */
export const ApplicationSecret = z.object({ application: Application, secret: z.string() });
export type ApplicationSecret = z.infer<typeof ApplicationSecret>;

/** Lets an application act for the user who made it, never with more rights than that user has at the time. */
export const AccessToken = z.object({
  id: Id,
  name: z.string(),
  user: UserSummary,
  scopes: z.array(Permission),
  /** What names it in a signed request (OAuth 1.0a `oauth_token`). */
  token: z.string(),
  expiresAt: Timestamp.nullable(),
  expired: z.boolean(),
  /** To the minute. */
  lastUsedAt: Timestamp.nullable(),
  createdAt: Timestamp,
});
export type AccessToken = z.infer<typeof AccessToken>;

export const CreateAccessToken = z.object({
  name: z.string().trim().max(100, 'At most 100 characters.').default(''),
  scopes: z
    .array(Permission)
    .min(1, 'Choose at least one permission.')
    .max(Permission.options.length)
    .transform((scopes) => [...new Set(scopes)]),
  expiresAt: Timestamp.nullable().default(null),
});
export type CreateAccessToken = z.infer<typeof CreateAccessToken>;

/** Shown when it is made, and never again. */
export const AccessTokenSecret = z.object({
  accessToken: AccessToken,
  /** For signed requests (OAuth 1.0a). */
  tokenSecret: z.string(),
  /** For `Authorization: Bearer`. */
  bearerToken: z.string(),
});
export type AccessTokenSecret = z.infer<typeof AccessTokenSecret>;
