import { z } from 'zod';
import type { Endpoint } from '../../service/endpoint.ts';
import type { Asking, UserRequest } from '../ask.ts';
import { conversationOf, messagesOf, sendMessage } from '../direct-messages.ts';
import type { DirectMessage, XUser } from '../model.ts';
import { includesOfMessages } from '../present/includes.ts';
import { listed, pageOf } from '../present/page-of.ts';
import { messageView } from '../present/views.ts';
import { forbidden, invalidRequest, notFound } from '../problems.ts';
import { needKnownNames, numberIn, readSelection, SELECTING } from '../selection.ts';
import type { XWorld } from '../x-world.ts';
import { attached } from './post-endpoints.ts';

const EVENT_TYPES = ['MessageCreate', 'ParticipantsJoin', 'ParticipantsLeave'];
const NewMessage = z.object({
  text: z.string().default(''),
  attachments: z
    .array(z.object({ media_id: z.string() }))
    .max(1)
    .default([]),
});

/** Direct messages: few requests, 30 days, newest first, and no way to ask only for what is new. */
export function messageEndpoints(world: XWorld, ask: Asking): Endpoint[] {
  const reading = { limit: { user: 15 }, scopes: ['dm.read' as const, 'tweet.read' as const, 'users.read' as const] };
  const writing = {
    limit: { user: 15, userDay: 1440 },
    scopes: ['dm.write' as const, 'dm.read' as const, 'tweet.read' as const, 'users.read' as const],
  };
  return [
    ask.user('GET', '/2/dm_events', reading, (request) => list(world, request, () => true)),
    ask.user('GET', '/2/dm_conversations/with/:participant/dm_events', reading, (request) => {
      const conversation = conversationOf(request.me.id, knownUser(world, request.param('participant')).id);
      return list(world, request, (message) => message.conversationId === conversation);
    }),
    ask.user('GET', '/2/dm_conversations/:conversation/dm_events', reading, (request) => {
      const conversation = request.param('conversation');
      otherIn(world, conversation, request.me);
      return list(world, request, (message) => message.conversationId === conversation);
    }),
    ask.user('POST', '/2/dm_conversations/with/:participant/messages', writing, (request) =>
      send(world, request, knownUser(world, request.param('participant'))),
    ),
    ask.user('POST', '/2/dm_conversations/:conversation/messages', writing, (request) =>
      send(world, request, otherIn(world, request.param('conversation'), request.me)),
    ),
  ];
}

function list(world: XWorld, { query, me }: UserRequest, belongs: (message: DirectMessage) => boolean) {
  needKnownNames(query, [...SELECTING, 'event_types', 'max_results', 'pagination_token']);
  const chosen = readSelection(query);
  const types = (query.get('event_types') ?? EVENT_TYPES.join(',')).split(',');
  const unknown = types.find((type) => !EVENT_TYPES.includes(type));
  if (unknown !== undefined) {
    const message = `The \`event_types\` query parameter value [${unknown}] is not one of [${EVENT_TYPES.join(',')}]`;
    throw invalidRequest(message, { event_types: types });
  }
  const all = types.includes('MessageCreate') ? messagesOf(world, me.id).filter(belongs) : [];
  const max = numberIn(query, 'max_results', { least: 1, most: 100, usual: 100 });
  const { page, next_token } = pageOf(all, { max, token: query.get('pagination_token') });
  const data = page.map((message) => messageView(world, message, chosen.dm));
  return { json: listed(data, { next_token, more: includesOfMessages(world, page, { chosen, viewer: me }) }) };
}

function send(world: XWorld, { json, me }: UserRequest, to: XUser) {
  const given = NewMessage.safeParse(json());
  if (!given.success) throw invalidRequest(`$.${given.error.issues[0]?.path.join('.') ?? ''}: is not valid`);
  const media = attached(
    world,
    me.id,
    given.data.attachments.map(({ media_id }) => media_id),
  );
  const { id, conversationId } = sendMessage(world, { from: me, to, text: given.data.text, media });
  return { status: 201, json: { data: { dm_conversation_id: conversationId, dm_event_id: id } } };
}

function knownUser(world: XWorld, id: string): XUser {
  const user = world.users.get(id);
  if (!user) throw notFound({ resource: 'user', parameter: 'participant_id', value: id });
  return user;
}

/** The other one in a conversation of two. @throws 403 when it is not ours. */
function otherIn(world: XWorld, conversation: string, me: XUser): XUser {
  const ids = conversation.split('-');
  const other = ids.find((id) => id !== me.id);
  const user = other === undefined ? undefined : world.users.get(other);
  if (user && ids.includes(me.id) && conversation === conversationOf(me.id, user.id)) return user;
  throw forbidden('You are not a participant of this conversation.');
}
