import { fromOf, graphTime, permalinkOf } from './author.ts';
import { commentsBelow } from './feed.ts';
import { feedIdOf, psidOf } from './ids.ts';
import { messagesIn, windowOf } from './messenger.ts';
import { mayTakePrivateReply } from './private-reply.ts';
import type { Author, Comment, Conversation, Message, Post } from './state.ts';
import type { World } from './world.ts';

/** Who and what there is, for the page and for tests; secrets are nobody's here. */
export function lookAtAll(world: World) {
  const { app, pages, people, grants } = world.state;
  return {
    app: {
      id: app.id,
      secret: app.secret,
      name: app.name,
      mode: app.mode,
      requireProof: app.requireProof,
      humanAgent: app.humanAgent,
      redirectUris: app.redirectUris,
      subscriptions: app.subscriptions,
    },
    pages: Object.values(pages).map((page) => ({ ...page, pictureUrl: pictureUrl(page.id) })),
    people: Object.values(people).map((person) => ({
      ...person,
      pictureUrl: pictureUrl(person.id),
      connected: grants[person.id] !== undefined,
      ids: Object.keys(pages).map((page) => ({
        page,
        feedId: feedIdOf(page, person.id),
        psid: psidOf(page, person.id),
      })),
    })),
  };
}

/** A page as people see it, newest post first. Deleted things are gone, hidden ones are marked. */
export function lookAtPage(world: World, page: string) {
  return Object.values(world.state.posts)
    .filter((post) => post.page === page && !post.deleted)
    .reverse()
    .map((post) => ({
      ...said(world, post),
      link: post.link,
      comments: commentsBelow(world, post.id, 'toplevel').map((comment) => ({
        ...said(world, comment),
        comments: commentsBelow(world, comment.id, 'toplevel').map((below) => said(world, below)),
      })),
    }));
}

/** Conversations of a page or a person, the newest first, each with everything that was said. */
export function lookAtConversations(world: World, given: { page?: string; person?: string }) {
  return Object.values(world.state.conversations)
    .filter(({ page }) => given.page === undefined || page === given.page)
    .filter(({ person }) => given.person === undefined || person === given.person)
    .sort((one, other) => other.updatedAt - one.updatedAt)
    .map((conversation) => seen(world, conversation));
}

function seen(world: World, conversation: Conversation) {
  const messages = messagesIn(world, conversation.id).map((message) => messageSeen(world, message));
  const { id, page, person, standby, personWroteAt } = conversation;
  return {
    id,
    page,
    person,
    standby,
    personWroteAt,
    window: windowOf(world, conversation),
    psid: psidOf(page, person),
    messages,
  };
}

function messageSeen(world: World, message: Message) {
  const { id, text, createdAt, edits, appId, metadata, tag, replyTo } = message;
  return {
    id,
    author: authorSeen(world, message.author),
    text,
    at: new Date(createdAt).toISOString(),
    edits,
    viaApp: appId === world.state.app.id,
    metadata,
    tag,
    replyTo,
    reactions: message.reactions.map(({ author, type }) => ({ by: authorSeen(world, author).name, type })),
    files: message.media.map((medium) => fileSeen(world, medium)),
  };
}

function said(world: World, one: Post | Comment) {
  return {
    id: one.id,
    page: one.page,
    author: authorSeen(world, one.author),
    message: one.message,
    at: graphTime(one.createdAt),
    hidden: one.hidden,
    permalink: permalinkOf(one),
    privateReply: one.privateReply ?? null,
    canTakePrivateReply: mayTakePrivateReply(world, one),
    reactions: one.reactions.map(({ author, type }) => ({ by: authorSeen(world, author).name, author, type })),
    files: one.media.map((medium) => fileSeen(world, medium)),
  };
}

function authorSeen(world: World, author: Author) {
  const { people, pages } = world.state;
  const name = author.kind === 'page' ? pages[author.id]?.name : people[author.id]?.name;
  const known = author.kind === 'page' || fromOf(world, '', author) !== undefined;
  return { ...author, name: known ? (name ?? '') : 'Facebook user', pictureUrl: pictureUrl(author.id) };
}

function fileSeen(world: World, id: string) {
  const medium = world.media.find(id);
  return {
    id,
    type: medium?.type ?? 'file',
    fileName: medium?.fileName ?? id,
    url: `/__control/facebook/media/${encodeURIComponent(id)}`,
  };
}

/** On the page's own port, where nothing expires. */
function pictureUrl(who: string): string {
  return `/__control/facebook/pictures/${encodeURIComponent(who)}`;
}
