import { z } from 'zod';
import { Id } from '../ids.ts';

export const RoleSummary = z.object({ id: Id, name: z.string() });
export type RoleSummary = z.infer<typeof RoleSummary>;

export const User = z.object({ id: Id, name: z.string(), email: z.string(), role: RoleSummary });
export type User = z.infer<typeof User>;

/** A user as others see them. */
export const UserSummary = z.object({ id: Id, name: z.string() });
export type UserSummary = z.infer<typeof UserSummary>;

export const Group = z.object({ id: Id, name: z.string(), userIds: z.array(Id) });
export type Group = z.infer<typeof Group>;
