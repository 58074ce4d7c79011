import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';

/**
 * Where to read on: `cursor` is the `next` of the answer before; without one, rows that changed at or after `since`, or
 * all. Rows come in the order in which they changed; one that changes again comes again.
 */
export const ChangesQuery = z.object({
  /** As long ago as one likes. */
  since: z.iso.datetime({ offset: true }).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type ChangesQuery = z.infer<typeof ChangesQuery>;

/** What is left of a row that is gone for good. */
export const Gone = z.object({ id: Id, updatedAt: Timestamp, gone: z.literal(true) });
export type Gone = z.infer<typeof Gone>;

/** `next` continues from here at any later time; `more` says that there is more to read right now. */
export function changesOf<T extends z.ZodType>(record: T) {
  return z.object({ items: z.array(z.union([record, Gone])), next: z.string(), more: z.boolean() });
}
