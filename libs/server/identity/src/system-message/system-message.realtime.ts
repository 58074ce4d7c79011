import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { Broadcasts, RoomRules, type Broadcast } from '@bureau/platform';

/** Whoever works here hears that there is something to be read; what it says, and whether to them, they ask. */
@Injectable()
export class SystemMessageRealtime {
  constructor(rooms: RoomRules) {
    rooms.declare('desk', (actor) => actor.kind === 'user');
  }

  @Broadcasts('system-message.changed')
  changed(_nothing: EventPayload<'system-message.changed'>): Broadcast[] {
    return [{ room: 'desk', ids: [] }];
  }
}
