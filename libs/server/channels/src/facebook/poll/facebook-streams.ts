import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { NetworkLimits } from '../../social/account/network-limits.ts';
import type { SocialAccountEntity } from '../../social/account/social-account.entity.ts';
import type { PolledStream, Turn } from '../../social/in/poll/polled-stream.ts';
import { NetworkFailure } from '../../social/network-failure.ts';
import type { GraphParams } from '../graph.ts';
import { GRAPH_CALLS, GraphClients } from '../graph-clients.ts';
import {
  afterOf,
  CommentList,
  ConversationList,
  FeedList,
  MessageList,
  reaches,
  withoutPaging,
} from './facebook-pages.ts';

const MINUTE_MS = 60_000;
/** Facebook's lists are late at times: so much is read again each time. */
const OVERLAP_MS = 10 * MINUTE_MS;
/** So many posts are looked at in any case: people comment on older ones. */
const POSTS_AT_LEAST = 50;
/** After a silence, and when a page is connected again. */
const POSTS_AFTER_SILENCE = 200;
/** In percent of what Facebook allows: from there on people's answers have what is left to themselves. */
const LEFT_TO_PEOPLE = 5;

const COMMENT = 'id,from,message,created_time,permalink_url,attachment,parent{id}';
const NEWEST = 'order(reverse_chronological)';
const FEED = `id,message,story,from,created_time,updated_time,permalink_url,attachments,comments.${NEWEST}.limit(50){${COMMENT},comments.${NEWEST}.limit(25){${COMMENT}}}`;
const COMMENTS = `${COMMENT},comments.${NEWEST}.limit(25){${COMMENT}}`;
const MESSAGE = 'id,message,from,to,created_time,attachments';

/** A list that is walked from its newest end until everything is older than `floor`. */
interface Since<List> {
  list: List;
  floor: Date;
}

/** What has to be asked for at Facebook (external-apis.md 2.7). */
@Injectable()
export class FacebookStreams {
  constructor(
    private readonly clients: GraphClients,
    private readonly limits: NetworkLimits,
  ) {}

  of({ imports }: SocialAccountEntity): PolledStream[] {
    if (imports.network !== 'facebook') return [];
    return [
      ...(imports.visitorPosts || imports.companyPosts || imports.comments ? [this.feed()] : []),
      ...(imports.privateMessages ? [this.conversations()] : []),
    ];
  }

  /** Posts by their creation, with their latest comments: `since` would miss what is written below older ones. */
  private feed(): PolledStream {
    return {
      name: 'feed',
      everyMs: 2 * MINUTE_MS,
      walk: async (turn) => {
        const floor = floorOf(turn);
        const atLeast = turn.account.backfill ? POSTS_AFTER_SILENCE : POSTS_AT_LEAST;
        let after: string | null = null;
        let seen = 0;
        do {
          const page: z.output<typeof FeedList> = await this.ask(turn, `${turn.account.externalId}/feed`, FeedList, {
            fields: FEED,
            limit: 25,
            ...from(after),
          });
          seen += page.data.length;
          for (const post of page.data)
            if (post.comments) await this.comments(turn, post.id, { list: post.comments, floor });
          const times = page.data.map(({ created_time }) => created_time);
          const goesOn = seen < atLeast || reaches(times, floor);
          after = goesOn ? afterOf(page) : null;
          await turn.keep(
            'facebook-feed',
            withoutPaging({ data: page.data }),
            after === null ? turn.now.toISOString() : undefined,
          );
        } while (after !== null);
      },
    };
  }

  /** The comments that did not fit into the page of posts, and the answers that did not fit below a comment. */
  private async comments(turn: Turn, postId: string, { list, floor }: Since<CommentList>): Promise<void> {
    let page = list;
    for (;;) {
      for (const { id, comments } of page.data)
        if (comments) await this.answers(turn, [postId, id], { list: comments, floor });
      const after = nextOf(page, floor);
      if (after === null) return;
      const query = { fields: COMMENTS, order: 'reverse_chronological', limit: 50, after };
      page = await this.ask(turn, `${postId}/comments`, CommentList, query);
      await turn.keep('facebook-feed', withoutPaging({ data: [{ id: postId, comments: { data: page.data } }] }));
    }
  }

