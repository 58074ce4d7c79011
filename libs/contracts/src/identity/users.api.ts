import { z } from 'zod';
import { route } from '../route.ts';
import { Group, User } from './user.ts';

export const usersApi = {
  list: route('GET', '/users', {
    summary: 'List the users who work here.',
    allow: 'users:view',
    response: z.object({ items: z.array(User) }),
  }),
  groups: route('GET', '/groups', {
    summary: 'List the groups and who is in them.',
    allow: 'users:view',
    response: z.object({ items: z.array(Group) }),
  }),
};
