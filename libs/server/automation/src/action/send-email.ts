import { Injectable } from '@nestjs/common';
import type { ActionOf } from '@bureau/contracts';
import { SayWords } from '../text/say-words.ts';
import { SendActionMail } from '../text/send-action-mail.ts';
import { messageOf, SendAnswer } from '../text/send-answer.ts';
import type { Turn } from './action-context.ts';
import type { ActionProblem, DeedHandler } from './action-handler.ts';
import { KnownReferences } from './known-references.ts';
import { done, nothing, refused, type Outcome } from './outcome.ts';

type SendMail = ActionOf<'send-email'>;

/** A mail that is no agent's answer. To the customer with all brakes of automatic answers, to others with their own. */
@Injectable()
export class SendEmail implements DeedHandler<'send-email'> {
  readonly type = 'send-email';
  readonly needs = 'cases:reply';

  constructor(
    private readonly words: SayWords,
    private readonly answer: SendAnswer,
    private readonly mail: SendActionMail,
    private readonly references: KnownReferences,
  ) {}

  async check({ recipient, subject, html }: SendMail): Promise<ActionProblem[]> {
    return [
      ...(await this.checkRecipient(recipient)),
      ...(await this.words.checkPlain('subject', subject)),
      ...(await this.words.checkHtml('html', html)),
    ];
  }

  async apply(turn: Turn, { recipient, subject, html }: SendMail): Promise<Outcome> {
    if (recipient.to === 'customer') return this.answer.say(turn, { subject, html }, 'email');
    const addresses = await this.addressesOf(turn, recipient);
    if (addresses.length === 0) return nothing(NOBODY[recipient.to]);

    const said = await this.words.say(turn, { subject, html });
    const message = messageOf('email', addresses, said);
    if (said.text === '' || said.subject === null)
      return nothing('No words are left without the missing values.', message);
    const refusals: string[] = [];
    for (const address of addresses) {
      const mail = { caseId: turn.caseId, recipient: address, text: said.text, html: said.html, subject: said.subject };
      const outside = recipient.to === 'address';
      const refusal = await (outside ? this.mail.toOutsider(turn.actor, mail) : this.mail.toColleague(mail));
      if (refusal !== null) refusals.push(refusal);
    }
    if (refusals.length === addresses.length) return refused(refusals.join(' '), message);
    return done({ message, reason: refusals.length === 0 ? null : refusals.join(' ') });
  }

  private async checkRecipient(recipient: SendMail['recipient']): Promise<ActionProblem[]> {
    switch (recipient.to) {
      case 'group':
        return this.references.check('recipient.groupId', 'group', recipient.groupId);
      case 'user':
        return this.references.check('recipient.userId', 'user', recipient.userId);
      case 'address': {
        const message = 'This is a mailbox of this desk: it would write to itself. Name another address.';
        return (await this.mail.isOurs(recipient.address)) ? [{ at: 'recipient.address', message }] : [];
      }
      case 'customer':
      case 'assignee':
        return [];
    }
  }

  private async addressesOf(
    turn: Turn,
    recipient: Exclude<SendMail['recipient'], { to: 'customer' }>,
  ): Promise<string[]> {
    switch (recipient.to) {
      case 'assignee': {
        const { assigneeId } = await turn.supportCase();
        return assigneeId === null ? [] : this.mail.readersOf(turn.caseId, { userId: assigneeId });
      }
      case 'group':
        return this.mail.readersOf(turn.caseId, { groupId: recipient.groupId });
      case 'user':
        return this.mail.readersOf(turn.caseId, { userId: recipient.userId });
      case 'address':
        return (await this.mail.isOurs(recipient.address)) ? [] : [recipient.address];
    }
  }
}

const NOBODY = {
  assignee: 'Nobody is assigned who may see the case.',
  group: 'Nobody of the group may see the case.',
  user: 'This user works here no more, or may not see the case.',
  address: 'This is a mailbox of this desk: it would write to itself.',
} as const;
