import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { CaseScope, Permission } from '../permissions.ts';
import { route } from '../route.ts';
import { StandardRole } from './standard-roles.ts';

/** An editable set of permissions, and which cases its users see. */
export const Role = z.object({
  id: Id,
  /** One of the roles that every desk begins with; null for a desk's own. */
  key: StandardRole.nullable(),
  name: z.string(),
  description: z.string(),
  /** Its users may do everything, also what a later version adds; `permissions` then lists all that there are. */
  everything: z.boolean(),
  permissions: z.array(Permission),
  caseScope: CaseScope,
  /** Its users see only cases of brands that they, or their groups, serve. */
  ownBrandsOnly: z.boolean(),
  twoFactorRequired: z.boolean(),
  /** How many users have it, the disabled ones included. */
  userCount: z.number().int(),
  updatedAt: Timestamp,
});
export type Role = z.infer<typeof Role>;

const fields = {
  name: z.string().trim().min(1, 'Write the name.').max(100, 'At most 100 characters.'),
  description: z.string().trim().max(500, 'At most 500 characters.'),
  permissions: z.array(Permission).max(Permission.options.length, 'Name each permission once.'),
  caseScope: CaseScope,
  ownBrandsOnly: z.boolean(),
  twoFactorRequired: z.boolean(),
};

export const CreateRole = z.object({
  ...fields,
  description: fields.description.default(''),
  caseScope: fields.caseScope.default('all'),
  ownBrandsOnly: fields.ownBrandsOnly.default(false),
  twoFactorRequired: fields.twoFactorRequired.default(false),
});
export type CreateRole = z.infer<typeof CreateRole>;

/** Only what is named changes. */
export const ChangeRole = z.object(fields).partial();
export type ChangeRole = z.infer<typeof ChangeRole>;

const params = z.object({ roleId: IdParam });

export const rolesApi = {
  list: route('GET', '/roles', {
    summary: 'List the roles.',
    allow: 'users:view',
    response: z.object({ items: z.array(Role) }),
  }),
  read: route('GET', '/roles/:roleId', {
    summary: 'Read a role.',
    allow: 'users:view',
    params,
    response: Role,
    versioned: true,
  }),
  create: route('POST', '/roles', {
    summary: 'Add a role, with no more rights than one has.',
    allow: 'roles:manage',
    body: CreateRole,
    response: Role,
    status: 201,
  }),
  change: route('PATCH', '/roles/:roleId', {
    summary: 'Change a role; its users have the new rights at once.',
    allow: 'roles:manage',
    params,
    body: ChangeRole,
    response: Role,
    versioned: true,
  }),
  remove: route('DELETE', '/roles/:roleId', {
    summary: 'Delete a role of this desk that no user has.',
    allow: 'roles:manage',
    params,
  }),
};
