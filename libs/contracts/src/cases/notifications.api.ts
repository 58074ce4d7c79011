import { z } from 'zod';
import { NOTIFICATION_KINDS } from '../choices.ts';
import { ActorStamp } from '../actor.ts';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';

/** Somebody named me in a note; gave me a case; wrote, customer or colleague, in a case of mine or one that I follow. */
export const NotificationKind = z.enum(NOTIFICATION_KINDS);
export type NotificationKind = z.infer<typeof NotificationKind>;

export const Notification = z.object({
  id: Id,
  kind: NotificationKind,
  case: z.object({ id: Id, subject: z.string() }),
  actor: ActorStamp,
  /** Where in the feed of the case. */
  sequence: z.number().int(),
  at: Timestamp,
  readAt: Timestamp.nullable(),
});
export type Notification = z.infer<typeof Notification>;

/** Counts stop here. */
export const NOTIFICATIONS_COUNTED = 99;

/** Each person's own; only of cases that she may still see. News of them come in the realtime room `user:ID`. */
export const notificationsApi = {
  list: route('GET', '/notifications', {
    summary: 'List what I should know of, the latest first.',
    allow: 'signed-in',
    query: PageQuery.extend({ unread: z.stringbool().default(false) }),
    response: pageOf(Notification),
  }),
  count: route('GET', '/notifications/count', {
    summary: 'Count what I have not read.',
    allow: 'signed-in',
    response: z.object({ unread: z.number().int(), more: z.boolean() }),
  }),
  read: route('POST', '/notifications/:notificationId/read', {
    summary: 'Mark a notification as read.',
    allow: 'signed-in',
    params: z.object({ notificationId: IdParam }),
  }),
  readAll: route('POST', '/notifications/read', {
    summary: 'Mark my notifications as read: all, or those of one case.',
    allow: 'signed-in',
    body: z.object({ caseId: Id.optional() }),
  }),
};

export const notificationEvents = {
  'notification.added': z.object({ userId: Id, caseId: Id, notificationId: Id }),
  'notification.read': z.object({ userId: Id }),
} as const;
