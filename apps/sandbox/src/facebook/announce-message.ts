import { psidOf } from './ids.ts';
import { PAGE_INBOX_APP_ID } from './defaults.ts';
import type { Conversation, Message } from './state.ts';
import type { World } from './world.ts';

/** A new message: to the app, or as an echo when the page wrote it; to `standby` while another app owns the thread. */
export function announceMessage(world: World, conversation: Conversation, message: Message): void {
  const isEcho = message.author.kind === 'page';
  const said = {
    mid: message.id,
    ...(message.text !== '' && { text: message.text }),
    ...(isEcho && { is_echo: true, app_id: Number(message.appId ?? PAGE_INBOX_APP_ID) }),
    ...(message.metadata !== undefined && { metadata: message.metadata }),
    ...(message.stickerId !== undefined && { sticker_id: Number(message.stickerId) }),
    ...(message.media.length > 0 && { attachments: message.media.map((id) => attachmentOf(world, id)) }),
    ...(message.replyTo !== undefined && { reply_to: { mid: message.replyTo } }),
  };
  const direction = isEcho ? outward(conversation) : inward(conversation);
  const event = { ...direction, timestamp: message.createdAt, message: said };
  tell(world, conversation, { field: isEcho ? 'message_echoes' : 'messages', event });
}

/** Anything else that happens in a conversation, said by the person's side. */
export function announceInConversation(
  world: World,
  conversation: Conversation,
  { field, ...what }: { field: string } & Record<string, unknown>,
): void {
  tell(world, conversation, { field, event: { ...inward(conversation), timestamp: world.now(), ...what } });
}

function tell(
  world: World,
  conversation: Conversation,
  { field, event }: { field: string; event: Record<string, unknown> },
) {
  world.emit({
    page: conversation.page,
    field: conversation.standby && field.startsWith('message') ? 'standby' : field,
    person: conversation.person,
    at: world.now(),
    messaging: event,
  });
}

function inward({ page, person }: Conversation) {
  return { sender: { id: psidOf(page, person) }, recipient: { id: page } };
}

function outward({ page, person }: Conversation) {
  return { sender: { id: page }, recipient: { id: psidOf(page, person) } };
}

/** Stickers have had a type of their own since August 2026. */
function attachmentOf(world: World, id: string) {
  const medium = world.media.find(id);
  const url = world.media.urlOf(id);
  if (medium?.type === 'sticker') return { type: 'sticker', payload: { url, sticker_id: Number(id) } };
  return { type: medium?.type ?? 'file', payload: { url } };
}
