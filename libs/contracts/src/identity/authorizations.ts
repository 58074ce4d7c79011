import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';
import { Permission } from '../permissions.ts';
import { AccessToken } from './applications.ts';

/** What runs the desk itself is given to no program by a click: its tokens are made by whoever may manage applications. */
const NEVER: ReadonlySet<Permission> = new Set([
  'users:manage',
  'groups:manage',
  'roles:manage',
  'applications:manage',
  'audit:view',
  'brands:manage',
  'mailboxes:manage',
  'social-accounts:manage',
  'salesforce:manage',
  'settings:manage',
  'system-log:view',
]);

/** What of all this a program may be allowed by the person whom it asks. */
export function authorizable(permissions: readonly Permission[]): Permission[] {
  return permissions.filter((permission) => !NEVER.has(permission));
}

/** An application that asks me to let it act for me. */
export const Authorization = z.object({
  application: z.object({ name: z.string(), websiteUrl: z.string().nullable(), supportUrl: z.string().nullable() }),
  /** What I may allow it: what I may myself, short of running the desk. */
  scopes: z.array(Permission),
  /** The site that I come back to; null when I am given a code to carry over. */
  returnsTo: z.string().nullable(),
  expiresAt: Timestamp,
});
export type Authorization = z.infer<typeof Authorization>;

export const AllowApplication = z.object({
  scopes: z
    .array(Permission)
    .min(1, 'Choose at least one permission.')
    .max(Permission.options.length)
    .transform((scopes) => [...new Set(scopes)]),
});
export type AllowApplication = z.infer<typeof AllowApplication>;

/** What is next: an address to go to, or else a code that the application waits for. */
export const Allowed = z.object({ redirectTo: z.string().nullable(), code: z.string().nullable() });
export type Allowed = z.infer<typeof Allowed>;

/** Where the way back is; null when there is none. */
export const Denied = z.object({ redirectTo: z.string().nullable() });
export type Denied = z.infer<typeof Denied>;

/** A token that acts for me. */
export const OwnAccessToken = AccessToken.omit({ user: true }).extend({
  application: z.object({ id: Id, name: z.string() }),
});
export type OwnAccessToken = z.infer<typeof OwnAccessToken>;
