import { entitiesIn } from './entities.ts';
import { mediaUrl } from './media-store.ts';
import type { ActivityType, DirectMessage, Post, XUser } from './model.ts';
import { includesOf } from './present/includes.ts';
import { avatarUrl, postView, textOfMessage } from './present/views.ts';
import { everything } from './selection.ts';
import type { TextOnX } from './text-on-x.ts';
import type { Webhooks } from './webhooks.ts';
import type { XEvent } from './x-event.ts';
import type { XWorld } from './x-world.ts';

type Activity = { type: ActivityType; userId: string; payload: object; includes?: object };

/** The X Activity API: every event to every subscription that asked for it, each with an id of its own. */
export function tellSubscribers(world: XWorld, webhooks: Webhooks): void {
  world.whenHappened((event) => {
    for (const activity of activitiesOf(world, event)) deliver(world, webhooks, activity);
  });
}

function deliver(world: XWorld, webhooks: Webhooks, { type, userId, payload, includes }: Activity): void {
  const wanted = world.subscriptions.where((one) => one.eventType === type && one.userId === userId);
  for (const subscription of wanted) {
    webhooks.deliver(subscription, {
      event_uuid: world.ids.next(),
      filter: { user_id: userId },
      event_type: type,
      ...(subscription.tag !== null && { tag: subscription.tag }),
      payload,
      ...includes,
    });
  }
}

function activitiesOf(world: XWorld, event: XEvent): Activity[] {
  switch (event.kind) {
    case 'posted':
      return ofPost(world, event.post);
    case 'deleted':
      return [
        {
          type: 'post.delete',
          userId: event.post.authorId,
          payload: { id: event.post.id, author_id: event.post.authorId },
        },
      ];
    case 'messaged':
      return ofMessage(world, event.message);
    case 'revoked':
      return [
        {
          type: 'oauth.revoke',
          userId: event.userId,
          payload: { user_id: event.userId, revoked_at: world.clock.now().toISOString() },
        },
      ];
  }
}

/** A name that stands there only because somebody is answered is a reply, not a mention. */
function ofPost(world: XWorld, post: Post): Activity[] {
  const payload = postView(world, post, everything.tweet);
  const { errors: _, ...includes } = includesOf(world, [post], { chosen: everything });
  const authorOf = (id: string | null) => (id === null ? undefined : world.posts.get(id)?.authorId);
  const { mentions } = entitiesIn(world, post.text);
  const named = new Set(mentions.flatMap(({ start, id }) => (start >= post.implicitPrefix && id ? [id] : [])));
  const answered = authorOf(post.repliedTo);
  const quoted = authorOf(post.quoted);
  const all: [ActivityType, string | undefined][] = [
    ['post.create', post.authorId],
    ...[...named].map((id): [ActivityType, string] => ['post.mention.create', id]),
    ['post.reply.create', answered],
    ['post.quote.create', quoted],
  ];
  return all.flatMap(([type, userId]) => (userId === undefined ? [] : [{ type, userId, payload, includes }]));
}

function ofMessage(world: XWorld, message: DirectMessage): Activity[] {
  const payload = messagePayload(world, message);
  return [
    { type: 'dm.received', userId: message.recipientId, payload },
    { type: 'dm.sent', userId: message.senderId, payload },
  ];
}

/** Direct messages still have the shape of v1.1. */
function messagePayload(world: XWorld, message: DirectMessage) {
  const [media] = message.mediaIds.flatMap((id) => world.media.get(id) ?? []);
  const url = media && mediaUrl(world, media);
  const attachment = media && {
    type: 'media',
    media: { id_str: media.id, media_url: url, media_url_https: url, type: media.type, ext_alt_text: media.altText },
  };
  const { text, entities } = textOfMessage(world, message);
  const users = [message.senderId, message.recipientId].flatMap((id) => world.users.get(id) ?? []);
  return {
    direct_message_events: [
      {
        type: 'message_create',
        id: message.id,
        created_timestamp: String(Date.parse(message.createdAt)),
        message_create: {
          target: { recipient_id: message.recipientId },
          sender_id: message.senderId,
          message_data: {
            text,
            entities: { hashtags: [], symbols: [], user_mentions: [], urls: (entities.urls ?? []).map(oldLink) },
            ...(attachment && { attachment }),
          },
        },
      },
    ],
    users: Object.fromEntries(users.map((user) => [user.id, oldUser(world, user)])),
  };
}

function oldLink({ start, end, url, expanded_url, display_url }: NonNullable<TextOnX['entities']['urls']>[number]) {
  return { indices: [start, end], url, expanded_url, display_url };
}

function oldUser(world: XWorld, user: XUser) {
  return {
    id: user.id,
    created_timestamp: String(Date.parse(user.createdAt)),
    name: user.name,
    screen_name: user.username,
    description: user.description,
    protected: false,
    verified: user.verified,
    followers_count: user.followers,
    friends_count: user.following,
    profile_image_url_https: avatarUrl(world, user),
  };
}
