import { Injectable } from '@nestjs/common';
import { permits, type EventPayload } from '@bureau/contracts';
import { Broadcasts, RoomRules, type Broadcast } from '@bureau/platform';

/** Which screens hear of what people set for themselves. */
@Injectable()
export class PreferencesRealtime {
  constructor(rooms: RoomRules) {
    rooms.declare('users', (actor) => permits(actor, 'users:view'));
  }

  @Broadcasts('preferences.changed')
  changed({ userId }: EventPayload<'preferences.changed'>): Broadcast[] {
    return [{ room: `user:${userId}`, ids: [] }];
  }

  @Broadcasts('user.availability-changed')
  availability({ userId }: EventPayload<'user.availability-changed'>): Broadcast[] {
    return [
      { room: `user:${userId}`, ids: [] },
      { room: 'users', ids: [userId] },
    ];
  }

  @Broadcasts('user.changed')
  profile({ userId }: EventPayload<'user.changed'>): Broadcast[] {
    return [
      { room: `user:${userId}`, ids: [] },
      { room: 'users', ids: [userId] },
    ];
  }
}
