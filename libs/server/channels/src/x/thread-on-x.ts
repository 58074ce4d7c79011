import { Injectable } from '@nestjs/common';
import type { ThreadBeginning } from '../social/thread/thread-beginning.repository.ts';
import type { ThreadPage } from '../social/thread/fetch-thread.on-case-opened.ts';
import { kept, POST_FIELDS, XPage } from './poll/x-page.ts';
import { XClients } from './x-client.ts';

/** Calls that are left to people who answer. */
const LEFT_TO_PEOPLE = 50;

/** What stands around a post on X: what it answers however old, and of the last week the conversation. */
@Injectable()
export class ThreadOnX {
  constructor(private readonly clients: XClients) {}

  /** Throws NetworkFailure, AccountUnavailable. */
  async fetch({ accountId, conversationId, missing }: ThreadBeginning): Promise<ThreadPage[]> {
    const referred = await this.ask(accountId, 'tweets', { ids: missing.slice(0, 100).join(',') });
    const query = { query: `conversation_id:${conversationId}`, max_results: 100 };
    const around = await this.ask(accountId, 'tweets/search/recent', query);
    return [referred, around].map((page) => ({ form: 'x-lookup', page: { ...kept(page), errors: [] } }));
  }

  private ask(accountId: number, path: string, query: Record<string, string | number>): Promise<XPage> {
    return this.clients.ask(
      accountId,
      async (client) => XPage.parse(await client.v2.get<unknown>(path, { ...POST_FIELDS, ...query })),
      { reserve: LEFT_TO_PEOPLE },
    );
  }
}
