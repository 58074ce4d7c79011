import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { timeOfXId, xIdAt } from '@bureau/domain';
import type { SocialAccountEntity } from '../../social/account/social-account.entity.ts';
import type { PolledStream, Turn } from '../../social/in/poll/polled-stream.ts';
import type { Form } from '../../social/in/read/unit.ts';
import { nameOf as nameOfRule, rulesOf } from '../stream/stream-rule.ts';
import { XStreamLeaseRepository } from '../stream/x-stream-lease.repository.ts';
import { XClients } from '../x-client.ts';
import { BACKFILLED_EVERY_MS, narrowed, SEARCHED_EVERY_MS } from './search-query.ts';
import { idsOf, kept, later, MESSAGE_FIELDS, POST_FIELDS, XPage } from './x-page.ts';
import { XPostsToAskFor } from './x-posts-to-ask-for.ts';

const MINUTE_MS = 60_000;
/** Ids are not given out in order to the millisecond, and posts come late: so much is read again each time. */
const OVERLAP_MS = 5 * MINUTE_MS;
/** How far back X searches, less what its clock may be ahead of ours. */
const SEARCHED_MS = 7 * 24 * 60 * MINUTE_MS - 60 * MINUTE_MS;
/** Of calls that people's answers need, too. */
const LEFT_TO_PEOPLE = 10;

interface Walk {
  path: string;
  query: Record<string, string | number>;
  form: Form;
  /** Recent search reaches back a week only. */
  isSearch?: boolean;
}

/** What has to be asked for at X, each within what it documents as its limit (external-apis.md 1.3). */
@Injectable()
export class XStreams {
  constructor(
    private readonly clients: XClients,
    private readonly posts: XPostsToAskFor,
    private readonly streams: XStreamLeaseRepository,
  ) {}

  async of(account: SocialAccountEntity): Promise<PolledStream[]> {
    const { imports } = account;
    if (imports.network !== 'x') return [];
    const user = `users/${account.externalId}`;
    return [
      this.since('own', { path: `${user}/tweets`, query: {}, form: 'x-lookup' }),
      ...(imports.mentions || imports.replies
        ? [this.since('mentions', { path: `${user}/mentions`, query: {}, form: 'x-mentions' })]
        : []),
      ...(imports.replies ? [this.search('replies', `to:${account.handle} -from:${account.handle}`, 'x-lookup')] : []),
      ...(imports.quotes ? [this.quotes()] : []),
      ...(await this.searches(account, imports.searches)),
      ...(imports.directMessages ? [this.messages()] : []),
      this.lookUp(),
    ];
  }

  /** What the stream brings is asked for from time to time only: it is as lossy as everything that X tells. */
  private async searches({ externalId }: SocialAccountEntity, terms: readonly string[]): Promise<PolledStream[]> {
    if (terms.length === 0) return [];
    const covered = await this.streams.covered();
    return terms.map((term) => {
      const isCovered = rulesOf({ externalId, searches: [term] }).every((rule) => covered.has(nameOfRule(rule)));
      const stream = this.search(`search:${nameOf(term)}`, narrowed(term), 'x-search');
      return { ...stream, everyMs: isCovered ? BACKFILLED_EVERY_MS : SEARCHED_EVERY_MS };
    });
  }

  private search(name: string, query: string, form: Form): PolledStream {
    return this.since(name, { path: 'tweets/search/recent', query: { query }, form, isSearch: true });
  }

  private since(name: string, walk: Walk): PolledStream {
    return {
      name,
      everyMs: 2 * MINUTE_MS,
      walk: (turn) => this.all(turn, [walk]),
    };
  }

  /** Which of our posts were quoted has to be asked of each: of the latest, as they are known when its turn comes. */
  private quotes(): PolledStream {
    return {
      name: 'quotes',
      everyMs: 2 * MINUTE_MS,
      walk: async (turn) => {
        const portions = await this.posts.ours(turn.account.id);
        const walks = portions.map((ids): Walk => ({
          ...{ path: 'tweets/search/recent', form: 'x-quotes', isSearch: true },
          query: { query: ids.map((id) => `quotes_of_tweet_id:${id}`).join(' OR ') },
        }));
        await this.all(turn, walks);
      },
    };
  }

