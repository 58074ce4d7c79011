import { Injectable } from '@nestjs/common';
import type { ActorStamp } from '@bureau/contracts';
import { isRoleAddress, withoutDetail, type FilledTemplate } from '@bureau/domain';
import { Clock, Outbox, Transactional } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { AutoAnswerBrakes } from './auto-answer-brakes.ts';
import { AutoAnswerRepository, type AnswerableMail } from './auto-answer.repository.ts';
import type { StoredFile } from './inbound-message.ts';
import { OutboundIdentity } from './outbound-identity.ts';

/** Whoever says that a mail has arrived, as history shows it. */
export const ACKNOWLEDGEMENT: ActorStamp = { kind: 'system', id: null, name: 'Automatic acknowledgement' };

export interface AutomaticAnswer {
  caseId: number;
  to: string;
  kind: 'acknowledgement' | 'answer';
  subject: string;
  /** As it leaves: nothing is put around it any more. */
  words: FilledTemplate;
  /** The mailbox that answers, and what it answers to. */
  mail: Pick<AnswerableMail, 'mailboxName' | 'mailboxAddress' | 'mailMessageId'>;
  author: ActorStamp;
  /** Pictures that the HTML of the words shows. */
  pictures?: StoredFile[];
  /** The rules that led here. */
  ruleIds?: number[];
}

/** Whom the desk may answer by itself about a case, or why nobody. */
export type AutomaticRecipient = { to: string; mail: AnswerableMail } | { refused: string };

/**
 * Lets the desk itself write to the customer: no agent's answer, so the case stays as new and as waiting as it was. It
 * goes to persons only, carries the marks of RFC 3834, leaves with the null sender, and heeds the brakes.
 */
@Injectable()
export class AnswerAutomatically {
  constructor(
    private readonly answers: AutoAnswerRepository,
    private readonly brakes: AutoAnswerBrakes,
    private readonly cases: CaseRepository,
    private readonly identity: OutboundIdentity,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Who wrote last, when that may be answered; where nothing has come by mail, the customer. */
  async recipientOf(caseId: number): Promise<AutomaticRecipient> {
    const mail = await this.answers.answerable(caseId);
    if (!mail) return { refused: 'No mailbox answers for this case.' };
    if (mail.byMail) {
      if (mail.imported) return { refused: 'The last mail was imported; nobody waits for an answer to it.' };
      if (mail.machine || mail.answerTo === null)
        return { refused: 'The last mail came from a machine, or wants no automatic answer.' };
      if (mail.verdict === 'failed') return { refused: 'Whoever wrote the last mail is not who he says he is.' };
      return { to: mail.answerTo, mail };
    }
    const to = mail.customerAddress;
    if (to === null) return { refused: 'The customer has no e-mail address.' };
    if (mail.own || isRoleAddress(to)) return { refused: `Nobody reads ${to}, or it is one of our own mailboxes.` };
    return { to, mail };
  }

  /** Refused: the brakes, or an acknowledgement that the conversation has had. */
  @Transactional()
  async run(answer: AutomaticAnswer): Promise<{ messageId: number } | { refused: string }> {
    const { caseId, to, kind, subject, words, mail, author, pictures = [], ruleIds } = answer;
    const supportCase = await this.cases.lock(SYSTEM, caseId);
    if (!supportCase) return { refused: 'The case is gone.' };
    if (supportCase.status === 'closed') return { refused: 'The case is closed.' };
    const at = this.clock.now();
    const brake = await this.brakes.hold(to, caseId);
    if (brake !== null) return { refused: brake };
    if (kind === 'acknowledgement' && (await this.answers.counts({ address: '', caseId, at })).acknowledged) {
      return { refused: 'This conversation was acknowledged already.' };
    }

    const messageId = await this.answers.nextMessageId();
    const sequence = supportCase.sequence + 1;
    const { text, html, places } = words;
    const { mailboxAddress } = mail;
    const { deliveryId } = await this.answers.store({
      ...{ messageId, caseId, sequence, subject, text, html, to, author, at, kind },
      visibleLength: text.slice(0, places.signature?.from).trimEnd().length,
      fromName: mail.mailboxName,
      fromAddress: mailboxAddress,
      mailMessageId: this.identity.messageIdFor({ caseId, messageId, mailboxAddress }),
      inReplyTo: mail.mailMessageId,
      countedAs: withoutDetail(to),
    });
    await this.cases.attach(messageId, pictures);
    await this.cases.patch(caseId, { outbound: 1 }, { items: 1, at });
    const fact = { caseId, messageId, deliveryId, sequence, actor: author };
    await this.outbox.add('message.replied', ruleIds ? { ...fact, ruleIds } : fact);
    return { messageId };
  }
}
