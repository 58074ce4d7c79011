import { timeOfXId, xConversationOf, type PostFacts, type SocialFact } from '@bureau/domain';
import { valueAt, type Json } from '../../social/in/read/json-document.ts';
import { ignored, unknown, type Listener } from '../../social/in/read/unit.ts';
import { includesAt, mediaOf, oldMediaOf, oldWriterOf, timeOf, writerOf, written } from './x-parts.ts';
import { OldDirectMessage, OldUser, XDirectMessage } from './x-shapes.ts';

interface ReadAt {
  pointer: string;
  /** Where the object with `includes` or `users` stands. */
  root: string;
  listener: Listener;
}

type Message = Pick<PostFacts, 'externalId' | 'conversationId' | 'writer' | 'byAccount' | 'text' | 'at' | 'media'>;

const UNREADABLE = 'A direct message of X that this desk cannot read';

/** A direct message, as API v2 or as API 1.1 tells it. */
export function readXMessage(document: Json | undefined, at: ReadAt): SocialFact {
  const found = valueAt(document, at.pointer);
  const old = OldDirectMessage.safeParse(found);
  if (old.success) return readOldMessage(document, old.data, at);
  const read = XDirectMessage.safeParse(found);
  if (!read.success) return unknown(UNREADABLE);
  const { id, event_type, sender_id, dm_conversation_id, text, entities, created_at, attachments } = read.data;
  if (event_type !== 'MessageCreate') return ignored('Somebody joined or left a conversation.');
  if (sender_id === undefined || dm_conversation_id === undefined) return unknown(UNREADABLE);
  const { users, media } = includesAt(document, at.root);
  return messageOf({
    externalId: id,
    conversationId: conversationOf(dm_conversation_id),
    writer: writerOf(sender_id, users),
    byAccount: sender_id === at.listener.externalId,
    text: written(text, entities?.urls),
    at: timeOf(created_at) ?? timeOfXId(id) ?? new Date(0),
    media: mediaOf(attachments?.media_keys ?? [], media),
  });
}

function readOldMessage(
  document: Json | undefined,
  { id, created_timestamp, message_create }: OldDirectMessage,
  at: ReadAt,
) {
  const { sender_id, target, message_data } = message_create;
  const user = OldUser.safeParse(valueAt(document, `${at.root}/users/${sender_id}`));
  const media = message_data.attachment?.media;
  return messageOf({
    externalId: id,
    conversationId: xConversationOf(sender_id, target.recipient_id),
    writer: oldWriterOf(sender_id, user.success ? user.data : undefined),
    byAccount: sender_id === at.listener.externalId,
    text: written(message_data.text, message_data.entities?.urls),
    at: timeOf(created_timestamp) ?? timeOfXId(id) ?? new Date(0),
    media: media ? oldMediaOf([media]) : [],
  });
}

/** The same name from both sides, whichever way it was told; a group keeps its number. */
function conversationOf(id: string): string {
  const [one, other, ...more] = id.split('-');
  return one && other && more.length === 0 ? xConversationOf(one, other) : id;
}

function messageOf(message: Message): SocialFact {
  const post: PostFacts = {
    ...message,
    ...{ network: 'x', kind: 'message', stableId: message.externalId, parentId: null, quotedId: null },
    ...{ language: null, url: null, edited: false, editedAt: null, concerns: ['direct-message'], ourMark: null },
  };
  return { kind: 'post', post };
}
