import { Injectable } from '@nestjs/common';
import { permits, type EventPayload } from '@bureau/contracts';
import { Broadcasts, RoomRules, type Broadcast } from '@bureau/platform';

/** Which screens hear of a public question: those on which its case is, and the page on which posts wait to be read. */
@Injectable()
export class QuestionRealtime {
  constructor(rooms: RoomRules) {
    rooms.declare('questions', (actor) => permits(actor, 'questions:moderate'));
  }

  /** Moderators of other brands hear that something was posted, and find nothing. */
  @Broadcasts('question.changed')
  changed({ caseId }: EventPayload<'question.changed'>): Broadcast[] {
    return [
      { room: `case:${caseId}`, ids: [caseId] },
      { room: 'questions', ids: [] },
    ];
  }
}
