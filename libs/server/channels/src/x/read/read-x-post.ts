import { timeOfXId, type Concern, type PostFacts, type SocialFact } from '@bureau/domain';
import { valueAt, type Json } from '../../social/in/read/json-document.ts';
import { ignored, unknown, type Form, type Listener } from '../../social/in/read/unit.ts';
import {
  includesAt,
  languageOf,
  mediaOf,
  oldMediaOf,
  oldWriterOf,
  plain,
  timeOf,
  writerOf,
  written,
  type Includes,
} from './x-parts.ts';
import { OldPost, XPost } from './x-shapes.ts';

interface ReadAt {
  pointer: string;
  /** Where the object with `includes` stands. */
  root: string;
  form: Form;
  listener: Listener;
}

const REPOST = 'A repost: nobody says anything new.';

/** A post of API v2. */
export function readXPost(document: Json | undefined, at: ReadAt): SocialFact {
  const found = valueAt(document, at.pointer);
  const read = XPost.safeParse(found);
  if (!read.success) return readOldPost(found, at.listener) ?? unknown('A post of X that this desk cannot read');
  const post = read.data;
  if (post.author_id === undefined) return readOldPost(found, at.listener) ?? unknown('A post of X without a writer');
  if (referenced(post, 'retweeted') !== null) return ignored(REPOST);
  return { kind: 'post', post: factsOf(post, post.author_id, { ...at, includes: includesAt(document, at.root) }) };
}

function factsOf(
  post: XPost,
  authorId: string,
  { listener, form, includes }: ReadAt & { includes: Includes },
): PostFacts {
  const stableId = post.edit_history_tweet_ids?.[0] ?? post.id;
  const writer = writerOf(authorId, includes.users);
  const [parentId, quotedId] = [referenced(post, 'replied_to'), referenced(post, 'quoted')];
  const edited = stableId !== post.id;
  const said = post.note_tweet ?? post;
  const at = preciseTime(timeOf(edited ? undefined : post.created_at), timeOfXId(stableId));
  return {
    ...{ network: 'x', externalId: post.id, stableId, parentId, quotedId, writer },
    kind: parentId === null ? (quotedId === null ? 'post' : 'quote') : 'reply',
    conversationId: post.conversation_id ?? parentId ?? stableId,
    byAccount: authorId === listener.externalId,
    text: written(said.text, said.entities?.urls),
    language: languageOf(post.lang),
    url: addressOf(writer.handle, post.id),
    at,
    edited,
    editedAt: edited ? timeOfXId(post.id) : null,
    concerns: concernsOf(post, { listener, form, includes }),
    media: mediaOf(post.attachments?.media_keys ?? [], includes.media),
    ourMark: null,
  };
}

/** X tells whole seconds; its ids know the millisecond, so that an answer never stands before what it answers. */
function preciseTime(told: Date | undefined, known: Date | null): Date {
  if (!told || !known) return told ?? known ?? new Date(0);
  return Math.abs(told.getTime() - known.getTime()) < 1000 ? known : told;
}

function referenced(post: XPost, type: string): string | null {
  return post.referenced_tweets?.find((reference) => reference.type === type)?.id ?? null;
}

function concernsOf(
  post: XPost,
  { listener, form, includes }: { listener: Listener; form: Form; includes: Includes },
): Concern[] {
  const quoted = referenced(post, 'quoted');
  const quotes = includes.posts.some(({ id, author_id }) => id === quoted && author_id === listener.externalId);
  const concerns: Concern[] = [
    ...(mentions(post, listener) || form === 'x-mentions' ? (['mention'] as const) : []),
    ...(post.in_reply_to_user_id === listener.externalId ? (['reply'] as const) : []),
    ...(quotes || form === 'x-quotes' ? (['quote'] as const) : []),
  ];
  // The rules of the stream are search terms, too.
  return form === 'x-search' || form === 'x-stream' ? [...concerns, 'search'] : concerns;
}

function mentions({ entities, text }: XPost, { externalId, handle }: Listener): boolean {
  const named = entities?.mentions;
  if (named) return named.some(({ id, username }) => id === externalId || sameHandle(username, handle));
  return [...text.matchAll(/(?<![\w@])@(\w{1,15})/gu)].some(([, name]) => sameHandle(name, handle));
}

function sameHandle(one: string | undefined, other: string): boolean {
  return one !== undefined && other !== '' && one.toLowerCase() === other.toLowerCase();
}

/** The handle is part of the address, but X goes by the id. */
export function addressOf(handle: string, id: string): string {
  return `https://x.com/${/^\w{1,15}$/u.test(handle) ? handle : 'i'}/status/${id}`;
}

/** A post of API 1.1; undefined for what is none either. */
export function readOldPost(found: Json | undefined, listener: Listener): SocialFact | undefined {
  const read = OldPost.safeParse(found);
  if (!read.success) return undefined;
  const { data: post } = read;
  if (post.retweeted_status !== undefined) return ignored(REPOST);
  const { id_str: id, in_reply_to_status_id_str, quoted_status_id_str, lang, entities, quoted_status } = post;
  const authorId = post.user?.id_str ?? post.user?.id;
  const [parentId, quotedId] = [in_reply_to_status_id_str ?? null, quoted_status_id_str ?? null];
  const concerns: Concern[] = [
    ...(entities?.user_mentions?.some(({ id_str }) => id_str === listener.externalId) ? (['mention'] as const) : []),
    ...(post.in_reply_to_user_id_str === listener.externalId ? (['reply'] as const) : []),
    ...(quoted_status?.user.id_str === listener.externalId ? (['quote'] as const) : []),
  ];
  const facts: PostFacts = {
    ...{ network: 'x', externalId: id, stableId: id, parentId, quotedId, edited: false, editedAt: null, ourMark: null },
    kind: parentId === null ? (quotedId === null ? 'post' : 'quote') : 'reply',
    conversationId: parentId ?? id,
    writer: authorId === undefined ? null : oldWriterOf(authorId, post.user),
    byAccount: authorId === listener.externalId,
    text: plain(post.extended_tweet?.full_text ?? post.full_text ?? post.text ?? ''),
    language: languageOf(lang),
    url: addressOf(post.user?.screen_name ?? '', id),
    at: timeOfXId(id) ?? timeOf(post.created_at) ?? new Date(0),
    concerns,
    media: oldMediaOf(post.extended_entities?.media ?? []),
  };
  return { kind: 'post', post: facts };
}
