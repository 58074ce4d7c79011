import { z } from 'zod';
import { Id, IdParam } from '../ids.ts';
import { route } from '../route.ts';
import { IdList } from './user.ts';

/** A team of users, and the brands that its members serve. */
export const Group = z.object({
  id: Id,
  name: z.string(),
  userIds: z.array(Id),
  brandIds: z.array(Id),
  /** It was deleted, and its cases are on their way to this group; it goes when the last one has left. */
  successorId: Id.optional(),
});
export type Group = z.infer<typeof Group>;

const fields = {
  name: z.string().trim().min(1, 'Write the name.').max(100, 'At most 100 characters.'),
  userIds: IdList,
  brandIds: IdList,
};

export const CreateGroup = z.object({
  ...fields,
  userIds: fields.userIds.default([]),
  brandIds: fields.brandIds.default([]),
});
export type CreateGroup = z.infer<typeof CreateGroup>;

/** Only what is named changes; a list replaces the one there is. */
export const ChangeGroup = z.object(fields).partial();
export type ChangeGroup = z.infer<typeof ChangeGroup>;

export const DeleteGroup = z.object({
  /** Takes over what belongs to the group. */
  successorId: IdParam.optional(),
});
export type DeleteGroup = z.infer<typeof DeleteGroup>;

const params = z.object({ groupId: IdParam });

/** The list of all is `usersApi.groups`. */
export const groupsApi = {
  read: route('GET', '/groups/:groupId', {
    summary: 'Read a group.',
    allow: 'users:view',
    params,
    response: Group,
    versioned: true,
  }),
  create: route('POST', '/groups', {
    summary: 'Add a group.',
    allow: 'groups:manage',
    body: CreateGroup,
    response: Group,
    status: 201,
  }),
  change: route('PATCH', '/groups/:groupId', {
    summary: 'Change a group, its members or the brands it serves.',
    allow: 'groups:manage',
    params,
    body: ChangeGroup,
    response: Group,
    versioned: true,
  }),
  remove: route('DELETE', '/groups/:groupId', {
    summary:
      'Delete a group; its cases and mailboxes, and what names it, go to a successor, without which it must have none.',
    allow: 'groups:manage',
    params,
    query: DeleteGroup,
  }),
};
