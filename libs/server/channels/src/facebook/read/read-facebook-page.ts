import type { PostFacts, SocialFact } from '@bureau/domain';
import { pointersIn, valueAt, type Json } from '../../social/in/read/json-document.ts';
import { unknown, type FoundUnit, type Listener } from '../../social/in/read/unit.ts';
import { fileAt, mediaOfPost, timeFrom, writerFrom } from './facebook-parts.ts';
import { ConversationMessage, FacebookId, FeedComment, FeedPost } from './facebook-shapes.ts';

/** A page of a page's posts: each post, each comment below it, each answer below that. */
export function findInFeed(document: Json | undefined): FoundUnit[] {
  return pointersIn(document, '/data').flatMap((pointer) => withComments(document, pointer));
}

function withComments(document: Json | undefined, pointer: string): FoundUnit[] {
  const below = pointersIn(document, `${pointer}/comments/data`).flatMap((comment) => withComments(document, comment));
  return isOnlyPlace(document, pointer) ? below : [ofPage(pointer), ...below];
}

/** Where more comments are asked for, what they stand below is only named; what it says is told elsewhere. */
function isOnlyPlace(document: Json | undefined, pointer: string): boolean {
  const found = valueAt(document, pointer);
  if (found === null || typeof found !== 'object' || Array.isArray(found)) return false;
  return 'comments' in found && Object.keys(found).every((key) => key === 'id' || key === 'comments');
}

/** A page of conversations: each message of each. */
export function findInConversations(document: Json | undefined): FoundUnit[] {
  return pointersIn(document, '/data').flatMap((pointer) =>
    pointersIn(document, `${pointer}/messages/data`).map(ofPage),
  );
}

function ofPage(pointer: string): FoundUnit {
  return { pointer, account: null };
}

export function readFeedItem(document: Json | undefined, pointer: string, listener: Listener): SocialFact {
  const found = valueAt(document, pointer);
  return pointer.includes('/comments/')
    ? readComment(document, pointer, listener)
    : readPost(found, listener.externalId);
}

function readPost(found: Json | undefined, pageId: string): SocialFact {
  const read = FeedPost.safeParse(found);
  if (!read.success) return unknown('A post of a page that this desk cannot read');
  const { id, from, message, story, created_time, permalink_url, attachments } = read.data;
  const byAccount = from?.id === pageId;
  return {
    kind: 'post',
    post: {
      ...common({ id, created_time, permalink_url }),
      ...{ kind: 'post', conversationId: id, parentId: null, byAccount, text: message ?? story ?? '' },
      writer: writerFrom(from),
      concerns: [byAccount ? 'company-post' : 'visitor-post'],
      media: mediaOfPost(attachments?.data ?? []),
    },
  };
}

function readComment(document: Json | undefined, pointer: string, { externalId }: Listener): SocialFact {
  const read = FeedComment.safeParse(valueAt(document, pointer));
  if (!read.success) return unknown('A comment that this desk cannot read');
  const { id, from, message, created_time, permalink_url, parent, attachment } = read.data;
  const [, , index = ''] = pointer.split('/');
  const postId = idAt(document, `/data/${index}/id`) ?? id;
  const above = idAt(document, `${pointer.replace(/\/comments\/data\/\d+$/u, '')}/id`);
  return {
    kind: 'post',
    post: {
      ...common({ id, created_time, permalink_url }),
      ...{ kind: 'comment', conversationId: postId, parentId: parent?.id ?? above ?? postId, text: message ?? '' },
      writer: writerFrom(from),
      byAccount: from?.id === externalId,
      concerns: ['comment'],
      media: attachment ? mediaOfPost([attachment]) : [],
    },
  };
}

export function readConversationMessage(document: Json | undefined, pointer: string, listener: Listener): SocialFact {
  const read = ConversationMessage.safeParse(valueAt(document, pointer));
  if (!read.success) return unknown('A message that this desk cannot read');
  const { id, message, from, to, created_time, attachments } = read.data;
  const person = [from, ...(to?.data ?? [])].find((one) => one?.id !== undefined && one.id !== listener.externalId);
  if (person?.id === undefined) return unknown('A message that names nobody');
  const media = (attachments?.data ?? []).flatMap((file) => mediaOfFile(file));
  const post: PostFacts = {
    ...common({ id, created_time, permalink_url: null }),
    ...{ kind: 'message', conversationId: person.id, parentId: null, url: null, media, text: message ?? '' },
    writer: writerFrom(from),
    byAccount: from?.id === listener.externalId,
    concerns: ['direct-message'],
  };
  return { kind: 'post', post };
}

type File = NonNullable<ConversationMessage['attachments']>['data'][number];

function mediaOfFile({ name, mime_type, file_url, image_data, video_data }: File) {
  const type = mime_type?.split('/')[0] ?? 'file';
  const files = fileAt(image_data?.url ?? video_data?.url ?? file_url, type, name);
  return mime_type ? files.map((file) => ({ ...file, contentType: mime_type })) : files;
}

function common({
  id,
  created_time,
  permalink_url,
}: {
  id: string;
  created_time: string | null | undefined;
  permalink_url: string | null | undefined;
}): Omit<PostFacts, 'kind' | 'conversationId' | 'parentId' | 'byAccount' | 'concerns' | 'media' | 'text' | 'writer'> {
  return {
    ...{ network: 'facebook', externalId: id, stableId: id, quotedId: null, language: null, ourMark: null },
    ...{ edited: false, editedAt: null, url: permalink_url ?? `https://www.facebook.com/${id}` },
    at: timeFrom(created_time) ?? new Date(0),
  };
}

function idAt(document: Json | undefined, pointer: string): string | null {
  const read = FacebookId.safeParse(valueAt(document, pointer));
  return read.success ? read.data : null;
}
