import { FILTERS } from '../filters/filter.source.ts';
import { INTEGRATION_URLS } from '../integration-urls/integration-url.source.ts';
import { MACROS } from '../macros/macro.source.ts';
import { act, change, list, show, type DeskRoute } from '../resource/desk-route.ts';
import { GROUPS } from './group.source.ts';
import { LogoutWrites } from './logout.writes.ts';
import { PERMISSIONS } from './permission.source.ts';
import { PREFERENCES } from './preference.source.ts';
import { PreferenceBody, PreferenceWrites } from './preference.writes.ts';
import { SEARCHES } from './search.source.ts';
import { USERS } from './user.source.ts';

export const USER_ROUTES: DeskRoute[] = [
  list('/users', {
    summary: 'List the people who work here, the one who asks first.',
    allow: 'users:view',
    reads: USERS,
  }),
  show('/users/:user', { summary: 'Read a user; `current` is the one who asks.', allow: 'users:view', reads: USERS }),
  act('/users/me/logout', {
    summary: 'End the access token that the request is made with; a password has nothing to end.',
    allow: 'signed-in',
    reads: USERS,
    by: LogoutWrites,
    run: (writes, wish) => writes.run(wish),
  }),
  list('/users/:user/groups', {
    summary: 'List the groups of a user.',
    allow: 'users:view',
    within: USERS,
    reads: GROUPS,
  }),
  list('/users/:user/filters', {
    summary: 'List the filters that a user works with, as far as the one who asks knows them.',
    allow: 'cases:view',
    within: USERS,
    reads: FILTERS,
  }),
  list('/users/:user/macros', {
    summary: 'List the macros that a user works with, as far as the one who asks knows them.',
    allow: 'cases:update',
    within: USERS,
    reads: MACROS,
  }),
  list('/users/:user/searches', {
    summary: 'List the searches that a user has kept: the desk keeps none.',
    allow: 'users:view',
    within: USERS,
    reads: SEARCHES,
  }),
  show('/users/:user/searches/:search', {
    summary: 'Read a search that a user has kept: there are none.',
    allow: 'users:view',
    reads: SEARCHES,
  }),
  list('/users/:user/integration_urls', {
    summary: 'List the integration URLs that a user is shown, as far as the one who asks knows them.',
    allow: 'cases:view',
    within: USERS,
    reads: INTEGRATION_URLS,
  }),
  list('/users/:user/preferences', {
    summary: 'List what one has chosen for oneself; of others nothing is told.',
    allow: 'signed-in',
    within: USERS,
    reads: PREFERENCES,
  }),
  show('/users/:user/preferences/:preference', {
    summary: 'Read a preference of one’s own.',
    allow: 'signed-in',
    reads: PREFERENCES,
  }),
  change('/users/:user/preferences/:preference', {
    summary: 'Change the `value` of a preference of one’s own.',
    allow: 'signed-in',
    reads: PREFERENCES,
    body: PreferenceBody,
    by: PreferenceWrites,
    run: (writes, wish) => writes.change(wish),
  }),
  list('/permissions', { summary: 'List what the one who asks may.', allow: 'signed-in', reads: PERMISSIONS }),
  show('/permissions/:permission', { summary: 'Read a permission.', allow: 'signed-in', reads: PERMISSIONS }),
  list('/groups', { summary: 'List the groups.', allow: 'users:view', reads: GROUPS }),
  show('/groups/:group', { summary: 'Read a group.', allow: 'users:view', reads: GROUPS }),
  list('/groups/:group/users', {
    summary: 'List the members of a group.',
    allow: 'users:view',
    within: GROUPS,
    reads: USERS,
  }),
  list('/groups/:group/filters', {
    summary: 'List the filters of a group.',
    allow: 'cases:view',
    within: GROUPS,
    reads: FILTERS,
  }),
];
