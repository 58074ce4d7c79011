import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { Broadcasts, type Broadcast } from '@bureau/platform';

/** Which screens hear of a public question: those on which its case is. */
@Injectable()
export class QuestionRealtime {
  @Broadcasts('question.changed')
  changed({ caseId }: EventPayload<'question.changed'>): Broadcast[] {
    return [{ room: `case:${caseId}`, ids: [caseId] }];
  }
}
