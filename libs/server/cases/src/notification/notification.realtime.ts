import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { Broadcasts, RoomRules, type Broadcast } from '@bureau/platform';

/** A person's own room, where nobody else is. */
@Injectable()
export class NotificationRealtime {
  constructor(rooms: RoomRules) {
    rooms.declare('user:', (actor, userId) => actor.kind === 'user' && actor.userId === userId);
  }

  @Broadcasts('notification.added')
  added({ userId, notificationId }: EventPayload<'notification.added'>): Broadcast[] {
    return [{ room: `user:${userId}`, ids: [notificationId] }];
  }

  @Broadcasts('notification.read')
  read({ userId }: EventPayload<'notification.read'>): Broadcast[] {
    return [{ room: `user:${userId}`, ids: [] }];
  }
}
