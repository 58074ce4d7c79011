import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ThreadBeginning } from '../social/thread/thread-beginning.repository.ts';
import type { ThreadPage } from '../social/thread/fetch-thread.on-case-opened.ts';
import { withoutPaging } from './poll/facebook-pages.ts';
import { GraphClients } from './graph-clients.ts';

const COMMENT = 'id,from,message,created_time,permalink_url,attachment,parent{id}';
const POST = `id,message,story,from,created_time,permalink_url,attachments,comments.limit(50){${COMMENT},comments.limit(25){${COMMENT}}}`;

/** What stands around a comment on Facebook: the post that it is below, and what others wrote there. */
@Injectable()
export class ThreadOnFacebook {
  constructor(private readonly clients: GraphClients) {}

  /** Throws NetworkFailure, AccountUnavailable. */
  async fetch({ accountId, conversationId }: ThreadBeginning): Promise<ThreadPage[]> {
    const post = await this.clients.ask(accountId, (graph) =>
      graph.get(conversationId, z.looseObject({ id: z.string() }), { fields: POST }),
    );
    return [{ form: 'facebook-feed', page: withoutPaging({ data: [post] }) }];
  }
}
