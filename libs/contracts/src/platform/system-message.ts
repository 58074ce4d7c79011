import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';
import { route } from '../route.ts';

/** What administrators have to say to those who work here, and as long as it is of use. */
export const SystemMessage = z.object({
  /** Plain text; empty when there is nothing to be said. */
  message: z.string(),
  /** Whose members are told; empty: everybody. */
  groupIds: z.array(Id),
  /** Null: until somebody changes it. */
  until: Timestamp.nullable(),
  updatedAt: Timestamp,
});
export type SystemMessage = z.infer<typeof SystemMessage>;

/** All of it: a message that is written anew is for those whom it names now. */
export const WriteSystemMessage = z.object({
  message: z
    .string()
    .trim()
    .max(500, 'At most 500 characters.')
    .refine((words) => !/[^\P{Cc}\n]/u.test(words) && words.isWellFormed(), 'Leave out control characters.'),
  groupIds: z
    .array(Id)
    .max(100, 'At most 100 groups.')
    .default([])
    .transform((ids) => [...new Set(ids)]),
  until: Timestamp.nullable().default(null),
});
export type WriteSystemMessage = z.infer<typeof WriteSystemMessage>;

/** As it is told to one person. */
export const ToldSystemMessage = z.object({
  /** Null: nothing is to be said to you at the moment. */
  message: z.string().nullable(),
  until: Timestamp.nullable(),
  updatedAt: Timestamp,
});
export type ToldSystemMessage = z.infer<typeof ToldSystemMessage>;

export const systemMessageApi = {
  told: route('GET', '/system-message', {
    summary: 'Read what the administrators have to say to me.',
    allow: 'signed-in',
    response: ToldSystemMessage,
  }),
  read: route('GET', '/system-message/written', {
    summary: 'Read what is said to those who work here, to whom, and until when.',
    allow: 'settings:manage',
    response: SystemMessage,
    versioned: true,
  }),
  write: route('PUT', '/system-message/written', {
    summary: 'Say something to those who work here; an empty message takes it back.',
    allow: 'settings:manage',
    body: WriteSystemMessage,
    response: SystemMessage,
    versioned: true,
  }),
};

export const systemMessageEvents = {
  /** News for every window, in the room `desk`. */
  'system-message.changed': z.object({}),
} as const;
