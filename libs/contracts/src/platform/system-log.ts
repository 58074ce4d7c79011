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
};
