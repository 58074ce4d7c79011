import { z } from 'zod';

const Paging = z.looseObject({
  cursors: z.looseObject({ after: z.string().optional() }).optional(),
  next: z.string().optional(),
});

const Said = z.looseObject({ id: z.string(), created_time: z.string().optional() });

/** Lists of the Graph API, as far as walking them needs; the rest of them stays as it came. */
export const MessageList = z.looseObject({ data: z.array(Said).default([]), paging: Paging.optional() });

export type MessageList = z.output<typeof MessageList>;

/** Comments with the answers to them. */
export const CommentList = z.looseObject({
  data: z.array(Said.extend({ comments: MessageList.optional() })).default([]),
  paging: Paging.optional(),
});
export type CommentList = z.output<typeof CommentList>;

export const FeedList = z.looseObject({
  data: z
    .array(
      z.looseObject({
        id: z.string(),
        created_time: z.string().optional(),
        updated_time: z.string().optional(),
        comments: CommentList.optional(),
      }),
    )
    .default([]),
  paging: Paging.optional(),
});

export const ConversationList = z.looseObject({
  data: z
    .array(z.looseObject({ id: z.string(), updated_time: z.string().optional(), messages: MessageList.optional() }))
    .default([]),
  paging: Paging.optional(),
});

/** Where the next page begins; null: this was the last. Never the link itself: it has the key in it. */
export function afterOf({ paging }: { paging?: z.infer<typeof Paging> | undefined }): string | null {
  return paging?.next === undefined ? null : (paging.cursors?.after ?? null);
}

/** Whether anything of a list is as new as `floor`. */
export function reaches(times: readonly (string | undefined)[], floor: Date): boolean {
  return times.some((time) => time === undefined || !(new Date(time) < floor));
}

/** Without links, on any level: they have keys in them, and nobody needs them any more. */
export function withoutPaging(page: unknown): unknown {
  if (Array.isArray(page)) return page.map(withoutPaging);
  if (page === null || typeof page !== 'object') return page;
  return Object.fromEntries(
    Object.entries(page).flatMap(([key, value]) => (key === 'paging' ? [] : [[key, withoutPaging(value)]])),
  );
}