  /** From the newest back to the cursor; only when all of it was read does the cursor move. */
  private async all(turn: Turn, walks: readonly Walk[]): Promise<void> {
    let newest = turn.cursor ?? xIdAt(turn.account.connectedAt);
    for (const [n, walk] of walks.entries()) {
      const begin = beginOf(turn, walk);
      let token: string | undefined;
      do {
        const page: XPage = await this.ask(turn, walk.path, {
          ...{ ...POST_FIELDS, ...walk.query, since_id: begin, max_results: 100 },
          ...(token === undefined ? {} : { [walk.isSearch ? 'next_token' : 'pagination_token']: token }),
        });
        for (const id of idsOf(page)) newest = later(newest, id) ?? newest;
        token = page.meta?.next_token;
        const isEnd = token === undefined && n === walks.length - 1;
        await turn.keep(walk.form, kept(page), isEnd ? newest : undefined);
      } while (token !== undefined);
    }
  }

  /** Newest first and without a way to ask for what is new: as far as what was read before, less the overlap. */
  private messages(): PolledStream {
    return {
      name: 'direct-messages',
      everyMs: 75_000,
      walk: async (turn) => {
        const begin = BigInt(beginOf(turn, {}));
        let newest = turn.cursor ?? xIdAt(turn.account.connectedAt);
        let token: string | undefined;
        do {
          const page: XPage = await this.ask(turn, 'dm_events', {
            ...{ ...MESSAGE_FIELDS, max_results: 100 },
            ...(token === undefined ? {} : { pagination_token: token }),
          });
          const ids = idsOf(page);
          for (const id of ids) newest = later(newest, id) ?? newest;
          const isRead = ids.some((id) => BigInt(id) < begin);
          token = isRead ? undefined : page.meta?.next_token;
          const data = (page.data ?? []).filter(({ id }) => !/^\d+$/u.test(id) || BigInt(id) >= begin);
          await turn.keep('x-direct-messages', { ...kept(page), data }, token === undefined ? newest : undefined);
        } while (token !== undefined);
      },
    };
  }

  /** Nobody tells that a stranger's post was taken down: those of cases are looked up again from time to time. */
  private lookUp(): PolledStream {
    return {
      name: 'lookup',
      everyMs: 2 * MINUTE_MS,
      walk: async (turn) => {
        const ids = await this.posts.ofCases(turn.account.id, new Date(turn.now.getTime() - SEARCHED_MS));
        if (ids.length === 0) return;
        const page: XPage = await this.ask(turn, 'tweets', { ...POST_FIELDS, ids: ids.join(',') });
        const { errors } = page;
        if (Array.isArray(errors) && errors.length > 0) await turn.keep('x-lookup', { errors });
      },
    };
  }

  private ask(turn: Turn, path: string, query: Record<string, string | number>): Promise<XPage> {
    const asking = { reserve: path === 'dm_events' ? 0 : LEFT_TO_PEOPLE };
    return this.clients.ask(
      turn.account.id,
      async (client) => XPage.parse(await client.v2.get<unknown>(path, query)),
      asking,
    );
  }
}

/** From where on it is read: five minutes before what is known, never before the account was connected. */
function beginOf({ account, cursor, now }: Turn, { isSearch = false }: Pick<Walk, 'isSearch'>): string {
  const connected = account.connectedAt.getTime();
  const known = (cursor === null ? null : timeOfXId(cursor)?.getTime()) ?? connected + OVERLAP_MS;
  const begin = Math.max(connected, known - OVERLAP_MS);
  return xIdAt(new Date(isSearch ? Math.max(begin, now.getTime() - SEARCHED_MS) : begin));
}

function nameOf(term: string): string {
  return createHash('sha256').update(term).digest('hex').slice(0, 12);
}
