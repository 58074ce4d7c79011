import { z } from 'zod';
import { ActorStamp } from '../actor.ts';
import { Id } from '../ids.ts';

/** What happens to what the company knows. */
export const knowledgeEvents = {
  /** Its settings, a text, a file, or it was deleted or came back. */
  'article.changed': z.object({ articleId: Id, actor: ActorStamp }),
  /** Visitors may read a text from now on. */
  'article.published': z.object({ articleId: Id, language: z.string(), actor: ActorStamp }),
  /** A topic, or the order of topics or of its articles; null: of several. */
  'topic.changed': z.object({ topicId: Id.nullable(), actor: ActorStamp }),
} as const;
