import { mentionedIn, weightedLength } from './entities.ts';
import type { Media, Post, XUser } from './model.ts';
import { forbidden, invalidRequest } from './problems.ts';
import type { XWorld } from './x-world.ts';

const DAY_MS = 24 * 60 * 60_000;
const EDIT_WINDOW_MS = 30 * 60_000;
const MAX_EDITS = 5;
const SHORT = 280;
const LONG = 25_000;

export type Draft = {
  author: XUser;
  text: string;
  repliedTo?: Post;
  quoted?: Post;
  media?: Media[];
  /** "X for iPhone" or the name of an app. */
  source: string;
};

/** Puts a post out and tells everybody; what X refuses is refused by the functions below. */
export function publish(world: XWorld, draft: Draft): Post {
  const id = world.ids.next();
  const post = world.posts.put({
    id,
    authorId: draft.author.id,
    text: draft.text,
    createdAt: world.clock.now().toISOString(),
    conversationId: draft.repliedTo?.conversationId ?? id,
    repliedTo: draft.repliedTo?.id ?? null,
    quoted: draft.quoted?.id ?? null,
    retweeted: null,
    mediaIds: (draft.media ?? []).map((one) => one.id),
    mentions: mentionedIn(world, draft.text),
    implicitPrefix: prefixLength(world, draft),
    lang: draft.author.language,
    source: draft.source,
    hidden: false,
    history: [id],
    deletedAt: null,
  });
  world.tell(`@${draft.author.username} posted “${shortened(post.text)}”.`);
  world.happened({ kind: 'posted', post });
  return post;
}

/** An edition of a post: a new id, the old ones keep their texts. At most 5 within 30 minutes. */
export function editPost(world: XWorld, post: Post, words: string): Post {
  if (post.history.length > MAX_EDITS) throw forbidden('This Tweet has been edited too often.');
  if (world.clock.ms() - firstMoment(world, post) > EDIT_WINDOW_MS)
    throw forbidden('This Tweet can no longer be edited.');
  const id = world.ids.next();
  const history = [...post.history, id];
  for (const earlier of post.history) {
    const edition = world.posts.get(earlier);
    if (edition) world.posts.put({ ...edition, history });
  }
  const createdAt = world.clock.now().toISOString();
  const mentions = mentionedIn(world, words);
  const edited = world.posts.put({ ...post, id, text: words, mentions, history, createdAt });
  world.tell(`A post became “${shortened(words)}”.`);
  world.happened({ kind: 'posted', post: edited });
  return edited;
}

/** Takes every edition down. */
export function deletePost(world: XWorld, post: Post): void {
  const deletedAt = world.clock.now().toISOString();
  for (const id of post.history) {
    const edition = world.posts.get(id);
    if (edition) world.posts.put({ ...edition, deletedAt });
  }
  for (const repost of world.posts.where((one) => one.retweeted === post.id && one.deletedAt === null)) {
    world.posts.put({ ...repost, deletedAt });
  }
  world.tell(`“${shortened(post.text)}” was deleted.`);
  world.happened({ kind: 'deleted', post });
}

/** A repost is a post of its own that only points; the same one again is the first one. */
export function repost(world: XWorld, author: XUser, original: Post): Post {
  const known = world.posts.find(
    (one) => one.retweeted === original.id && one.authorId === author.id && !one.deletedAt,
  );
  if (known) return known;
  const text = `RT @${world.users.get(original.authorId)?.username ?? ''}: ${original.text}`;
  const id = world.ids.next();
  const post = world.posts.put({
    ...original,
    id,
    text,
    authorId: author.id,
    createdAt: world.clock.now().toISOString(),
    conversationId: id,
    repliedTo: null,
    quoted: null,
    retweeted: original.id,
    implicitPrefix: 0,
    history: [id],
  });
  world.happened({ kind: 'posted', post });
  return post;
}

/** @throws the refusals that X gives to texts: empty, too long, or said a moment ago. */
export function checkText(world: XWorld, draft: Draft): void {
  if (draft.text.trim() === '' && (draft.media ?? []).length === 0) throw invalidRequest('text is missing');
  if (weightedLength(draft.text) > (draft.author.premium ? LONG : SHORT))
    throw forbidden('Your Tweet text is too long.');
  const same = (post: Post) =>
    post.authorId === draft.author.id &&
    post.text.trim() === draft.text.trim() &&
    post.repliedTo === (draft.repliedTo?.id ?? null) &&
    post.deletedAt === null &&
    world.clock.ms() - Date.parse(post.createdAt) < DAY_MS;
  if (draft.text.trim() !== '' && world.posts.find(same))
    throw forbidden('You are not allowed to create a Tweet with duplicate content.');
}

/** @throws unless the author of the answered post named, quoted or answered the account in this conversation. */
export function checkEngagement(world: XWorld, me: XUser, answered: Post): void {
  if (!world.plan.repliesNeedEngagement || answered.authorId === me.id) return;
  const said = world.posts.where((post) => post.authorId === answered.authorId && post.deletedAt === null);
  const engaged = said.some((post) => post.conversationId === answered.conversationId && concerns(world, post, me.id));
  if (!engaged) {
    throw forbidden(
      'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
    );
  }
}

/** Whether a post names, answers or quotes somebody. */
export function concerns(world: XWorld, post: Post, userId: string): boolean {
  const byThem = (id: string | null) => id !== null && world.posts.get(id)?.authorId === userId;
  return post.mentions.includes(userId) || byThem(post.repliedTo) || byThem(post.quoted);
}

/** As the apps of X write an answer: the people answered first, which is no mention of theirs by hand. */
export function withPeopleAnswered(world: XWorld, draft: { author: XUser; text: string; repliedTo: Post }): string {
  const { author, text, repliedTo } = draft;
  const answered = [repliedTo.authorId, ...repliedTo.mentions].filter((id) => id !== author.id);
  const named = new Set(mentionedIn(world, text));
  const missing = [...new Set(answered)].filter((id) => !named.has(id)).flatMap((id) => world.users.get(id) ?? []);
  return [...missing.map((user) => `@${user.username}`), text].join(' ');
}

function prefixLength(world: XWorld, { author, text, repliedTo, source }: Draft): number {
  if (!repliedTo || !source.startsWith('X ')) return 0;
  const people = [repliedTo.authorId, ...repliedTo.mentions].filter((id) => id !== author.id);
  const names = new Set(people.flatMap((id) => world.users.get(id)?.username.toLowerCase() ?? []));
  let length = 0;
  for (const word of text.split(' ')) {
    if (!word.startsWith('@') || !names.has(word.slice(1).toLowerCase())) break;
    length += [...word].length + 1;
  }
  return length;
}

function firstMoment(world: XWorld, post: Post): number {
  const first = world.posts.get(post.history[0] ?? post.id) ?? post;
  return Date.parse(first.createdAt);
}

function shortened(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}
