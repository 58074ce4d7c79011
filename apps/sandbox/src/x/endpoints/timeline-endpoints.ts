import type { Endpoint } from '../../service/endpoint.ts';
import type { Asking, XRequest } from '../ask.ts';
import type { Post } from '../model.ts';
import { includesOf } from '../present/includes.ts';
import { between, listed, pageOf } from '../present/page-of.ts';
import { postView } from '../present/views.ts';
import { invalidRequest, notFound } from '../problems.ts';
import { fits } from '../search/fits.ts';
import { readQuery } from '../search/read-query.ts';
import { needKnownNames, numberIn, readSelection, SELECTING } from '../selection.ts';
import type { XWorld } from '../x-world.ts';
import { idAt } from '../../service/snowflakes.ts';

const DAY_MS = 24 * 60 * 60_000;
/** How far a mentions timeline, and one's own, reach back. */
const MENTIONS_KEPT = 800;
const POSTS_KEPT = 3200;
const RANGE = ['since_id', 'until_id', 'start_time', 'end_time'];
const scopes = ['tweet.read' as const, 'users.read' as const];

/** Posts in lists: who mentioned somebody, what somebody posted, what a search finds, who quoted what. */
export function timelineEndpoints(world: XWorld, ask: Asking): Endpoint[] {
  return [
    ask.anyone('GET', '/2/users/:id/mentions', { limit: { user: 300, app: 450 }, scopes }, (request) => {
      const userId = knownUser(world, request.param('id'));
      const mentions = world.livePosts().filter((post) => mentionsUser(post, userId));
      return timeline(world, request, { posts: mentions.slice(0, MENTIONS_KEPT), token: 'pagination_token' });
    }),
    ask.anyone('GET', '/2/users/:id/tweets', { limit: { user: 900, app: 1500 }, scopes }, (request) => {
      const userId = knownUser(world, request.param('id'));
      const left = new Set((request.query.get('exclude') ?? '').split(','));
      const shown = (post: Post) =>
        post.authorId === userId &&
        !(left.has('replies') && post.repliedTo !== null) &&
        !(left.has('retweets') && post.retweeted !== null);
      const posts = world.livePosts().filter(shown).slice(0, POSTS_KEPT);
      return timeline(world, request, { posts, token: 'pagination_token', more: ['exclude'] });
    }),
    ask.anyone('GET', '/2/tweets/:id/quote_tweets', { limit: { user: 75, app: 75 }, scopes }, (request) => {
      const id = request.param('id');
      const quotes = world.livePosts().filter((post) => post.quoted === id);
      return timeline(world, request, { posts: quotes, token: 'pagination_token', more: ['exclude'] });
    }),
    ask.anyone('GET', '/2/tweets/search/recent', { limit: { user: 300, app: 450 }, scopes }, (request) =>
      searchRecent(world, request),
    ),
  ];
}

/** Posts that carry an @name, by hand or as people answered; reposts of them do not count. */
function mentionsUser(post: Post, userId: string): boolean {
  return post.retweeted === null && post.mentions.includes(userId);
}

function searchRecent(world: XWorld, request: XRequest) {
  const { query } = request;
  const token = query.has('pagination_token') ? 'pagination_token' : 'next_token';
  const search = readQuery(query.get('query') ?? '');
  const week = idAt(world.clock.ms() - 7 * DAY_MS);
  const since = query.get('since_id');
  if (since !== null && /^\d+$/.test(since) && BigInt(since) < week) {
    throw invalidRequest(
      `'since_id' must be a tweet id created after [TWEET_ID]. Please use a 'since_id' that is larger than ${week}`,
      {
        since_id: [since],
      },
    );
  }
  const posts = world.livePosts().filter((post) => BigInt(post.id) >= week && fits(world, post, search));
  const more = ['query', 'sort_order', 'next_token', 'pagination_token'];
  return timeline(world, request, { posts, token, more, least: 10 });
}

type List = { posts: Post[]; token: string; more?: string[]; least?: number };

function timeline(world: XWorld, { query, caller }: XRequest, { posts, token, more = [], least = 5 }: List) {
  needKnownNames(query, [...SELECTING, ...RANGE, 'max_results', token, ...more]);
  const chosen = readSelection(query);
  const max = numberIn(query, 'max_results', { least, most: 100, usual: 10 });
  const { page, next_token } = pageOf(between(posts, query), { max, token: query.get(token) });
  const viewer = caller.kind === 'user' ? caller.user : undefined;
  const data = page.map((post) => postView(world, post, chosen.tweet));
  return {
    json: listed(data, {
      ids: page.map(({ id }) => id),
      next_token,
      more: includesOf(world, page, { chosen, viewer }),
    }),
  };
}

function knownUser(world: XWorld, id: string): string {
  if (!world.users.has(id)) throw notFound({ resource: 'user', parameter: 'id', value: id });
  return id;
}
