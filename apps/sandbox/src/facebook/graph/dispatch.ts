import { findSaid } from '../author.ts';
import { badParam, gone, GraphError } from '../graph-error.ts';
import { appScopedIdOf, feedIdOf, personByPsid } from '../ids.ts';
import type { Conversation } from '../state.ts';
import { hasScope } from '../tokens.ts';
import { mustRead, pageFor } from './access.ts';
import { accounts, debugToken, permissions, revoke, showMe, UserNode } from './account-edges.ts';
import { ConversationNode, MessageNode, messagesEdge, PersonNode } from './messenger-nodes.ts';
import { edge, render, wantedOf, type Ask } from './node.ts';
import { PageNode } from './page-node.ts';
import type { Upload } from './read-params.ts';
import { change, like, postComment, postPhoto, postToFeed, takeAway } from './said-edges.ts';
import { commentsEdge, postsEdge, reactionsEdge, renderSaid } from './said-nodes.ts';
import { sendMessage, uploadAttachment } from './send-message.ts';
import {
  showSubscribed,
  showSubscriptions,
  subscribeApp,
  subscribePage,
  unsubscribeApp,
  unsubscribePage,
} from './subscription-edges.ts';

/** A file that the answer consists of, or where it is. */
export class Redirect {
  readonly location: string;

  constructor(location: string) {
    this.location = location;
  }
}

type Answer = (ask: Ask, id: string, upload: Upload | undefined) => unknown;

const EDGES: Record<string, Answer> = {
  'GET accounts': accounts,
  'GET permissions': permissions,
  'DELETE permissions': (ask) => revoke(ask, undefined),
  'GET feed': (ask, id) => postsEdge(pageFor(ask, id).id, ask, { name: 'feed', whose: 'all' }),
  'GET posts': (ask, id) => postsEdge(pageFor(ask, id).id, ask, { name: 'posts', whose: 'page' }),
  'GET published_posts': (ask, id) => postsEdge(pageFor(ask, id).id, ask, { name: 'published_posts', whose: 'page' }),
  'GET visitor_posts': (ask, id) => postsEdge(pageFor(ask, id).id, ask, { name: 'visitor_posts', whose: 'visitors' }),
  'POST feed': postToFeed,
  'POST photos': postPhoto,
  'GET comments': (ask, id) => edge(ask, commentsEdge(saidFor(ask, id), ask, ask.params)),
  'POST comments': postComment,
  'GET likes': (ask, id) => edge(ask, reactionsEdge(saidFor(ask, id), ask, 'like')),
  'GET reactions': (ask, id) => edge(ask, reactionsEdge(saidFor(ask, id), ask)),
  'POST likes': (ask, id) => like(ask, id, 'like'),
  'DELETE likes': (ask, id) => like(ask, id, undefined),
  'GET conversations': (ask, id) => conversations(ask, pageFor(ask, id).id),
  'GET messages': (ask, id) => edge(ask, messagesEdge(conversationFor(ask, id), ask)),
  'POST messages': sendMessage,
  'POST message_attachments': uploadAttachment,
  'GET picture': (ask, id) => picture(ask, id),
  'GET subscribed_apps': showSubscribed,
  'POST subscribed_apps': subscribePage,
  'DELETE subscribed_apps': unsubscribePage,
  'GET subscriptions': showSubscriptions,
  'POST subscriptions': subscribeApp,
  'DELETE subscriptions': unsubscribeApp,
};

/** Finds what a call is for and answers it; throws GraphError. `path` has no version. */
export function dispatch(
  ask: Ask,
  { method, path, upload }: { method: string; path: string[]; upload: Upload | undefined },
): unknown {
  const [first = '', edgeName, ...rest] = path;
  if (first === 'debug_token') return debugToken(ask);
  if (first === 'me' && edgeName === 'permissions' && method === 'DELETE') return revoke(ask, rest[0]);
  if (first === '' || rest.length > 0) throw unknownPath(path);
  const id = first === 'me' ? meId(ask) : first;
  if (edgeName === undefined) return node(ask, method, id, first === 'me');

  const answer = Object.hasOwn(EDGES, `${method} ${edgeName}`) ? EDGES[`${method} ${edgeName}`] : undefined;
  if (answer) return answer(ask, id, upload);
  if (method !== 'GET') throw gone(id, method.toLowerCase());
  throw badParam(
    `Tried accessing nonexistent field (${edgeName}) on node type (${ask.world.state.pages[id] ? 'Page' : 'Node'})`,
  );
}

function node(ask: Ask, method: string, id: string, isMe: boolean): unknown {
  if (method === 'POST') return change(ask, id);
  if (method === 'DELETE') return takeAway(ask, id);
  return isMe ? showMe(ask) : show(ask, id);
}

