import { Injectable } from '@nestjs/common';
import { BlobStorage, Clock } from '@bureau/platform';
import { z } from 'zod';
import type { OutboundFile } from '../delivery/delivery.repository.ts';
import { markOf } from '../social/out/mark.ts';
import type { NetworkSender, Posting, PostToSay } from '../social/out/network-sender.ts';
import type { PostedThere } from '../social/out/outgoing-posts.repository.ts';
import { ReplyFactsRepository } from '../social/out/reply-facts.repository.ts';
import { GraphClients } from './graph-clients.ts';
import type { GraphFile, GraphParams } from './graph.ts';
import { LookOnFacebook } from './look-on-facebook.ts';

const DAY_MS = 86_400_000;

const Commented = z.looseObject({ id: z.string() });
const Uploaded = z.looseObject({ attachment_id: z.string() });
const Sent = z.looseObject({ recipient_id: z.string().optional(), message_id: z.string() });

/** Comments and messages of pages of Facebook. */
@Injectable()
export class SendOnFacebook implements NetworkSender {
  constructor(
    private readonly clients: GraphClients,
    private readonly finder: LookOnFacebook,
    private readonly facts: ReplyFactsRepository,
    private readonly storage: BlobStorage,
    private readonly clock: Clock,
  ) {}

  async prepare(toSay: PostToSay): Promise<Posting> {
    if (toSay.post.kind !== 'message') {
      const picture = await this.fileOf(toSay.files[0], 'source');
      return () => this.comment(toSay, picture);
    }
    const words = toSay.text === '' ? { attachment: await this.attachmentOf(toSay) } : { text: toSay.text };
    const message = { ...words, metadata: markOf(toSay.post.id) };
    const params = { ...(await this.recipientOf(toSay)), message };
    return () => this.write(toSay, params);
  }

  look(toSay: PostToSay, since: Date): Promise<PostedThere | null> {
    return toSay.post.kind === 'message' ? this.finder.forMessage(toSay, since) : this.finder.forComment(toSay, since);
  }

  private async comment({ account, text, parent }: PostToSay, picture: GraphFile | undefined): Promise<PostedThere> {
    const { id } = await this.clients.ask(account.id, (graph) =>
      graph.post(`${parent ?? account.externalId}/comments`, Commented, { message: text }, picture),
    );
    return { externalId: id, conversation: '', url: `https://www.facebook.com/${id}` };
  }

  private async write({ account }: PostToSay, params: GraphParams): Promise<PostedThere> {
    const sent = await this.clients.ask(account.id, (graph) =>
      graph.post(`${account.externalId}/messages`, Sent, params),
    );
    return { externalId: sent.message_id, conversation: sent.recipient_id ?? '', url: null };
  }

  /** Whom, and under which of Messenger's rules: the tag for people's late answers only where it is needed. */
  private async recipientOf({ route, account }: PostToSay): Promise<GraphParams> {
    if (route.toComment) {
      const { answers } = route;
      const isPost = answers?.startsWith(`${account.externalId}_`) === true;
      return { recipient: isPost ? { post_id: answers } : { comment_id: answers } };
    }
    const recipient = { id: route.recipient };
    const wroteAt = await this.facts.wroteAt({ accountId: account.id, conversationId: route.conversation });
    const isLate = wroteAt !== null && this.clock.now().getTime() - wroteAt.getTime() > DAY_MS;
    return isLate && !route.automatic
      ? { recipient, messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }
      : { recipient, messaging_type: 'RESPONSE' };
  }

  /** Uploads a file, so that sending it is a step of its own. */
  private async attachmentOf({ account, files: [file] }: PostToSay) {
    const type = kindOf(file?.contentType ?? '');
    const upload = await this.fileOf(file, 'filedata');
    const params = { message: { attachment: { type, payload: { is_reusable: false } } } };
    const { attachment_id } = await this.clients.ask(account.id, (graph) =>
      graph.post(`${account.externalId}/message_attachments`, Uploaded, params, upload),
    );
    return { type, payload: { attachment_id } };
  }

  private async fileOf(file: OutboundFile | undefined, field: string): Promise<GraphFile | undefined> {
    if (!file) return undefined;
    const { fileName, contentType, sha256 } = file;
    return { field, name: fileName, contentType, bytes: await this.storage.readBuffer(sha256) };
  }
}

function kindOf(contentType: string): 'image' | 'video' | 'audio' | 'file' {
  const [kind] = contentType.split('/');
  return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'file';
}
