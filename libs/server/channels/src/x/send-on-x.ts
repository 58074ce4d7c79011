import { Injectable } from '@nestjs/common';
import { xConversationOf } from '@bureau/domain';
import type { SendTweetV2Params } from 'twitter-api-v2';
import { z } from 'zod';
import type { NetworkSender, Posting, PostToSay, WordsToPost } from '../social/out/network-sender.ts';
import type { PostedThere } from '../social/out/outgoing-posts.repository.ts';
import { LookOnX } from './look-on-x.ts';
import { UploadToX } from './upload-to-x.ts';
import { XClients } from './x-client.ts';
import { isGroup, urlOf } from './x-names.ts';

/** The client promises these without their `data`, and gives them with it. */
const Sent = z.object({ data: z.object({ dm_conversation_id: z.string(), dm_event_id: z.string() }) });

/** Posts, answers and messages of accounts on X. */
@Injectable()
export class SendOnX implements NetworkSender {
  constructor(
    private readonly clients: XClients,
    private readonly upload: UploadToX,
    private readonly finder: LookOnX,
  ) {}

  async prepare(toSay: PostToSay): Promise<Posting> {
    const isMessage = toSay.post.kind === 'message';
    const media = await this.upload.run(toSay.account.id, toSay.files, isMessage ? 'dm' : 'tweet');
    return isMessage ? () => this.write(toSay, media) : () => this.post(toSay, media);
  }

  look(toSay: PostToSay, since: Date): Promise<PostedThere | null> {
    return toSay.post.kind === 'message' ? this.finder.forMessage(toSay, since) : this.finder.forPost(toSay, since);
  }

  /** Says it in public. Throws NetworkFailure and AccountUnavailable. */
  async post({ account, text, parent }: WordsToPost, media: string[] = []): Promise<PostedThere> {
    const params: SendTweetV2Params = {
      text,
      ...(parent === null ? {} : { reply: { in_reply_to_tweet_id: parent } }),
      ...mediaOf(media),
    };
    const { data } = await this.clients.ask(account.id, (client) => client.v2.tweet(params));
    return { externalId: data.id, conversation: '', url: urlOf(account, data.id) };
  }

  private async write({ account, route, text }: PostToSay, [media]: string[]): Promise<PostedThere> {
    const attached = media === undefined ? {} : { attachments: [{ media_id: media }] satisfies [{ media_id: string }] };
    const message = { text, ...attached };
    const sent = await this.clients.ask(account.id, (client) =>
      isGroup(route.conversation)
        ? client.v2.sendDmInConversation(route.conversation, message)
        : client.v2.sendDmToParticipant(route.recipient, message),
    );
    const { data } = Sent.parse(sent);
    const conversation = isGroup(data.dm_conversation_id)
      ? data.dm_conversation_id
      : xConversationOf(account.externalId, route.recipient);
    return { externalId: data.dm_event_id, conversation, url: null };
  }
}

function mediaOf([first, second, third, fourth]: string[]): Pick<SendTweetV2Params, 'media'> {
  if (first === undefined) return {};
  if (second === undefined) return { media: { media_ids: [first] } };
  if (third === undefined) return { media: { media_ids: [first, second] } };
  if (fourth === undefined) return { media: { media_ids: [first, second, third] } };
  return { media: { media_ids: [first, second, third, fourth] } };
}
