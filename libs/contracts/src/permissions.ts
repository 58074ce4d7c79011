import { z } from 'zod';

export const Permission = z.enum([
  'cases:view',
  'cases:create',
  'cases:update',
  'cases:reply',
  'customers:view',
  'users:view',
  'users:manage',
  'mailboxes:view',
  'mailboxes:manage',
  'intake:view',
  'intake:manage',
  'system-log:view',
]);
export type Permission = z.infer<typeof Permission>;

export const RoleName = z.enum(['administrator', 'agent']);
export type RoleName = z.infer<typeof RoleName>;

/** The permission table. What is not listed is denied. */
export const ROLE_PERMISSIONS: Record<RoleName, readonly Permission[]> = {
  administrator: Permission.options,
  agent: [
    'cases:view',
    'cases:create',
    'cases:update',
    'cases:reply',
    'customers:view',
    'users:view',
    'mailboxes:view',
    'intake:view',
  ],
};

export function permits(role: RoleName, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}
