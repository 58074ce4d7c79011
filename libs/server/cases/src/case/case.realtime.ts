import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { Broadcasts, type Broadcast } from '@bureau/platform';

/** Which screens hear of a case: its own room, and the lists. */
@Injectable()
export class CaseRealtime {
  @Broadcasts('case.opened')
  opened(event: EventPayload<'case.opened'>): Broadcast[] {
    return roomsOf(event);
  }

  @Broadcasts('case.updated')
  updated(event: EventPayload<'case.updated'>): Broadcast[] {
    return roomsOf(event);
  }

  @Broadcasts('message.received')
  received(event: EventPayload<'message.received'>): Broadcast[] {
    return roomsOf(event);
  }

  @Broadcasts('message.replied')
  replied(event: EventPayload<'message.replied'>): Broadcast[] {
    return roomsOf(event);
  }

  @Broadcasts('delivery.changed')
  delivered({ caseId, messageId }: EventPayload<'delivery.changed'>): Broadcast[] {
    return [
      { room: `case:${caseId}`, ids: [caseId, messageId] },
      { room: 'cases', ids: [caseId] },
    ];
  }
}

/** Rooms count their own messages: a case's sequence can grow by two in one write, which would look like a gap. */
function roomsOf({ caseId }: { caseId: number }): Broadcast[] {
  return [
    { room: `case:${caseId}`, ids: [caseId] },
    { room: 'cases', ids: [caseId] },
  ];
}
