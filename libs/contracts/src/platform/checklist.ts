import { z } from 'zod';
import { Timestamp } from '../ids.ts';
import { route } from '../route.ts';

/** What makes a new desk ready. Each is looked up in what has happened; nobody ticks a box. */
export const ChecklistItemId = z.enum([
  'site',
  'mailbox',
  'mail-in',
  'outbound-server',
  'mail-out',
  'second-factor',
  'colleague',
  'group',
  'filter',
  'business-hours',
  'secret',
]);
export type ChecklistItemId = z.infer<typeof ChecklistItemId>;

export const ChecklistItem = z.object({
  id: ChecklistItemId,
  done: z.boolean(),
  /** When it came true, where that is known. */
  since: Timestamp.nullable(),
  /** What was found, such as the address that received a mail, or what the server said; empty when there is nothing to say. */
  found: z.string(),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

export const Checklist = z.object({
  items: z.array(ChecklistItem),
  /** Since when nobody wants to see it; null while it is shown. */
  dismissedAt: Timestamp.nullable(),
});
export type Checklist = z.infer<typeof Checklist>;

/** Something that waits for an administrator. */
export const AttentionId = z.enum(['mailboxes', 'social-accounts', 'deliveries', 'intake', 'system-log']);
export type AttentionId = z.infer<typeof AttentionId>;

export const AttentionItem = z.object({
  id: AttentionId,
  count: z.number().int(),
  /** The latest of them, in a line. */
  latest: z.string(),
  /** The case or the entry that it is about, where one page shows it. */
  latestId: z.number().int().nullable(),
  at: Timestamp.nullable(),
});
export type AttentionItem = z.infer<typeof AttentionItem>;

export const checklistApi = {
  read: route('GET', '/checklist', {
    summary: 'Read what a new desk still lacks; every tick is looked up in what has happened.',
    allow: 'settings:manage',
    response: Checklist,
  }),
  dismiss: route('PUT', '/checklist', {
    summary: 'Hide the checklist for everybody, or show it again.',
    allow: 'settings:manage',
    body: z.object({ dismissed: z.boolean() }),
    response: Checklist,
  }),
  attention: route('GET', '/attention', {
    summary:
      'Read what waits for an administrator: troubled mailboxes and social accounts, failed deliveries, held mail, errors of this week.',
    allow: 'signed-in',
    response: z.object({ items: z.array(AttentionItem) }),
  }),
};
