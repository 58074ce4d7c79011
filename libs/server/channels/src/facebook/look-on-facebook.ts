import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { NetworkFailure } from '../social/network-failure.ts';
import type { PostToSay } from '../social/out/network-sender.ts';
import { OutgoingPostsRepository, type PostedThere } from '../social/out/outgoing-posts.repository.ts';
import { GraphClients } from './graph-clients.ts';
import { timeFrom } from './read/facebook-parts.ts';

const PAGE_SIZE = 100;
const CONVERSATIONS = 25;

const Said = z.looseObject({
  id: z.string(),
  message: z.string().nullish(),
  from: z.looseObject({ id: z.string() }).nullish(),
  created_time: z.union([z.string(), z.number()]),
  attachments: z.unknown().optional(),
});
type Said = z.infer<typeof Said>;

const Comments = z.looseObject({ data: z.array(Said) });
const Conversations = z.looseObject({
  data: z.array(
    z.looseObject({
      id: z.string(),
      updated_time: z.union([z.string(), z.number()]),
      participants: z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) }).optional(),
      messages: z.looseObject({ data: z.array(Said) }).optional(),
    }),
  ),
});

/** Looks among what a page said for a comment or message whose answer was lost. */
@Injectable()
export class LookOnFacebook {
  constructor(
    private readonly clients: GraphClients,
    private readonly posts: OutgoingPostsRepository,
  ) {}

  async forComment(toSay: PostToSay, since: Date): Promise<PostedThere | null> {
    const { account, parent } = toSay;
    const { data } = await this.clients.ask(account.id, (graph) =>
      graph.get(`${parent ?? account.externalId}/comments`, Comments, {
        ...{ fields: 'id,from,message,created_time', order: 'reverse_chronological', filter: 'stream' },
        limit: PAGE_SIZE,
      }),
    );
    const found = await this.find(toSay, data, since);
    if (!found) {
      mustReachBack(data, { since, full: PAGE_SIZE });
      return null;
    }
    return { externalId: found.id, conversation: '', url: `https://www.facebook.com/${found.id}` };
  }

  async forMessage(toSay: PostToSay, since: Date): Promise<PostedThere | null> {
    const { account, route } = toSay;
    const { data } = await this.clients.ask(account.id, (graph) =>
      graph.get(`${account.externalId}/conversations`, Conversations, {
        ...{ platform: 'messenger', limit: CONVERSATIONS },
        fields: 'id,updated_time,participants,messages.limit(25){id,message,from,created_time,attachments}',
      }),
    );
    for (const { participants, messages } of data) {
      const others = (participants?.data ?? []).filter(({ id }) => id !== account.externalId);
      // Whom a private answer to a comment reaches is not known by this name before it has arrived.
      if (!route.toComment && !others.some(({ id }) => id === route.recipient)) continue;
      const found = await this.find(toSay, messages?.data ?? [], since);
      if (found) return { externalId: found.id, conversation: others[0]?.id ?? '', url: null };
    }
    const updated = data.map(({ id, updated_time }) => ({ id, created_time: updated_time }));
    mustReachBack(updated, { since, full: CONVERSATIONS });
    return null;
  }

  /** Of several with the same words that the desk does not know yet, the oldest. */
  private async find(
    { account, text, files }: PostToSay,
    said: readonly Said[],
    since: Date,
  ): Promise<Said | undefined> {
    const same = said.filter(
      ({ from, message, attachments, created_time }) =>
        from?.id === account.externalId &&
        isSince(created_time, since) &&
        (text === ''
          ? files.length > 0 && attachments !== undefined && attachments !== null
          : message?.trim() === text.trim()),
    );
    const ids = same.map(({ id }) => id);
    const known = await this.posts.known(account.id, ids);
    return same.findLast(({ id }) => !known.has(id));
  }
}

/** Facebook dates by the second. */
function isSince(time: string | number, since: Date): boolean {
  return (timeFrom(time)?.getTime() ?? 0) + 1000 > since.getTime();
}

/** Throws NetworkFailure when a full page ends before the time that it should reach back to. */
function mustReachBack(
  listed: readonly Pick<Said, 'created_time'>[],
  { since, full }: { since: Date; full: number },
): void {
  if (listed.length < full || listed.some(({ created_time }) => !isSince(created_time, since))) return;
  const words = 'The page has said too much since to find it there.';
  throw new NetworkFailure({ kind: 'transient', words, status: null, code: '', retryAt: null });
}
