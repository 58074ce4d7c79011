import { Injectable } from '@nestjs/common';
import { permits, type EventPayload } from '@bureau/contracts';
import { Broadcasts, RoomRules, type Broadcast } from '@bureau/platform';

/** Where agents who play are present, and what the board hears. */
export const ROUTING_ROOM = 'routing';

/** Which screens hear of routing: the agent's own windows, and the board. */
@Injectable()
export class RoutingRealtime {
  constructor(rooms: RoomRules) {
    rooms.declare(ROUTING_ROOM, (actor) => permits(actor, 'routing:work') || permits(actor, 'routing:manage'));
  }

  @Broadcasts('user.absence-changed')
  absence({ userId }: EventPayload<'user.absence-changed'>): Broadcast[] {
    return [
      { room: `user:${userId}`, ids: [] },
      { room: 'users', ids: [userId] },
    ];
  }

  @Broadcasts('routing.offered')
  offered({ userId }: EventPayload<'routing.offered'>): Broadcast[] {
    return news(userId);
  }

  @Broadcasts('routing.changed')
  changed({ userId }: EventPayload<'routing.changed'>): Broadcast[] {
    return news(userId);
  }
}

/** For the agent's own windows, and for the board. */
function news(userId: number): Broadcast[] {
  return [
    { room: `user:${userId}`, ids: [] },
    { room: ROUTING_ROOM, ids: [userId] },
  ];
}
