import type { Endpoint } from '../../service/endpoint.ts';
import type { Scope } from '../app.ts';
import { needSelf, type Asking, type UserRequest } from '../ask.ts';
import { deletePost, repost } from '../posting.ts';
import { clientForbidden, forbidden, invalidRequest, notFound } from '../problems.ts';
import type { XWorld } from '../x-world.ts';

/** Likes, reposts and follows: 50 a user in 15 minutes each. */
export function engagementEndpoints(world: XWorld, ask: Asking): Endpoint[] {
  const terms = (scope: Scope) => ({
    limit: { user: 50 },
    scopes: [scope, 'tweet.read' as const, 'users.read' as const],
  });
  return [
    ask.user('POST', '/2/users/:id/likes', terms('like.write'), (request) => {
      const target = wantedPost(world, request);
      world.relate({ kind: 'like', userId: request.me.id, targetId: target.id }, true);
      world.tell(`@${request.me.username} likes a post.`);
      return { json: { data: { liked: true } } };
    }),
    ask.user('DELETE', '/2/users/:id/likes/:tweet_id', terms('like.write'), (request) => {
      needSelf(request);
      world.relate({ kind: 'like', userId: request.me.id, targetId: request.param('tweet_id') }, false);
      return { json: { data: { liked: false } } };
    }),
    ask.user('POST', '/2/users/:id/retweets', terms('tweet.write'), (request) => {
      const { id } = repost(world, request.me, wantedPost(world, request));
      world.tell(`@${request.me.username} reposted.`);
      return { json: { data: { retweeted: true, id } } };
    }),
    ask.user('DELETE', '/2/users/:id/retweets/:tweet_id', terms('tweet.write'), (request) => {
      needSelf(request);
      const original = request.param('tweet_id');
      const mine = world.livePosts().find((post) => post.retweeted === original && post.authorId === request.me.id);
      if (mine) deletePost(world, mine);
      return { json: { data: { retweeted: false } } };
    }),
    ask.user('POST', '/2/users/:id/following', terms('follows.write'), (request) => follow(world, request)),
    ask.user('DELETE', '/2/users/:id/following/:target', terms('follows.write'), (request) => {
      needSelf(request);
      world.relate({ kind: 'follow', userId: request.me.id, targetId: request.param('target') }, false);
      return { json: { data: { following: false } } };
    }),
  ];
}

function follow(world: XWorld, request: UserRequest) {
  needSelf(request);
  needEngagement(world);
  const { target_user_id: targetId } = request.json();
  if (typeof targetId !== 'string') throw invalidRequest('$.target_user_id: is missing but it is required');
  if (!world.users.has(targetId)) throw notFound({ resource: 'user', parameter: 'target_user_id', value: targetId });
  if (targetId === request.me.id) throw forbidden('You cannot follow yourself.');
  if (world.related('block', targetId, request.me.id))
    throw forbidden('You have been blocked from following this account.');
  world.relate({ kind: 'follow', userId: request.me.id, targetId }, true);
  world.tell(`@${request.me.username} follows @${world.users.get(targetId)?.username ?? ''}.`);
  return { json: { data: { following: true, pending_follow: false } } };
}

function wantedPost(world: XWorld, request: UserRequest) {
  needSelf(request);
  needEngagement(world);
  const { tweet_id: id } = request.json();
  if (typeof id !== 'string') throw invalidRequest('$.tweet_id: is missing but it is required');
  const post = world.post(id);
  if (!post) throw notFound({ resource: 'tweet', parameter: 'tweet_id', value: id });
  return post;
}

function needEngagement(world: XWorld): void {
  if (world.plan.engagement) return;
  throw clientForbidden('This endpoint is not part of the plan of this app.', { reason: 'client-not-enrolled' });
}
