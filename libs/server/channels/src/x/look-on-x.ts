import { Injectable } from '@nestjs/common';
import { timeOfXId, xConversationOf } from '@bureau/domain';
import type { TweetV2, TwitterApi } from 'twitter-api-v2';
import { NetworkFailure } from '../social/network-failure.ts';
import type { PostToSay, WordsToPost } from '../social/out/network-sender.ts';
import { OutgoingPostsRepository, type PostedThere } from '../social/out/outgoing-posts.repository.ts';
import { isGroup, urlOf } from './x-names.ts';
import { XClients } from './x-client.ts';
import { isSameText } from './x-text-of.ts';

type DirectMessage = Awaited<ReturnType<TwitterApi['v2']['listDmEvents']>>['events'][number];

/** Looking further back than this is no way to find one post. */
const MOST_PAGES = 4;

/** Looks among what an account said on X for a post whose answer was lost. */
@Injectable()
export class LookOnX {
  constructor(
    private readonly clients: XClients,
    private readonly posts: OutgoingPostsRepository,
  ) {}

  async forPost({ account, text, parent }: WordsToPost, since: Date): Promise<PostedThere | null> {
    const said = await this.clients.ask(account.id, async (client) =>
      saidSince(
        await client.v2.userTimeline(account.externalId, {
          max_results: 100,
          start_time: since.toISOString(),
          'tweet.fields': 'created_at,conversation_id,referenced_tweets,entities,note_tweet',
        }),
        since,
      ),
    );
    const same = said.filter((post) => isSameText(text, post) && answeredBy(post) === parent);
    const [found] = await this.unknown(account.id, same);
    return found
      ? { externalId: found.id, conversation: found.conversation_id ?? '', url: urlOf(account, found.id) }
      : null;
  }

  async forMessage(toSay: PostToSay, since: Date): Promise<PostedThere | null> {
    const { account, route, text } = toSay;
    const fields = {
      max_results: 100,
      event_types: 'MessageCreate',
      'dm_event.fields': 'id,text,event_type,created_at,sender_id,dm_conversation_id,entities',
    };
    const said = await this.clients.ask(account.id, async (client) => {
      const pages: Pages<DirectMessage> = isGroup(route.conversation)
        ? await client.v2.listDmEventsOfConversation(route.conversation, fields)
        : await client.v2.listDmEventsWithParticipant(route.recipient, fields);
      return saidSince(pages, since);
    });
    const same = said.filter(
      (event) =>
        event.sender_id === account.externalId &&
        isSameText(text, { ...event, text: 'text' in event ? event.text : '' }),
    );
    const [found] = await this.unknown(account.id, same);
    if (!found) return null;
    const conversation = found.dm_conversation_id ?? '';
    return {
      externalId: found.id,
      conversation: isGroup(conversation) ? conversation : xConversationOf(account.externalId, route.recipient),
      url: null,
    };
  }

  /** Those that the desk does not know yet, the oldest first: with several of the same words, one is of each. */
  private async unknown<Said extends { id: string }>(accountId: number, said: Said[]): Promise<Said[]> {
    const known = await this.posts.known(
      accountId,
      said.map(({ id }) => id),
    );
    return said.filter(({ id }) => !known.has(id)).reverse();
  }
}

/** A list of the client that grows page by page, the newest first. */
interface Pages<Said> extends Iterable<Said> {
  readonly done: boolean;
  fetchNext(): Promise<unknown>;
}

/** Throws NetworkFailure when too much was said since to look at all of it. */
async function saidSince<Said extends { id: string }>(pages: Pages<Said>, since: Date): Promise<Said[]> {
  const isOver = () => pages.done || [...pages].some(({ id }) => !isSince(id, since));
  for (let read = 1; read < MOST_PAGES && !isOver(); read += 1) await pages.fetchNext();
  if (isOver()) return [...pages].filter(({ id }) => isSince(id, since));
  const words = 'The account has said too much since to find it there.';
  throw new NetworkFailure({ kind: 'transient', words, status: null, code: '', retryAt: null });
}

function answeredBy({ referenced_tweets }: TweetV2): string | null {
  return referenced_tweets?.find(({ type }) => type === 'replied_to')?.id ?? null;
}

function isSince(id: string, since: Date): boolean {
  return (timeOfXId(id) ?? since) >= since;
}
