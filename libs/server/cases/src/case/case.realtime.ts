import { Injectable } from '@nestjs/common';
import { permits, seesEverything, type Actor, type EventPayload } from '@bureau/contracts';
import { Broadcasts, RoomRules, type Broadcast } from '@bureau/platform';
import { CaseRepository } from './case.repository.ts';

/** Which screens hear of a case: its own room, and the lists. */
@Injectable()
export class CaseRealtime {
  constructor(rooms: RoomRules, cases: CaseRepository) {
    rooms.declare('cases', (actor) => permits(actor, 'cases:view'));
    rooms.declare('presence', (actor) => mayWatchEverybody(actor));
    rooms.declare('case:', (actor, caseId) => cases.isVisible(actor, caseId));
  }

  @Broadcasts('case.opened')
  opened(event: EventPayload<'case.opened'>): Broadcast[] {
    return roomsOf(event);
  }

  @Broadcasts('case.updated')
  updated(event: EventPayload<'case.updated'>): Broadcast[] {
    return roomsOf(event);
  }

  @Broadcasts('case.lock-changed')
  lockChanged(event: EventPayload<'case.lock-changed'>): Broadcast[] {
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

  @Broadcasts('message.forwarded')
  forwarded(event: EventPayload<'message.forwarded'>): Broadcast[] {
    return roomsOf(event);
  }

  @Broadcasts('note.added')
  noted(event: EventPayload<'note.added'>): Broadcast[] {
    return roomsOf(event);
  }

  @Broadcasts('note.edited')
  noteEdited(event: EventPayload<'note.edited'>): Broadcast[] {
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

/** The room `presence` tells who is in which case: only for those who may see every case. */
function mayWatchEverybody(actor: Actor): boolean {
  return actor.kind === 'user' && permits(actor, 'cases:view') && seesEverything(actor.access);
}
