import { Controller } from '@nestjs/common';
import { notificationsApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type RawJson } from '@bureau/platform';
import { NotificationRepository } from './notification.repository.ts';
import { ReadNotifications } from './read-notifications.ts';

@Controller()
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly readNotifications: ReadNotifications,
  ) {}

  @Handles(notificationsApi.list)
  list(actor: Actor, { query }: RouteCall<typeof notificationsApi.list>): Promise<RawJson> {
    return this.notifications.list(actor, query);
  }

  @Handles(notificationsApi.count)
  count(actor: Actor): Promise<{ unread: number; more: boolean }> {
    return this.notifications.count(actor);
  }

  @Handles(notificationsApi.read)
  read(actor: Actor, { params }: RouteCall<typeof notificationsApi.read>): Promise<void> {
    return this.readNotifications.one(actor, params.notificationId);
  }

  @Handles(notificationsApi.readAll)
  readAll(actor: Actor, { body }: RouteCall<typeof notificationsApi.readAll>): Promise<void> {
    return this.readNotifications.all(actor, body.caseId ?? null);
  }
}
