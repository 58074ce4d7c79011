import { Injectable } from '@nestjs/common';
import { permits, type EventPayload } from '@bureau/contracts';
import { Broadcasts, RoomRules, type Broadcast } from '@bureau/platform';

/** The Intake page hears of every fate; a case hears of the mail that waits for a person beside it. */
@Injectable()
export class IntakeRealtime {
  constructor(rooms: RoomRules) {
    rooms.declare('intake', (actor) => permits(actor, 'intake:view'));
  }

  @Broadcasts('intake.settled')
  settled({ intakeId, fate, caseId }: EventPayload<'intake.settled'>): Broadcast[] {
    const intake = { room: 'intake', ids: [intakeId] };
    return fate === 'held' && caseId !== null ? [intake, { room: `case:${caseId}`, ids: [caseId] }] : [intake];
  }
}
