import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { Broadcasts, type Broadcast } from '@bureau/platform';

/** The Intake page hears of every fate; a case hears of the mail that waits for a person beside it. */
@Injectable()
export class IntakeRealtime {
  @Broadcasts('intake.settled')
  settled({ intakeId, fate, caseId }: EventPayload<'intake.settled'>): Broadcast[] {
    const intake = { room: 'intake', ids: [intakeId] };
    return fate === 'held' && caseId !== null ? [intake, { room: `case:${caseId}`, ids: [caseId] }] : [intake];
  }
}
