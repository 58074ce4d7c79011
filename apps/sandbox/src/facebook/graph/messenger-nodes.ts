import { fromOf, graphTime } from '../author.ts';
import { psidOf } from '../ids.ts';
import { messagesIn, windowOf } from '../messenger.ts';
import type { Author, Conversation, Medium, Message, Person } from '../state.ts';
import type { World } from '../world.ts';
import type { Wanted } from './fields.ts';
import { nested, pick, render, type Ask, type NodeType } from './node.ts';

export const MessageNode: NodeType<Message> = {
  name: 'UnifiedMessage',
  defaults: ['id', 'created_time'],
  fields: {
    id: ({ id }) => id,
    created_time: ({ createdAt }) => graphTime(createdAt),
    message: ({ text }) => text,
    from: (message, { world }, wanted) => pick(partyOf(world, message, message.author), wanted),
    to: (message, { world }, wanted) => {
      const conversation = world.state.conversations[message.conversation];
      if (!conversation) return undefined;
      const other: Author =
        message.author.kind === 'page'
          ? { kind: 'person', id: conversation.person }
          : { kind: 'page', id: conversation.page };
      return { data: [pick(partyOf(world, message, other), wanted)] };
    },
    attachments: ({ media, stickerId }, { world }) => {
      const shown = media.flatMap((id) => world.media.find(id) ?? []).map((one) => attachmentOf(world, one));
      return stickerId === undefined && shown.length > 0 ? { data: shown } : undefined;
    },
    sticker: ({ stickerId }, { world }) => (stickerId === undefined ? undefined : world.media.urlOf(stickerId)),
    reply_to: ({ replyTo }) => (replyTo === undefined ? undefined : { mid: replyTo }),
    reactions: ({ reactions }, { world }) =>
      reactions.length === 0
        ? undefined
        : {
            data: reactions.map(({ type, author }) => ({
              reaction: type,
              users: [world.state.people[author.id]?.name ?? ''],
            })),
          },
    tags: ({ author }) => ({ data: [{ name: author.kind === 'page' ? 'sent' : 'inbox' }, { name: 'messenger' }] }),
    thread_id: ({ conversation }) => conversation,
  },
};

export const ConversationNode: NodeType<Conversation> = {
  name: 'UnifiedThread',
  defaults: ['id', 'link', 'updated_time'],
  fields: {
    id: ({ id }) => id,
    link: ({ page, id }) => `/${page}/inbox/${id.slice(2)}/`,
    updated_time: ({ updatedAt }) => graphTime(updatedAt),
    message_count: ({ id }, { world }) => messagesIn(world, id).length,
    unread_count: ({ unread }) => unread,
    snippet: ({ id }, { world }) => messagesIn(world, id).at(-1)?.text.slice(0, 100),
    can_reply: (conversation, { world }) => windowOf(world, conversation) !== 'closed',
    participants: (conversation, { world }) => ({ data: partiesOf(world, conversation) }),
    senders: (conversation, { world }) => ({ data: partiesOf(world, conversation) }),
    messages: (conversation, ask, wanted) => nested(ask, messagesEdge(conversation, ask), wanted),
  },
};

/** Newest first, as Messenger keeps them. */
export function messagesEdge(conversation: Conversation, ask: Ask) {
  return {
    path: `${conversation.id}/messages`,
    rows: messagesIn(ask.world, conversation.id),
    placeOf: ({ createdAt, id }: Message) => ({ at: createdAt, id: countedIn(id) }),
    show: (row: Message, fields: Wanted[] | undefined) => render(MessageNode, row, fields, ask),
  };
}

/** The counter at the end of a mid orders what was written within one millisecond. */
function countedIn(mid: string): string {
  return mid.slice(mid.lastIndexOf('-') + 1);
}

/** What Messenger tells a page about somebody who wrote to it. */
export const PersonNode: NodeType<{ person: Person; psid: string }> = {
  name: 'User',
  defaults: ['first_name', 'last_name', 'profile_pic', 'id'],
  fields: {
    id: ({ psid }) => psid,
    name: ({ person }) => person.name,
    first_name: ({ person }) => person.name.split(' ')[0],
    last_name: ({ person }) => person.name.split(' ').slice(1).join(' '),
    profile_pic: ({ person }, { world }) => world.media.pictureOf(person.id),
    locale: ({ person }) => person.locale,
    timezone: () => 0,
    gender: () => undefined,
  },
};

function partiesOf(world: World, { page, person }: Conversation) {
  const [them, us] = [world.state.people[person], world.state.pages[page]];
  return [
    ...(them ? [{ name: them.name, email: `${psidOf(page, person)}@facebook.com`, id: psidOf(page, person) }] : []),
    ...(us ? [{ name: us.name, email: `${page}@facebook.com`, id: page }] : []),
  ];
}

function partyOf(world: World, message: Message, author: Author) {
  const conversation = world.state.conversations[message.conversation];
  if (!conversation) return undefined;
  const id = author.kind === 'page' ? author.id : psidOf(conversation.page, author.id);
  const name =
    author.kind === 'page' ? fromOf(world, conversation.page, author)?.name : world.state.people[author.id]?.name;
  return { name: name ?? 'Facebook User', email: `${id}@facebook.com`, id };
}

function attachmentOf(world: World, medium: Medium) {
  const url = world.media.urlOf(medium.id);
  const common = { id: medium.id, mime_type: medium.contentType, name: medium.fileName, size: medium.size };
  if (medium.type === 'image') {
    const image_data = {
      width: 960,
      height: 720,
      max_width: 960,
      max_height: 720,
      url,
      preview_url: url,
      image_type: 1,
      render_as_sticker: false,
    };
    return { ...common, image_data };
  }
  if (medium.type === 'video')
    return {
      ...common,
      video_data: { width: 960, height: 540, length: 1, video_type: 1, url, preview_url: url, rotation: 0 },
    };
  return { ...common, file_url: url };
}
