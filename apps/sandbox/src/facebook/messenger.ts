import { announceInConversation, announceMessage } from './announce-message.ts';
import { byPage, byPerson, nameOf, sameAuthor, shortly } from './author.ts';
import { gone } from './graph-error.ts';
import { newMid, psidOf } from './ids.ts';
import type { Author, Conversation, Message } from './state.ts';
import type { World } from './world.ts';

export const WINDOW_MS = 24 * 3_600_000;
export const HUMAN_AGENT_WINDOW_MS = 7 * WINDOW_MS;

type Words = { text: string; media?: string[]; stickerId?: string; replyTo?: string };

/** A person writes to a page; this opens the window for 24 hours. */
export function personWrites(world: World, given: Words & { page: string; person: string }): Message {
  const conversation = conversationOf(world, given.page, given.person);
  conversation.personWroteAt = world.now();
  conversation.unread += 1;
  return write(world, conversation, { ...given, author: byPerson(given.person) });
}

/** The page writes, through the app or in Facebook's own inbox. Windows are the caller's business. */
export function pageWrites(
  world: World,
  given: Words & { page: string; person: string; appId?: string; metadata?: string; tag?: string },
): Message {
  const conversation = conversationOf(world, given.page, given.person);
  conversation.unread = 0;
  return write(world, conversation, { ...given, author: byPage(given.page) });
}

function write(
  world: World,
  conversation: Conversation,
  given: Words & { author: Author; appId?: string; metadata?: string; tag?: string },
): Message {
  const message: Message = {
    id: newMid(world.state),
    conversation: conversation.id,
    author: given.author,
    text: given.text,
    media: given.stickerId === undefined ? (given.media ?? []) : [world.media.sticker(given.stickerId).id],
    stickerId: given.stickerId,
    replyTo: given.replyTo,
    appId: given.appId,
    metadata: given.metadata,
    tag: given.tag,
    createdAt: world.now(),
    edits: 0,
    deleted: false,
    reactions: [],
  };
  world.state.messages[message.id] = message;
  conversation.updatedAt = message.createdAt;
  announceMessage(world, conversation, message);
  world.tell(`${nameOf(world, message.author)} wrote ${shortly(message.text)} in Messenger.`);
  world.save();
  return message;
}

/** Their one conversation; it comes into being when it is first needed. */
export function conversationOf(world: World, page: string, person: string): Conversation {
  const id = `t_${psidOf(page, person)}`;
  const fresh = { id, page, person, updatedAt: world.now(), personWroteAt: 0, standby: false, unread: 0 };
  return (world.state.conversations[id] ??= fresh);
}

/** How the page may write now: freely, as a human agent with the tag, or not at all. */
export function windowOf(world: World, conversation: Conversation | undefined): 'open' | 'human-agent' | 'closed' {
  const age = world.now() - (conversation?.personWroteAt ?? 0);
  if (age <= WINDOW_MS) return 'open';
  return age <= HUMAN_AGENT_WINDOW_MS ? 'human-agent' : 'closed';
}

/** Oldest first, without the deleted ones. */
export function messagesIn(world: World, conversation: string): Message[] {
  return Object.values(world.state.messages).filter((one) => one.conversation === conversation && !one.deleted);
}

export function editMessage(world: World, id: string, text: string): Message {
  const { message, conversation } = mustFind(world, id);
  message.text = text;
  message.edits += 1;
  const message_edit = { mid: id, text, num_edit: message.edits };
  announceInConversation(world, conversation, { field: 'message_edits', message_edit });
  world.tell(`${nameOf(world, message.author)} changed a message to ${shortly(text)}.`);
  world.save();
  return message;
}

/** Unsent: it is gone for both, and a webhook says so with the mid alone. */
export function unsendMessage(world: World, id: string): void {
  const { message, conversation } = mustFind(world, id);
  message.deleted = true;
  announceInConversation(world, conversation, { field: 'messages', message: { mid: id, is_deleted: true } });
  world.tell(`${nameOf(world, message.author)} unsent a message.`);
  world.save();
}

const EMOJI: Record<string, string> = {
  like: '👍',
  love: '❤',
  haha: '😆',
  wow: '😮',
  sad: '😢',
  angry: '😠',
  care: '🤗',
};

/** One reaction each; without a type it is taken back. */
export function reactToMessage(
  world: World,
  id: string,
  { author, type }: { author: Author; type: string | undefined },
): void {
  const { message, conversation } = mustFind(world, id);
  message.reactions = message.reactions.filter((one) => !sameAuthor(one.author, author));
  if (type !== undefined) message.reactions.push({ author, type, at: world.now() });
  const reaction =
    type === undefined
      ? { mid: id, action: 'unreact' }
      : { reaction: type, emoji: EMOJI[type] ?? '❤', action: 'react', mid: id };
  announceInConversation(world, conversation, { field: 'message_reactions', reaction });
  world.tell(`${nameOf(world, author)} reacted to a message.`);
  world.save();
}

/** The person has seen everything up to now. */
export function personReads(world: World, conversation: Conversation): void {
  announceInConversation(world, conversation, { field: 'message_reads', read: { watermark: world.now() } });
}

/** Another app takes the thread, or gives it back. */
export function handOver(
  world: World,
  conversation: Conversation,
  { standby, otherApp }: { standby: boolean; otherApp: string },
): void {
  const what = standby
    ? { take_thread_control: { previous_owner_app_id: world.state.app.id, metadata: '' } }
    : { pass_thread_control: { new_owner_app_id: world.state.app.id, previous_owner_app_id: otherApp, metadata: '' } };
  conversation.standby = standby;
  announceInConversation(world, conversation, { field: 'messaging_handovers', ...what });
  world.tell(standby ? 'Another app took a conversation over.' : 'A conversation came back to the desk.');
  world.save();
}

function mustFind(world: World, id: string): { message: Message; conversation: Conversation } {
  const message = world.state.messages[id];
  const conversation = world.state.conversations[message?.conversation ?? ''];
  if (!message || message.deleted || !conversation) throw gone(id);
  return { message, conversation };
}
