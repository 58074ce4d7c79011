import type { DirectMessage, Post, XUser } from '../model.ts';
import { missing } from '../problems.ts';
import type { Selection } from '../selection.ts';
import type { XWorld } from '../x-world.ts';
import { mediaView, postView, referencesOf, userView } from './views.ts';

type Asked = { chosen: Selection; viewer?: XUser };

/** What the expansions of an answer ask for, each thing once; and errors for posts that are gone. */
export function includesOf(world: XWorld, posts: Post[], { chosen, viewer }: Asked) {
  const { expansions } = chosen;
  const wants = (name: string) => expansions.has(name);
  const references = posts.flatMap((post) => referencesOf(post).map(({ id }) => id));
  const others = unique(references).flatMap((id) => world.post(id) ?? []);
  const gone = wants('referenced_tweets.id') ? unique(references).filter((id) => !world.post(id)) : [];
  const userIds = unique([
    ...(wants('author_id') ? posts.map((post) => post.authorId) : []),
    ...(wants('referenced_tweets.id.author_id') ? others.map((post) => post.authorId) : []),
    ...(wants('in_reply_to_user_id') ? posts.flatMap((post) => answeredBy(world, post)) : []),
    ...(wants('entities.mentions.username') ? posts.flatMap(({ mentions }) => mentions) : []),
  ]);
  const mediaIds = unique([
    ...(wants('attachments.media_keys') ? posts.flatMap((post) => post.mediaIds) : []),
    ...(wants('referenced_tweets.id.attachments.media_keys') ? others.flatMap((post) => post.mediaIds) : []),
  ]);
  const shown = wants('referenced_tweets.id') || wants('referenced_tweets.id.author_id') ? others : [];
  const includes = present({
    users: usersBy(world, userIds, { chosen, viewer }),
    tweets: shown.map((post) => postView(world, post, chosen.tweet)),
    media: mediaIds.flatMap((id) => world.media.get(id) ?? []).map((one) => mediaView(world, one, chosen.media)),
  });
  const errors = gone.map((value) => missing({ resource: 'tweet', parameter: 'referenced_tweets.id', value }));
  return { ...includes, ...(errors.length > 0 && { errors }) };
}

/** The same for direct messages. */
export function includesOfMessages(world: XWorld, messages: DirectMessage[], { chosen, viewer }: Asked) {
  const { expansions } = chosen;
  const people = [
    ...(expansions.has('sender_id') ? messages.map((one) => one.senderId) : []),
    ...(expansions.has('participant_ids') ? messages.flatMap((one) => [one.senderId, one.recipientId]) : []),
  ];
  const mediaIds = expansions.has('attachments.media_keys') ? messages.flatMap((one) => one.mediaIds) : [];
  return present({
    users: usersBy(world, unique(people), { chosen, viewer }),
    media: unique(mediaIds)
      .flatMap((id) => world.media.get(id) ?? [])
      .map((one) => mediaView(world, one, chosen.media)),
  });
}

function usersBy(world: XWorld, ids: string[], { chosen, viewer }: Asked) {
  return ids.flatMap((id) => world.users.get(id) ?? []).map((user) => userView(world, user, chosen.user, viewer));
}

function answeredBy(world: XWorld, post: Post): string[] {
  const author = post.repliedTo === null ? undefined : world.posts.get(post.repliedTo)?.authorId;
  return author === undefined ? [] : [author];
}

/** Lists without anything in them are not there at all. */
function present(lists: Record<string, unknown[]>): { includes?: Record<string, unknown[]> } {
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
  return filled.length > 0 ? { includes: Object.fromEntries(filled) } : {};
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)];
}