function show(ask: Ask, id: string): unknown {
  const { world, caller } = ask;
  const fields = wantedOf(ask);
  if (world.state.pages[id]) return render(PageNode, pageFor(ask, id), fields, ask);
  if (findSaid(world, id)) return renderSaid(saidFor(ask, id), fields, ask);
  if (world.state.conversations[id]) return render(ConversationNode, conversationFor(ask, id), fields, ask);
  const message = world.state.messages[id];
  if (message && !message.deleted && conversationFor(ask, message.conversation))
    return render(MessageNode, message, fields, ask);
  if (caller.kind === 'page') return profile(ask, { id, page: caller.page });
  const self = caller.kind === 'user' ? world.state.people[caller.person] : undefined;
  if (self && appScopedIdOf(world.state.app.id, self.id) === id) return render(UserNode, self, fields, ask);
  throw gone(id);
}

/** Somebody who wrote to the page, by their Messenger id; an id of the feed tells nothing more than a name. */
function profile(ask: Ask, { id, page }: { id: string; page: string }): unknown {
  const { state } = ask.world;
  const person = personByPsid(state, page, id);
  if (person && !person.gone && state.conversations[`t_${id}`]?.personWroteAt) {
    mustRead(ask, 'pages_messaging');
    return render(PersonNode, { person, psid: id }, wantedOf(ask), ask);
  }
  const visitor = Object.values(state.people).find((one) => feedIdOf(page, one.id) === id && !one.gone);
  if (!visitor || !hasScope(ask.world, ask.caller, 'pages_read_user_content')) throw gone(id);
  const type = {
    ...PersonNode,
    defaults: ['id', 'name'],
    fields: { id: () => id, name: () => visitor.name, picture: pictureField(ask, visitor.id) },
  };
  return render(type, { person: visitor, psid: id }, wantedOf(ask), ask);
}

function pictureField(ask: Ask, who: string) {
  return () => ({ data: { height: 50, width: 50, is_silhouette: false, url: ask.world.media.pictureOf(who) } });
}

/** A redirect to the picture, or with `redirect=0` where it is. */
function picture(ask: Ask, id: string): unknown {
  const { state, media } = ask.world;
  const page = ask.caller.kind === 'page' ? ask.caller.page : '';
  const person = Object.values(state.people).find((one) =>
    [feedIdOf(page, one.id), appScopedIdOf(state.app.id, one.id)].includes(id),
  );
  const who = (person ?? personByPsid(state, page, id) ?? state.pages[id])?.id;
  if (who === undefined) throw gone(id);
  const url = media.pictureOf(who);
  if (['0', 'false'].includes(ask.params.redirect ?? ''))
    return { data: { height: 50, width: 50, is_silhouette: false, url } };
  return new Redirect(url);
}

function conversations(ask: Ask, page: string): unknown {
  mustRead(ask, 'pages_messaging');
  if (ask.caller.kind !== 'page')
    throw new GraphError({
      code: 210,
      status: 403,
      message: '(#210) A page access token is required to request this resource.',
    });
  const { platform = 'messenger', user_id: psid } = ask.params;
  if (platform !== 'messenger' && platform !== 'instagram')
    throw badParam('Param platform must be one of {INSTAGRAM, MESSENGER}');
  const theirs = (one: Conversation) =>
    one.page === page && platform === 'messenger' && (psid === undefined || one.id === `t_${psid}`);
  return edge(ask, {
    path: `${page}/conversations`,
    rows: Object.values(ask.world.state.conversations).filter(theirs),
    placeOf: ({ updatedAt, id }) => ({ at: updatedAt, id }),
    show: (row, fields) => render(ConversationNode, row, fields, ask),
  });
}

function saidFor(ask: Ask, id: string) {
  const said = findSaid(ask.world, id);
  if (!said) throw gone(id);
  pageOrGone(ask, said.page, id);
  return said;
}

function conversationFor(ask: Ask, id: string): Conversation {
  const conversation = ask.world.state.conversations[id];
  if (!conversation) throw gone(id);
  pageOrGone(ask, conversation.page, id);
  mustRead(ask, 'pages_messaging');
  return conversation;
}

function pageOrGone(ask: Ask, page: string, id: string): void {
  if (ask.caller.kind === 'page' ? ask.caller.page !== page : ask.caller.kind === 'app') throw gone(id);
  pageFor(ask, page);
}

function meId(ask: Ask): string {
  if (ask.caller.kind === 'page') return ask.caller.page;
  if (ask.caller.kind === 'user') return appScopedIdOf(ask.world.state.app.id, ask.caller.person);
  const message = 'An active access token must be used to query information about the current user.';
  throw new GraphError({ code: 2500, message });
}

function unknownPath(path: string[]): GraphError {
  return new GraphError({ code: 2500, message: `Unknown path components: /${path.slice(1).join('/')}` });
}
