import { notFound } from '../web/problem.ts';
import { route, type Route } from '../web/router.ts';
import type { DirectMessage, Media, Post, XUser } from './model.ts';
import { pictureFor } from '../service/picture.ts';
import { concerns } from './posting.ts';
import type { XWorld } from './x-world.ts';

const SHOWN = 300;

/** What the page shows of X; pictures come from the page's own port, since its policy allows no other. */
export function xPageRoutes(world: XWorld): Route[] {
  return [
    route('GET', '/api/x/users', () => ({ json: { items: world.users.all().map((user) => userLine(world, user)) } })),
    route('GET', '/api/x/users/:username', ({ param }) => {
      const user = named(world, param('username'));
      const posts = postsFor(world, user).map((post) => postLine(world, post));
      return { json: { ...userLine(world, user), posts, messages: messagesOf(world, user) } };
    }),
    route('GET', '/api/x/avatars/:username', ({ param }) => ({
      bytes: pictureFor(named(world, param('username')).username),
      headers: { 'Content-Type': 'image/png', 'Content-Security-Policy': 'sandbox' },
    })),
    route('GET', '/api/x/media/:id', ({ param }) => {
      const media = world.media.get(param('id'));
      const bytes = media && world.files.read(media.id);
      if (!media || !bytes) throw notFound('This picture');
      return { bytes, headers: { 'Content-Type': media.mimeType, 'Content-Security-Policy': 'sandbox' } };
    }),
  ];
}

function userLine(world: XWorld, user: XUser) {
  const { id, username, name, description, kind, verified, followers, language, dmOpen } = user;
  const connected = kind === 'brand' && world.access.authorizedBy(id);
  return { id, username, name, description, kind, verified, followers, language, dmOpen, connected };
}

/** For a person whatever is said; for a brand the conversations that concern it. Newest first, deleted ones too. */
function postsFor(world: XWorld, user: XUser): Post[] {
  const shown = world.posts.where((post) => post.history.at(-1) === post.id).reverse();
  if (user.kind === 'person') return shown.slice(0, SHOWN);
  const theirs = (post: Post) => post.authorId === user.id || concerns(world, post, user.id);
  const conversations = new Set(shown.filter(theirs).map((post) => post.conversationId));
  return shown.filter((post) => conversations.has(post.conversationId)).slice(0, SHOWN);
}

function postLine(world: XWorld, post: Post) {
  const { id, conversationId, createdAt, repliedTo, quoted, retweeted, source, hidden, history, deletedAt } = post;
  const quotedPost = quoted === null ? undefined : world.posts.get(quoted);
  return {
    id,
    conversationId,
    text: post.text,
    createdAt,
    repliedTo,
    retweeted,
    quoted: quotedPost && { author: authorOf(world, quotedPost), text: quotedPost.deletedAt ? null : quotedPost.text },
    author: authorOf(world, post),
    source,
    hidden,
    edited: history.length > 1,
    deleted: deletedAt !== null,
    media: pictures(world, post.mediaIds),
    likes: world.relations.where((one) => one.kind === 'like' && one.targetId === id).length,
  };
}

function messagesOf(world: XWorld, user: XUser) {
  const mine = (message: DirectMessage) => message.senderId === user.id || message.recipientId === user.id;
  return world.messages.where(mine).map((message) => {
    const otherId = message.senderId === user.id ? message.recipientId : message.senderId;
    return {
      id: message.id,
      with: world.users.get(otherId)?.username ?? otherId,
      mine: message.senderId === user.id,
      text: message.text,
      createdAt: message.createdAt,
      media: pictures(world, message.mediaIds),
    };
  });
}

function authorOf(world: XWorld, post: Post) {
  const author = world.users.get(post.authorId);
  return { username: author?.username ?? post.authorId, name: author?.name ?? '', verified: author?.verified ?? false };
}

function pictures(world: XWorld, ids: string[]) {
  const found: Media[] = ids.flatMap((id) => world.media.get(id) ?? []);
  return found.map(({ id, type, altText }) => ({ url: `/api/x/media/${id}`, type, altText }));
}

function named(world: XWorld, username: string): XUser {
  const user = world.userNamed(username);
  if (!user) throw notFound(`@${username}`);
  return user;
}
