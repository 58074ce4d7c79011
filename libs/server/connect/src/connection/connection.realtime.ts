import { Injectable } from '@nestjs/common';
import { permits, type EventPayload } from '@bureau/contracts';
import { Broadcasts, RoomRules, type Broadcast } from '@bureau/platform';

/** The pages of the integration hear how it fares. */
@Injectable()
export class ConnectionRealtime {
  constructor(rooms: RoomRules) {
    rooms.declare('salesforce', (actor) => permits(actor, 'salesforce:manage'));
  }

  @Broadcasts('connect.changed')
  changed({ connectionId }: EventPayload<'connect.changed'>): Broadcast[] {
    return [{ room: 'salesforce', ids: [connectionId] }];
  }
}
