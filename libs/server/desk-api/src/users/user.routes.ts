import { list, show, type DeskRoute } from '../resource/desk-route.ts';
import { GROUPS } from './group.source.ts';
import { USERS } from './user.source.ts';

export const USER_ROUTES: DeskRoute[] = [
  list('/users', { summary: 'List the people who work here.', allow: 'users:view', reads: USERS }),
  show('/users/:user', { summary: 'Read a user.', allow: 'users:view', reads: USERS }),
  list('/users/:user/groups', {
    summary: 'List the groups of a user.',
    allow: 'users:view',
    within: USERS,
    reads: GROUPS,
  }),
  list('/groups', { summary: 'List the groups.', allow: 'users:view', reads: GROUPS }),
  show('/groups/:group', { summary: 'Read a group.', allow: 'users:view', reads: GROUPS }),
  list('/groups/:group/users', {
    summary: 'List the members of a group.',
    allow: 'users:view',
    within: GROUPS,
    reads: USERS,
  }),
];
