import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { Broadcasts, type Broadcast } from '@bureau/platform';

/** Which screens hear that a customer has rated a case: whoever looks at it, and the lists. */
@Injectable()
export class FeedbackRealtime {
  @Broadcasts('satisfaction.submitted')
  submitted({ caseId }: EventPayload<'satisfaction.submitted'>): Broadcast[] {
    return [
      { room: `case:${caseId}`, ids: [caseId] },
      { room: 'cases', ids: [caseId] },
    ];
  }
}