  private async answers(
    turn: Turn,
    [postId, commentId]: [string, string],
    { list, floor }: Since<MessageList>,
  ): Promise<void> {
    for (let after = nextOf(list, floor); after !== null;) {
      const query = { fields: COMMENT, order: 'reverse_chronological', limit: 50, after };
      const page = await this.ask(turn, `${commentId}/comments`, MessageList, query);
      const comment = { id: commentId, comments: { data: page.data } };
      await turn.keep('facebook-feed', withoutPaging({ data: [{ id: postId, comments: { data: [comment] } }] }));
      after = nextOf(page, floor);
    }
  }

  /** Those that changed last come first. */
  private conversations(): PolledStream {
    return {
      name: 'conversations',
      everyMs: 2 * MINUTE_MS,
      walk: async (turn) => {
        const floor = floorOf(turn);
        let after: string | null = null;
        do {
          const fields = `id,updated_time,participants,messages.limit(25){${MESSAGE}}`;
          const query = { platform: 'messenger', fields, limit: 25, ...from(after) };
          const page: z.output<typeof ConversationList> = await this.ask(
            turn,
            `${turn.account.externalId}/conversations`,
            ConversationList,
            query,
          );
          for (const { id, messages } of page.data)
            if (messages) await this.messages(turn, id, { list: messages, floor });
          after = reaches(page.data.map(({ updated_time }) => updated_time).slice(-1), floor) ? afterOf(page) : null;
          await turn.keep(
            'facebook-conversations',
            withoutPaging({ data: page.data }),
            after === null ? turn.now.toISOString() : undefined,
          );
        } while (after !== null);
      },
    };
  }

  private async messages(turn: Turn, conversationId: string, { list, floor }: Since<MessageList>): Promise<void> {
    for (let after = nextOf(list, floor); after !== null;) {
      const query = { fields: MESSAGE, limit: 25, after };
      const page = await this.ask(turn, `${conversationId}/messages`, MessageList, query);
      const conversation = { id: conversationId, messages: { data: page.data } };
      await turn.keep('facebook-conversations', withoutPaging({ data: [conversation] }));
      after = nextOf(page, floor);
    }
  }

  /** Throws NetworkFailure, also before anybody is asked when what is left is for people who answer. */
  private async ask<S extends z.ZodType>(
    turn: Turn,
    path: string,
    schema: S,
    query: GraphParams,
  ): Promise<z.output<S>> {
    const usage = await this.limits.read(turn.account.id, GRAPH_CALLS);
    if (usage && usage.remaining <= LEFT_TO_PEOPLE) {
      const words = 'Facebook lets this page ask no more for a while.';
      throw new NetworkFailure({ kind: 'rate', words, status: null, code: '', retryAt: usage.resetsAt });
    }
    return this.clients.ask(turn.account.id, (graph) => graph.get(path, schema, query));
  }
}

/** Where the next page begins; null: it is the last one, or what follows is older than `floor`. */
function nextOf(list: MessageList, floor: Date): string | null {
  const oldest = list.data.map(({ created_time }) => created_time).slice(-1);
  return reaches(oldest, floor) ? afterOf(list) : null;
}

function from(after: string | null): { after?: string } {
  return after === null ? {} : { after };
}

/** Since when it is read: what was known, less the overlap; never before the page was connected. */
function floorOf({ account, cursor }: Turn): Date {
  const known = cursor === null ? account.connectedAt.getTime() + OVERLAP_MS : Date.parse(cursor);
  return new Date(Math.max(account.connectedAt.getTime(), known - OVERLAP_MS));
}
