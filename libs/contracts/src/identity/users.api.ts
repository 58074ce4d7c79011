import { z } from 'zod';
import { IdParam } from '../ids.ts';
import { route } from '../route.ts';
import { Group } from './group.ts';
import { ChangeProfile, ChangeUser, InviteUser, UserDetails, UserState } from './user.ts';

const params = z.object({ userId: IdParam });

export const ListUsers = z.object({
  /** Without it: everybody who may sign in, or will. */
  state: z.enum([...UserState.options, 'all']).optional(),
});
export type ListUsers = z.infer<typeof ListUsers>;

export const usersApi = {
  list: route('GET', '/users', {
    summary: 'List the users who work here.',
    allow: 'users:view',
    query: ListUsers,
    response: z.object({ items: z.array(UserDetails) }),
  }),
  me: route('GET', '/users/me', {
    summary: 'Read the user that I am.',
    allow: 'signed-in',
    response: UserDetails,
    versioned: true,
  }),
  changeMe: route('PATCH', '/users/me', {
    summary: 'Change my name, the name that customers read, or my signature.',
    allow: 'signed-in',
    body: ChangeProfile,
    response: UserDetails,
    versioned: true,
  }),
  read: route('GET', '/users/:userId', {
    summary: 'Read a user.',
    allow: 'users:view',
    params,
    response: UserDetails,
    versioned: true,
  }),
  invite: route('POST', '/users', {
    summary: 'Add a user and mail an invitation, good for seven days, with which to choose a password.',
    allow: 'users:manage',
    body: InviteUser,
    response: UserDetails,
    status: 201,
  }),
  inviteAgain: route('POST', '/users/:userId/invitation', {
    summary: 'Mail another invitation; the earlier ones end.',
    allow: 'users:manage',
    params,
  }),
  change: route('PATCH', '/users/:userId', {
    summary: 'Change a user. Nobody gives rights that he lacks, or changes a user who has more than he.',
    allow: 'users:manage',
    params,
    body: ChangeUser,
    response: UserDetails,
    versioned: true,
  }),
  disable: route('POST', '/users/:userId/disable', {
    summary: 'Let a user sign in no more; sessions end at once. Cases stay assigned, visible to all who may see them.',
    allow: 'users:manage',
    params,
    response: UserDetails,
  }),
  enable: route('POST', '/users/:userId/enable', {
    summary: 'Let a disabled user sign in again.',
    allow: 'users:manage',
    params,
    response: UserDetails,
  }),
  groups: route('GET', '/groups', {
    summary: 'List the groups and who is in them.',
    allow: 'users:view',
    response: z.object({ items: z.array(Group) }),
  }),
};
