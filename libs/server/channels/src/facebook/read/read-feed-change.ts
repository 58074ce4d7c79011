import type { PostFacts, PostMedia, SocialFact } from '@bureau/domain';
import type { Json } from '../../social/in/read/json-document.ts';
import { ignored, unknown } from '../../social/in/read/unit.ts';
import { fileAt, timeFrom, writerFrom } from './facebook-parts.ts';
import { FeedChange, type Person } from './facebook-shapes.ts';

/** A page and when Facebook told. */
export interface Told {
  pageId: string;
  /** Of the batch, in seconds. */
  time: Date | null;
}

const POSTS = new Set(['post', 'status', 'photo', 'video', 'share', 'link', 'album', 'event', 'note', 'offer']);
/** What people do not write themselves: no visitor leaves an event on a page. */
const OF_THE_PAGE = new Set(['status', 'album', 'event', 'offer', 'share', 'link']);

/** Something that happened on a page: external-apis.md 2.4. */
export function readFeedChange(found: Json | undefined, told: Told): SocialFact {
  const read = FeedChange.safeParse(found);
  if (!read.success) return unknown('A change of a page that this desk cannot read');
  const { item, verb } = read.data;
  if (item === 'comment') return readComment(read.data, told);
  if (item === 'reaction' || item === 'like') return ignored('Somebody likes something, or does not any more.');
  if (!POSTS.has(item)) return unknown(`A change of a page that this desk does not know: ${item} (${verb})`);
  return readPost(read.data, told);
}

function readPost(change: FeedChange, told: Told): SocialFact {
  const { item, verb, post_id } = change;
  if (!post_id) return ignored(`Of the page itself: ${item} (${verb}).`);
  switch (verb) {
    case 'add':
    case 'edit':
    case 'edited':
      if (change.published === 0 || change.published === false) return ignored('A post that is not published yet.');
      return { kind: 'post', post: postOf(change, post_id, told) };
    default:
      return stateOf(verb, post_id) ?? ignored(`Of the page itself: ${item} (${verb}).`);
  }
}

function stateOf(verb: string, externalId: string): SocialFact | null {
  switch (verb) {
    case 'remove':
    case 'delete':
      return { kind: 'removed', externalId };
    case 'hide':
      return { kind: 'hidden', externalId };
    case 'unhide':
      return { kind: 'shown', externalId };
    default:
      return null;
  }
}

function postOf(change: FeedChange, id: string, { pageId, time }: Told): PostFacts {
  const person = personOf(change);
  const byAccount = person?.id === undefined ? OF_THE_PAGE.has(change.item) : person.id === pageId;
  return {
    ...common(change, { id, time, person }),
    ...{ kind: 'post', conversationId: id, parentId: null, byAccount },
    concerns: [byAccount ? 'company-post' : 'visitor-post'],
    media: change.item === 'photo' ? fileAt(change.link, 'photo') : mediaOf(change),
  };
}

function readComment(change: FeedChange, { pageId, time }: Told): SocialFact {
  const { verb, comment_id: id, post_id, parent_id } = change;
  if (!id) return unknown('A comment without an id');
  const state = stateOf(verb, id);
  if (state) return state;
  if (!['add', 'edit', 'edited'].includes(verb))
    return unknown(`A change of a comment that this desk does not know: ${verb}`);
  const person = personOf(change);
  const post: PostFacts = {
    ...common(change, { id, time, person }),
    ...{ kind: 'comment', conversationId: post_id ?? parent_id ?? id, parentId: parent_id ?? post_id ?? null },
    byAccount: person?.id === pageId,
    concerns: ['comment'],
    media: mediaOf(change),
  };
  return { kind: 'post', post };
}

type Common = Omit<PostFacts, 'kind' | 'conversationId' | 'parentId' | 'byAccount' | 'concerns' | 'media'>;

function common(
  change: FeedChange,
  { id, time, person }: { id: string; time: Date | null; person: Person | null },
): Common {
  const edited = change.verb !== 'add';
  return {
    ...{ network: 'facebook', externalId: id, stableId: id, quotedId: null, language: null, ourMark: null, edited },
    editedAt: edited ? time : null,
    writer: writerFrom(person),
    text: change.message ?? change.story ?? '',
    url: change.post?.permalink_url ?? `https://www.facebook.com/${id}`,
    at: timeFrom(change.created_time) ?? time ?? new Date(0),
  };
}

/** Before version 2.9 it was not `from` but two fields. */
function personOf({ from, sender_id, sender_name }: FeedChange): Person | null {
  if (from) return from;
  return sender_id ? { id: sender_id, name: sender_name ?? '' } : null;
}

function mediaOf({ photo, photos, video }: FeedChange): PostMedia[] {
  const pictures = [...(photo ? [photo] : []), ...(photos ?? [])];
  return [...pictures.flatMap((url) => fileAt(url, 'photo')), ...fileAt(video, 'video')];
}
