import { Injectable } from '@nestjs/common';
import { ACKNOWLEDGEMENT, AnswerAutomatically, AnswerOnNetwork, isOnNetwork, OutboundFrame } from '@bureau/cases';
import { causeOf, stampOf, type ActionEffect } from '@bureau/contracts';
import type { Turn } from '../action/action-context.ts';
import { done, nothing, refused, type Outcome } from '../action/outcome.ts';
import { SayWords, type SaidWords, type WordsToSay } from './say-words.ts';

type Message = NonNullable<ActionEffect['message']>;

/** What actions say to the customer of a case without an agent: as automatic answers, with all their brakes. */
@Injectable()
export class SendAnswer {
  constructor(
    private readonly words: SayWords,
    private readonly answer: AnswerAutomatically,
    private readonly there: AnswerOnNetwork,
    private readonly frame: OutboundFrame,
  ) {}

  /** The words in the brand's template. Whoever is not proven to be the sender reads nothing that a stranger wrote. */
  async say(turn: Turn, words: WordsToSay, kind: Message['kind']): Promise<Outcome> {
    if (kind === 'reply' && isOnNetwork(await turn.supportCase())) return this.sayThere(turn, words);
    const { actor, caseId } = turn;
    const recipient = await this.answer.recipientOf(caseId);
    const ownWordsOnly = !('to' in recipient) || (recipient.mail.byMail && recipient.mail.verdict !== 'verified');
    const said = await this.words.say(turn, words, { ownWordsOnly });
    if ('refused' in recipient) return refused(recipient.refused, messageOf(kind, [], said));

    const { to, mail } = recipient;
    const subject = said.subject ?? answerTo(mail.mailSubject ?? (await turn.supportCase()).subject, ownWordsOnly);
    const message = messageOf(kind, [to], { ...said, subject });
    if (said.text === '') return nothing('No words are left without the missing values.', message);
    const framed = await this.frame.frameAnswer({ caseId, brandId: mail.brandId, words: said, ownWordsOnly });
    const sent = await this.answer.run({
      ...{ caseId, to, subject, mail, words: framed, ...causeOf(actor) },
      kind: 'answer',
      author: stampOf(actor),
      pictures: words.pictures ?? [],
    });
    return 'refused' in sent ? refused(sent.refused, message) : done({ message, reason: reasonOf(said, ownWordsOnly) });
  }

  /** Where the case came from; the network knows who wrote. */
  private async sayThere(turn: Turn, words: WordsToSay): Promise<Outcome> {
    const { actor, caseId } = turn;
    const said = await this.words.say(turn, words);
    if (said.text === '') {
      return nothing('No words are left without the missing values.', messageOf('reply', [], said));
    }
    const sent = await this.there.run({ caseId, text: said.text, author: stampOf(actor), ...causeOf(actor) });
    if ('refused' in sent) return refused(sent.refused, messageOf('reply', [], said));
    return done({ message: messageOf('reply', [sent.to], { ...said, subject: null }) });
  }

  /** That a mail has arrived, by the brand's template, once in a conversation. */
  async acknowledge({ actor, caseId }: Turn): Promise<Outcome> {
    const recipient = await this.answer.recipientOf(caseId);
    if ('refused' in recipient) return refused(recipient.refused);
    const { to, mail } = recipient;
    const { subject, ...words } = await this.frame.acknowledgement({ caseId, brandId: mail.brandId });
    const message = messageOf('reply', [to], { ...words, subject, missing: [] });
    const sent = await this.answer.run({
      ...{ caseId, to, subject, words, mail, ...causeOf(actor) },
      kind: 'acknowledgement',
      author: ACKNOWLEDGEMENT,
    });
    return 'refused' in sent ? nothing(sent.refused, message) : done({ message });
  }
}

export function messageOf(kind: Message['kind'], to: string[], said: SaidWords): Message {
  const { subject, html, text, missing, marked } = said;
  return { kind, to, subject, html, text, missing, ...(marked === undefined ? {} : { marked }) };
}

/** What a stranger wrote above his mail is not sent to whom he says he is. */
function answerTo(subject: string, ownWordsOnly: boolean): string {
  if (ownWordsOnly) return 'Re: your request';
  return /^re\s*:/i.test(subject) ? subject : `Re: ${subject}`;
}

function reasonOf({ missing }: SaidWords, ownWordsOnly: boolean): string | null {
  if (missing.length === 0) return null;
  return ownWordsOnly
    ? `Nothing proves who sent the mail, so what it says of itself was left out: ${missing.join(', ')}.`
    : null;
}
