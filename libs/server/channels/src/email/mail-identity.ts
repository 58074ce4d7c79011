import { Injectable } from '@nestjs/common';
import { OutboundIdentity } from '@bureau/cases';
import { MessageTokens } from './read/index.ts';

/** Gives our mail its ids: a signed token that proves the case when an answer comes back. */
@Injectable()
export class MailIdentity extends OutboundIdentity {
  constructor(private readonly tokens: MessageTokens) {
    super();
  }

  messageIdFor({
    caseId,
    messageId,
    mailboxAddress,
  }: {
    caseId: number;
    messageId: number;
    mailboxAddress: string;
  }): string {
    return this.tokens.messageId({
      caseId,
      messageId,
      domain: mailboxAddress.slice(mailboxAddress.lastIndexOf('@') + 1),
    });
  }
}
