import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';

export const SystemLogLevel = z.enum(['info', 'warning', 'error']);
export type SystemLogLevel = z.infer<typeof SystemLogLevel>;

/** What an administrator must know: broken mailboxes, failed deliveries, poison items. */
export const SystemLogEntry = z.object({
  id: Id,
  at: Timestamp,
  level: SystemLogLevel,
  /** The part that speaks, e.g. intake, delivery, mailbox. */
  part: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
});
export type SystemLogEntry = z.infer<typeof SystemLogEntry>;

/** How many entries the reader has not marked as seen; nobody counts beyond {@link UNSEEN_COUNTED}. */
export const UnseenEntries = z.object({
  count: z.number().int(),
  more: z.boolean(),
  /** The newest of them; null: there is none. */
  latestId: Id.nullable(),
});
export type UnseenEntries = z.infer<typeof UnseenEntries>;
export const UNSEEN_COUNTED = 99;

export const systemLogApi = {
  list: route('GET', '/system-log', {
    summary: 'Read what an administrator must know, the newest first.',
    allow: 'system-log:view',
    query: PageQuery.extend({
      level: SystemLogLevel.optional(),
      /** Only what this part said. */
      part: z
        .string()
        .regex(/^[a-z][a-z-]{0,39}$/)
        .optional(),
    }),
    response: pageOf(SystemLogEntry),
  }),
  unseen: route('GET', '/system-log/unseen', {
    summary: 'Count what came to the system log since I marked it as seen.',
    allow: 'system-log:view',
    response: UnseenEntries,
  }),
  markSeen: route('PUT', '/system-log/seen', {
    summary: 'Mark the system log as seen up to an entry; what came later stays new.',
    allow: 'system-log:view',
    body: z.object({ entryId: Id }),
  }),
};
