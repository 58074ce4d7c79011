import { z } from 'zod';
import { EmailAddress, Id, Timestamp } from '../ids.ts';

export const RoleSummary = z.object({ id: Id, name: z.string() });
export type RoleSummary = z.infer<typeof RoleSummary>;

export const User = z.object({ id: Id, name: z.string(), email: z.string(), role: RoleSummary });
export type User = z.infer<typeof User>;

/** A user as others see them. */
export const UserSummary = z.object({ id: Id, name: z.string() });
export type UserSummary = z.infer<typeof UserSummary>;

/** Invited: has yet to choose a password. Disabled: may not sign in; what is assigned to them stays theirs. */
export const UserState = z.enum(['invited', 'active', 'disabled']);
export type UserState = z.infer<typeof UserState>;

export const UserDetails = User.extend({
  /** What customers read; empty: the name. */
  publicName: z.string(),
  /** Plain text below what I write to customers, above the signature of the brand. */
  signature: z.string(),
  /** Takes new cases: routing gives them to those who do and are online. */
  available: z.boolean(),
  state: UserState,
  groupIds: z.array(Id),
  /** Served directly; those of the groups come on top. */
  brandIds: z.array(Id),
  /** This and the next are told to those who manage users, and to the user; to others null. */
  twoFactor: z.boolean().nullable(),
  lastSignInAt: Timestamp.nullable(),
  updatedAt: Timestamp,
});
export type UserDetails = z.infer<typeof UserDetails>;

/** Ids of a list that replaces the one there is. */
export const IdList = z.array(Id).max(1000, 'At most 1000.');

const fields = {
  name: z.string().trim().min(1, 'Write the name.').max(100, 'At most 100 characters.'),
  publicName: z.string().trim().max(100, 'At most 100 characters.'),
  email: EmailAddress,
  roleId: Id,
  groupIds: IdList,
  brandIds: IdList,
};

export const InviteUser = z.object({
  ...fields,
  publicName: fields.publicName.default(''),
  groupIds: fields.groupIds.default([]),
  brandIds: fields.brandIds.default([]),
});
export type InviteUser = z.infer<typeof InviteUser>;

/** What everybody may change of himself; only what is named changes. */
export const ChangeProfile = z
  .strictObject({
    name: fields.name,
    publicName: fields.publicName,
    signature: z.string().trim().max(2000, 'At most 2,000 characters.'),
  })
  .partial();
export type ChangeProfile = z.infer<typeof ChangeProfile>;

/** Only what is named changes. */
export const ChangeUser = z.object(fields).partial();
export type ChangeUser = z.infer<typeof ChangeUser>;
