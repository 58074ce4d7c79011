import { z } from 'zod';
import type { Endpoint } from '../../service/endpoint.ts';
import type { Asking, UserRequest, XRequest } from '../ask.ts';
import { isReady } from '../media-store.ts';
import type { Media, Post } from '../model.ts';
import { checkEngagement, checkText, deletePost, publish, type Draft } from '../posting.ts';
import { includesOf } from '../present/includes.ts';
import { postView } from '../present/views.ts';
import { forbidden, invalidRequest, missing } from '../problems.ts';
import { needKnownNames, readSelection, SELECTING } from '../selection.ts';
import type { XWorld } from '../x-world.ts';
import { idsIn } from './user-endpoints.ts';

const PER_DAY = 10_000;

const NewPost = z.object({
  text: z.string().default(''),
  reply: z
    .object({
      in_reply_to_tweet_id: z.string(),
      exclude_reply_user_ids: z.array(z.string()).optional(),
      auto_populate_reply_metadata: z.boolean().optional(),
    })
    .optional(),
  quote_tweet_id: z.string().optional(),
  media: z
    .object({ media_ids: z.array(z.string()).min(1).max(4), tagged_user_ids: z.array(z.string()).optional() })
    .optional(),
  reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional(),
  made_with_ai: z.boolean().optional(),
  nullcast: z.boolean().optional(),
});

/** Single posts: looking them up, writing, deleting, hiding. */
export function postEndpoints(world: XWorld, ask: Asking): Endpoint[] {
  const reading = ['tweet.read' as const, 'users.read' as const];
  const writing = ['tweet.write' as const, ...reading];
  return [
    ask.anyone('GET', '/2/tweets', { limit: { user: 5000, app: 3500 }, scopes: reading }, (request) => {
      needKnownNames(request.query, [...SELECTING, 'ids']);
      return lookUp(world, request, { ids: idsIn(request.query, 'ids'), parameter: 'ids' });
    }),
    ask.anyone('GET', '/2/tweets/:id', { limit: { user: 900, app: 450 }, scopes: reading }, (request) => {
      needKnownNames(request.query, SELECTING);
      const { data, ...rest } = lookUp(world, request, { ids: [request.param('id')], parameter: 'id' }).json;
      return { json: { ...(data && { data: data[0] }), ...rest } };
    }),
    ask.user('POST', '/2/tweets', { limit: { user: 100, appDay: PER_DAY }, scopes: writing }, (request) =>
      post(world, request),
    ),
    ask.user('DELETE', '/2/tweets/:id', { limit: { user: 50 }, scopes: writing }, ({ param, me }) => {
      const found = world.post(param('id'));
      if (found && found.authorId !== me.id) throw forbidden('You are not authorized to delete this Tweet.');
      if (found) deletePost(world, found);
      return { json: { data: { deleted: true } } };
    }),
    ask.user(
      'PUT',
      '/2/tweets/:id/hidden',
      { limit: { user: 50 }, scopes: ['tweet.moderate.write', ...reading] },
      (request) => hide(world, request),
    ),
  ];
}

function lookUp(world: XWorld, { query, caller }: XRequest, { ids, parameter }: { ids: string[]; parameter: string }) {
  const wrong = ids.find((id) => !/^\d{1,19}$/.test(id));
  if (wrong !== undefined) {
    throw invalidRequest(`The \`${parameter}\` query parameter value [${wrong}] is not valid`, { [parameter]: ids });
  }
  const chosen = readSelection(query);
  const viewer = caller.kind === 'user' ? caller.user : undefined;
  const posts = ids.flatMap((id) => world.post(id) ?? []);
  const { errors: gone = [], ...included } = includesOf(world, posts, { chosen, viewer });
  const unknown = ids.filter((id) => !world.post(id));
  const errors = [...unknown.map((value) => missing({ resource: 'tweet', parameter, value })), ...gone];
  const data = posts.map((found) => postView(world, found, chosen.tweet));
  return {
    json: {
      data: data.length > 0 ? data : undefined,
      ...included,
      ...(errors.length > 0 && { errors }),
    },
  };
}

function post(world: XWorld, { json, me }: UserRequest) {
  const given = NewPost.safeParse(json());
  if (!given.success) {
    const [issue] = given.error.issues;
    throw invalidRequest(`$.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  }
  const { text, reply, quote_tweet_id: quotedId, media } = given.data;
  const draft: Draft = { author: me, text, source: 'Bureau', media: attached(world, me.id, media?.media_ids ?? []) };
  if (reply) draft.repliedTo = answeredPost(world, reply.in_reply_to_tweet_id);
  if (quotedId !== undefined) draft.quoted = answeredPost(world, quotedId);
  checkText(world, draft);
  if (draft.repliedTo) checkEngagement(world, me, draft.repliedTo);
  return { status: 201, json: { data: postView(world, publish(world, draft), new Set()) } };
}

function answeredPost(world: XWorld, id: string): Post {
  const found = world.post(id);
  if (found) return found;
  const known = world.posts.has(id);
  throw forbidden(
    known
      ? 'You attempted to reply to a Tweet that is deleted or not visible to you.'
      : 'You attempted to reply to a Tweet that does not exist.',
  );
}

/** @throws 400 for media that are not there, not ready, too old, or somebody else's. */
export function attached(world: XWorld, ownerId: string, ids: string[]): Media[] {
  return ids.map((id) => {
    const media = world.media.get(id);
    const usable = media?.ownerId === ownerId && isReady(world, media) && media.expiresAt > world.clock.ms();
    if (media && usable) return media;
    throw invalidRequest('Your media IDs are invalid.', { 'media.media_ids': [id] });
  });
}

function hide(world: XWorld, { param, json, me }: UserRequest) {
  const { hidden } = json();
  if (typeof hidden !== 'boolean') throw invalidRequest('$.hidden: is missing but it is required');
  const reply = world.post(param('id'));
  const root = reply && world.posts.get(reply.conversationId);
  if (!reply?.repliedTo || root?.authorId !== me.id) {
    throw forbidden('You can only hide replies to conversations that you started.');
  }
  world.posts.put({ ...reply, hidden });
  world.tell(`@${me.username} ${hidden ? 'hid' : 'showed'} a reply.`);
  return { json: { data: { hidden } } };
}
