import { announce, announceReaction } from './announce-feed.ts';
import { findSaid, isComment, nameOf, sameAuthor, shortly } from './author.ts';
import { badParam, gone } from './graph-error.ts';
import { nextNumber } from './ids.ts';
import type { Author, Comment, Post } from './state.ts';
import type { World } from './world.ts';

export type Said = { author: Author; message: string; media?: string[] };

/** Somebody writes on a page: the page itself, or a visitor. */
export function publish(world: World, given: Said & { page: string; link?: string }): Post {
  const at = world.now();
  const post: Post = {
    id: `${given.page}_${nextNumber(world.state)}`,
    page: given.page,
    author: given.author,
    message: given.message,
    media: given.media ?? [],
    link: given.link,
    createdAt: at,
    updatedAt: at,
    hidden: false,
    deleted: false,
    reactions: [],
  };
  world.state.posts[post.id] = post;
  announce(world, post, 'add');
  world.tell(`${nameOf(world, post.author)} posted ${shortly(post.message)}.`);
  world.save();
  return post;
}

/** Answers a post or a comment. An answer to an answer is shown below the same top-level comment. Throws 100/33. */
export function comment(world: World, given: Said & { on: string }): Comment {
  const target = findSaid(world, given.on);
  if (!target) throw gone(given.on, 'post');
  const post = isComment(target) ? target.post : target.id;
  const made: Comment = {
    id: `${post.split('_')[1] ?? post}_${nextNumber(world.state)}`,
    page: target.page,
    post,
    parent: isComment(target) ? (target.parent ?? target.id) : undefined,
    author: given.author,
    message: given.message,
    media: given.media ?? [],
    createdAt: world.now(),
    hidden: false,
    deleted: false,
    reactions: [],
  };
  world.state.comments[made.id] = made;
  touch(world, post);
  announce(world, made, 'add');
  world.tell(`${nameOf(world, made.author)} commented ${shortly(made.message)}.`);
  world.save();
  return made;
}

/** New words for a post or a comment. Throws 100/33 when it is not there. */
export function edit(world: World, id: string, message: string): Post | Comment {
  const said = mustFind(world, id);
  said.message = message;
  touch(world, isComment(said) ? said.post : said.id);
  announce(world, said, 'edited');
  world.tell(`${nameOf(world, said.author)} changed it to ${shortly(message)}.`);
  world.save();
  return said;
}

/** Takes a post or a comment away, with everything below it. */
export function remove(world: World, id: string): void {
  const said = mustFind(world, id);
  said.deleted = true;
  for (const below of Object.values(world.state.comments)) {
    if (below.parent === id || below.post === id) below.deleted = true;
  }
  announce(world, said, 'remove');
  world.tell(`${shortly(said.message)} by ${nameOf(world, said.author)} was deleted.`);
  world.save();
}

/** Hidden: only its author and their friends still see it. */
export function hide(world: World, id: string, hidden: boolean): void {
  const said = mustFind(world, id);
  if (said.hidden === hidden) return;
  said.hidden = hidden;
  announce(world, said, hidden ? 'hide' : 'unhide');
  world.tell(`${shortly(said.message)} was ${hidden ? 'hidden' : 'shown again'}.`);
  world.save();
}

/** One reaction a person or page; without a type it is taken back. */
export function react(world: World, id: string, { author, type }: { author: Author; type: string | undefined }): void {
  const said = mustFind(world, id);
  const before = said.reactions.find((one) => sameAuthor(one.author, author));
  if (before?.type === type) return;
  said.reactions = said.reactions.filter((one) => one !== before);
  if (type !== undefined) said.reactions.push({ author, type, at: world.now() });
  const verb = type === undefined ? 'remove' : before ? 'edit' : 'add';
  announceReaction(world, said, { author, type: type ?? before?.type ?? 'like', verb });
  world.tell(`${nameOf(world, author)} ${type === undefined ? 'took a reaction back' : `reacted with ${type}`}.`);
  world.save();
}

/** Comments below a post or a comment, oldest first; `stream` takes both levels as one list. */
export function commentsBelow(world: World, id: string, filter: 'toplevel' | 'stream'): Comment[] {
  const below = (one: Comment) =>
    one.parent === id || (one.post === id && (filter === 'stream' || one.parent === undefined));
  return Object.values(world.state.comments).filter((one) => !one.deleted && below(one));
}

function touch(world: World, post: string): void {
  const found = world.state.posts[post];
  if (found) found.updatedAt = world.now();
}

function mustFind(world: World, id: string): Post | Comment {
  const said = findSaid(world, id);
  if (!said) throw gone(id);
  return said;
}

/** Words or something to look at: a post or a comment without either is refused. */
export function mustSaySomething({ message, media = [] }: { message: string; media?: string[] }): void {
  if (message.trim() === '' && media.length === 0) throw badParam('Missing message or attachment');
}
