import type { DirectMessage, Media, XUser } from './model.ts';
import { forbidden, invalidRequest } from './problems.ts';
import type { XWorld } from './x-world.ts';

const LONGEST = 10_000;
const KEPT_MS = 30 * 24 * 60 * 60_000;

export type NewMessage = { from: XUser; to: XUser; text: string; media?: Media[] };

/** A conversation of two is named by both ids, the smaller one first. */
export function conversationOf(one: string, other: string): string {
  return BigInt(one) < BigInt(other) ? `${one}-${other}` : `${other}-${one}`;
}

/** @throws what X says when somebody does not take messages from everybody, or one is empty or too long. */
export function sendMessage(world: XWorld, { from, to, text, media = [] }: NewMessage): DirectMessage {
  if (text.trim() === '' && media.length === 0) throw invalidRequest('text or attachments is required');
  if ([...text].length > LONGEST) throw invalidRequest(`text is longer than ${LONGEST} characters`, { text: [text] });
  if (!takesMessagesFrom(world, to, from)) {
    throw forbidden('You do not have permission to DM one or more participants.');
  }
  const message = world.messages.put({
    id: world.ids.next(),
    conversationId: conversationOf(from.id, to.id),
    senderId: from.id,
    recipientId: to.id,
    text,
    mediaIds: media.map((one) => one.id),
    createdAt: world.clock.now().toISOString(),
  });
  world.tell(`@${from.username} wrote a direct message to @${to.username}.`);
  world.happened({ kind: 'messaged', message });
  return message;
}

/** Open to everybody, or to those whom one follows or has written to; never to those one blocked. */
export function takesMessagesFrom(world: XWorld, user: XUser, sender: XUser): boolean {
  if (world.related('block', user.id, sender.id)) return false;
  if (user.dmOpen || world.related('follow', user.id, sender.id)) return true;
  return world.messages.find((one) => one.senderId === user.id && one.recipientId === sender.id) !== undefined;
}

/** What X still tells of somebody's messages: 30 days, newest first. */
export function messagesOf(world: XWorld, userId: string): DirectMessage[] {
  const oldest = world.clock.ms() - KEPT_MS;
  const mine = (one: DirectMessage) => one.senderId === userId || one.recipientId === userId;
  return world.messages.where((one) => mine(one) && Date.parse(one.createdAt) >= oldest).reverse();
}
