import { z } from 'zod';
import { Timestamp } from '../ids.ts';
import { SyncObject } from './sync-object.ts';

/** What one check is about. Each has its words in the console; the to-do below names what exactly is missing. */
export const PreflightTopic = z.enum([
  'api-access',
  'scopes',
  'object',
  'field',
  'record-access',
  'status-values',
  'priority-values',
  'origin-values',
  'record-types',
  'person-accounts',
  'external-id',
  'case-comments',
  'feed-tracking',
  'session',
]);
export type PreflightTopic = z.infer<typeof PreflightTopic>;

/**
 * `ok`; `missing`: that part cannot work until somebody does what is said to do; `advice`: it works, but less well;
 * `unknown`: it cannot be found out from here.
 */
export const PreflightVerdict = z.enum(['ok', 'missing', 'advice', 'unknown']);
export type PreflightVerdict = z.infer<typeof PreflightVerdict>;

/** What to do about it, and where in the set-up of Salesforce. */
export const PreflightTodo = z.object({
  /** One sentence with the exact names, e.g. "Let the user edit Fax of Account." */
  what: z.string(),
  /** Steps of the menus from Setup on. */
  lightning: z.array(z.string()),
  classic: z.array(z.string()),
});
export type PreflightTodo = z.infer<typeof PreflightTodo>;

export const PreflightCheck = z.object({
  /** Stable, e.g. `field:Contact.Email:edit`. */
  id: z.string(),
  topic: PreflightTopic,
  /** The object that it concerns; null: all. */
  object: SyncObject.nullable(),
  verdict: PreflightVerdict,
  /** What was looked at, in a few words with Salesforce's own labels, e.g. "Contact: Email". */
  subject: z.string(),
  todo: PreflightTodo.nullable(),
});
export type PreflightCheck = z.infer<typeof PreflightCheck>;

export const Preflight = z.object({
  at: Timestamp,
  /** What needs doing comes first. */
  checks: z.array(PreflightCheck),
  /** Nothing is `missing`. */
  passed: z.boolean(),
});
export type Preflight = z.infer<typeof Preflight>;
