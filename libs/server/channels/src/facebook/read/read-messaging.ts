import type { PostFacts, SocialFact } from '@bureau/domain';
import type { Json } from '../../social/in/read/json-document.ts';
import { ignored, unknown } from '../../social/in/read/unit.ts';
import { mediaOfMessage, timeFrom, wordsOfMessage } from './facebook-parts.ts';
import { Messaging } from './facebook-shapes.ts';
import type { Told } from './read-feed-change.ts';

/** What Messenger tells besides messages and is no work for a help desk. */
const OF_NO_USE = [
  'delivery',
  'read',
  'optin',
  'referral',
  'account_linking',
  'app_roles',
  'request_thread_control',
  'checkout_update',
  'typing',
] as const;

/** Where Messenger says that, but not how. */
const LIKED = '👍';

/** Something that happened in Messenger: external-apis.md 2.5. */
export function readMessaging(found: Json | undefined, told: Told): SocialFact {
  const read = Messaging.safeParse(found);
  if (!read.success) return unknown('Something of Messenger that this desk cannot read');
  const { message, message_edit, postback, reaction } = read.data;
  if (message) return readMessage(read.data, message, told);
  if (message_edit) {
    const { mid, text } = message_edit;
    const editedAt = timeFrom(read.data.timestamp) ?? told.time;
    return factOf(read.data, told, { externalId: mid, text, edited: true, editedAt });
  }
  if (postback) {
    const { mid, title, payload } = postback;
    const pressed = `postback:${read.data.sender?.id ?? ''}:${read.data.timestamp ?? ''}`;
    return factOf(read.data, told, { externalId: mid ?? pressed, text: title ?? payload ?? '' });
  }
  if (reaction) return readReaction(read.data, reaction, told);
  if (read.data.pass_thread_control ?? read.data.take_thread_control) return readHandover(read.data, told);
  const known = OF_NO_USE.find((key) => found !== null && typeof found === 'object' && Object.hasOwn(found ?? {}, key));
  if (known) return ignored(`Messenger tells of ${known.replaceAll('_', ' ')}.`);
  const keys = found !== null && typeof found === 'object' ? Object.keys(found).join(', ') : '';
  return unknown(`Something of Messenger that this desk does not know: ${keys.slice(0, 200)}`);
}

function readMessage(unit: Messaging, message: NonNullable<Messaging['message']>, told: Told): SocialFact {
  const { mid, is_deleted, is_echo, metadata, reply_to } = message;
  if (is_deleted === true) return { kind: 'removed', externalId: mid };
  const attachments = message.attachments ?? [];
  const said = [message.text ?? '', wordsOfMessage(attachments)].filter((part) => part !== '').join('\n');
  return factOf(unit, told, {
    ...{ externalId: mid, text: said, media: mediaOfMessage(attachments), parentId: reply_to?.mid ?? null },
    ...(is_echo === true ? { byAccount: true, ourMark: metadata ?? null } : {}),
  });
}

/** One each; the page's own are no news. */
function readReaction(
  { sender, timestamp }: Messaging,
  { mid, action, emoji, reaction }: NonNullable<Messaging['reaction']>,
  { pageId, time }: Told,
): SocialFact {
  if (sender?.id === pageId) return ignored('The page reacted to a message.');
  const shown = emoji || reaction || LIKED;
  const at = timeFrom(timestamp) ?? time ?? new Date(0);
  return { kind: 'reacted', externalId: mid, reaction: action === 'unreact' ? null : shown.slice(0, 40), at };
}

/** An app that loses a conversation is told so by `take`, the one that gets it by `pass`. */
function readHandover(unit: Messaging, { pageId, time }: Told): SocialFact {
  const { sender, recipient, timestamp, pass_thread_control } = unit;
  const conversationId = [sender?.id, recipient?.id].find((id) => id !== undefined && id !== pageId);
  if (conversationId === undefined) return unknown('A conversation that changes hands and names nobody');
  const owner = pass_thread_control?.new_owner_app_id ?? null;
  return { kind: 'handed-over', conversationId, owner, at: timeFrom(timestamp) ?? time ?? new Date(0) };
}

/** Of an echo the page is the sender; the conversation is always that of the person. */
function factOf(
  { sender, recipient, timestamp }: Messaging,
  { pageId, time }: Told,
  said: Pick<PostFacts, 'externalId' | 'text'> & Partial<PostFacts>,
): SocialFact {
  const byAccount = said.byAccount ?? sender?.id === pageId;
  const person = byAccount ? [recipient?.id, sender?.id].find((id) => id !== undefined && id !== pageId) : sender?.id;
  if (person === undefined) return unknown('A message that names nobody');
  const post: PostFacts = {
    ...{ network: 'facebook', kind: 'message', stableId: said.externalId, conversationId: person },
    ...{ parentId: null, quotedId: null, language: null, url: null, edited: false, editedAt: null, media: [] },
    ...{ ourMark: null, concerns: ['direct-message'] },
    at: timeFrom(timestamp) ?? time ?? new Date(0),
    ...said,
    byAccount,
    writer: { externalId: byAccount ? pageId : person, handle: '', name: '' },
  };
  return { kind: 'post', post };
}
