import { Controller } from '@nestjs/common';
import { messagesApi, type Actor, type ReplyRecipients, type RouteCall } from '@bureau/contracts';
import { Handles, type RawJson } from '@bureau/platform';
import { EraseContent } from './erase-content.ts';
import { FeedQueries } from './feed.queries.ts';
import { ForwardCase } from './forward-case.ts';
import { HideMessage } from './hide-message.ts';
import { ReplyRecipientsQueries } from './reply-recipients.queries.ts';

@Controller()
export class MessagesController {
  constructor(
    private readonly recipientsQueries: ReplyRecipientsQueries,
    private readonly forwardCase: ForwardCase,
    private readonly hideMessage: HideMessage,
    private readonly eraseContent: EraseContent,
    private readonly feed: FeedQueries,
  ) {}

  @Handles(messagesApi.recipients)
  recipients(actor: Actor, { params }: RouteCall<typeof messagesApi.recipients>): Promise<ReplyRecipients> {
    return this.recipientsQueries.propose(actor, params.caseId);
  }

  @Handles(messagesApi.forward)
  async forward(actor: Actor, { params, body }: RouteCall<typeof messagesApi.forward>): Promise<RawJson> {
    const { messageId } = await this.forwardCase.run(actor, params.caseId, body);
    return this.feed.message(messageId);
  }

  @Handles(messagesApi.update)
  async update(actor: Actor, { params, body }: RouteCall<typeof messagesApi.update>): Promise<RawJson> {
    await this.hideMessage.run(actor, params.messageId, body);
    return this.feed.message(params.messageId);
  }

  @Handles(messagesApi.erase)
  async erase(actor: Actor, { params }: RouteCall<typeof messagesApi.erase>): Promise<RawJson> {
    await this.eraseContent.message(actor, params.messageId);
    return this.feed.message(params.messageId);
  }
}
