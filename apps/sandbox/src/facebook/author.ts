import { feedIdOf } from './ids.ts';
import type { Author, Comment, Post } from './state.ts';
import type { World } from './world.ts';

export const byPage = (id: string): Author => ({ kind: 'page', id });
export const byPerson = (id: string): Author => ({ kind: 'person', id });

export function sameAuthor(one: Author, other: Author): boolean {
  return one.kind === other.kind && one.id === other.id;
}

/** As the page and its apps see an author; nobody once the account is gone. */
export function fromOf(world: World, page: string, author: Author): { id: string; name: string } | undefined {
  if (author.kind === 'page') return { id: author.id, name: world.state.pages[author.id]?.name ?? '' };
  const person = world.state.people[author.id];
  return person && !person.gone ? { id: feedIdOf(page, person.id), name: person.name } : undefined;
}

/** The post or comment with this id, unless it is deleted. */
export function findSaid({ state }: World, id: string): Post | Comment | undefined {
  const found = state.comments[id] ?? state.posts[id];
  return found?.deleted ? undefined : found;
}

export function isComment(said: Post | Comment): said is Comment {
  return 'post' in said;
}

/** Seconds since 1970, as webhooks of the feed count. */
export function seconds(at: number): number {
  return Math.floor(at / 1000);
}

/** ISO 8601 as the Graph API writes it: no fraction, +0000. */
export function graphTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}+0000`;
}

export function permalinkOf(said: Post | Comment): string {
  const post = isComment(said) ? said.post : said.id;
  const link = `https://www.facebook.com/${said.page}/posts/${post.split('_')[1] ?? post}`;
  return isComment(said) ? `${link}?comment_id=${said.id.split('_')[1]}` : link;
}

/** Names and beginnings of texts, for sentences about what happened. */
export function nameOf({ state }: World, author: Author): string {
  return (author.kind === 'page' ? state.pages[author.id]?.name : state.people[author.id]?.name) ?? 'Somebody';
}

export function shortly(text: string): string {
  if (text === '') return 'a picture';
  return `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;
}
