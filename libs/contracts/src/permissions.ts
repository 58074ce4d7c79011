import { z } from 'zod';

/** Everything that can be allowed. What a role does not list is denied. */
export const Permission = z.enum([
  'cases:view',
  'cases:create',
  'cases:update',
  'cases:reply',
  'cases:note',
  'cases:merge',
  'cases:bulk',
  'cases:delete',
  'cases:take-over',
  'labels:create',
  'labels:manage',
  'custom-fields:manage',
  'filters:manage',
  'macros:manage',
  'rules:manage',
  'routing:work',
  'routing:manage',
  'business-hours:manage',
  'customers:view',
  'customers:update',
  'customers:merge',
  'companies:update',
  'users:view',
  'users:manage',
  'groups:manage',
  'roles:manage',
  'applications:manage',
  'integrations:manage',
  'audit:view',
  'brands:manage',
  'articles:view',
  'articles:write',
  'articles:publish',
  'questions:moderate',
  'feedback:view',
  'feedback:manage',
  'themes:manage',
  'mailboxes:view',
  'mailboxes:manage',
  'social-accounts:view',
  'social-accounts:manage',
  'salesforce:view',
  'salesforce:manage',
  'intake:view',
  'intake:manage',
  'system-log:view',
  'settings:manage',
]);
export type Permission = z.infer<typeof Permission>;

/** Which cases somebody may see: every one, those of his groups and his own, or only those assigned to him. */
export const CaseScope = z.enum(['all', 'groups', 'assigned']);
export type CaseScope = z.infer<typeof CaseScope>;

/** The rows that somebody may see; `brandIds` null means every brand. A case outside of it does not exist for him. */
export const CaseAccess = z.object({
  scope: CaseScope,
  groupIds: z.array(z.number().int()),
  brandIds: z.array(z.number().int()).nullable(),
});
export type CaseAccess = z.infer<typeof CaseAccess>;

/** Sees every case of every brand. */
export function seesEverything(access: CaseAccess): boolean {
  return access.scope === 'all' && access.brandIds === null;
}
