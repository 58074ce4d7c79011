import { Injectable } from '@nestjs/common';
import { permits, type EventPayload } from '@bureau/contracts';
import { Broadcasts, RoomRules, type Broadcast } from '@bureau/platform';

/** The room of those who keep the knowledge base. */
@Injectable()
export class KnowledgeRealtime {
  constructor(rooms: RoomRules) {
    rooms.declare('knowledge', (actor) => permits(actor, 'articles:view'));
  }

  @Broadcasts('article.changed')
  changed({ articleId }: EventPayload<'article.changed'>): Broadcast[] {
    return [{ room: 'knowledge', ids: [articleId] }];
  }

  @Broadcasts('article.published')
  published({ articleId }: EventPayload<'article.published'>): Broadcast[] {
    return [{ room: 'knowledge', ids: [articleId] }];
  }

  @Broadcasts('topic.changed')
  topicChanged(_: EventPayload<'topic.changed'>): Broadcast[] {
    return [{ room: 'knowledge', ids: [] }];
  }
}
