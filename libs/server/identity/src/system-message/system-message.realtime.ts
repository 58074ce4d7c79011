import { Injectable } from '@nestjs/common';
import { Broadcasts, RoomRules, type Broadcast } from '@bureau/platform';

/** Whoever works here hears that there is something to be read; what it says, and whether to them, they ask. */
@Injectable()
export class SystemMessageRealtime {
  constructor(rooms: RoomRules) {
    rooms.declare('desk', (actor) => actor.kind === 'user');
  }

  @Broadcasts('system-message.changed')
  changed(): Broadcast[] {
    return [{ room: 'desk', ids: [] }];
  }
}
