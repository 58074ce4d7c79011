import { z } from 'zod';

/** The eleven roles that a desk begins with (product.md 3.8). Their names and permissions can be edited; keys stay. */
export const StandardRole = z.enum([
  'agent',
  'flex-agent',
  'reporting-agent',
  'workflow-manager',
  'knowledge-base-manager',
  'content-manager',
  'business-manager',
  'administrative-manager',
  'knowledge-base-administrator',
  'administrator',
  'billing-administrator',
]);
export type StandardRole = z.infer<typeof StandardRole>;
