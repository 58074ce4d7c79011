import { Injectable } from '@nestjs/common';
import {
  FeedbackLinks,
  OutboundFrame,
  PlaceholderFactsRepository,
  type AnswerToFrame,
  type ForwardToFrame,
  type PlaceholderFacts,
} from '@bureau/cases';
import { userIdOf, type Actor, type TemplateKind } from '@bureau/contracts';
import {
  BUILT_IN_TEMPLATES,
  FEEDBACK_LINK,
  fillTemplate,
  fillText,
  signatureBlock,
  signatureWords,
  withCaseLink,
  type FilledTemplate,
  type PlaceholderValues,
} from '@bureau/domain';
import type { ClaimedDelivery } from '../delivery/delivery.repository.ts';
import type { MailFrame } from '../email/send/compose-mail.ts';
import { TemplateRepository } from './template.repository.ts';

/** Around a mail that was framed when it was written. */
const AS_IT_IS: MailFrame = { template: '{{message}}', values: new Map(), signature: '' };

/** Puts the words of mails into the template of their brand. */
@Injectable()
export class FrameMail extends OutboundFrame {
  constructor(
    private readonly templates: TemplateRepository,
    private readonly facts: PlaceholderFactsRepository,
    private readonly feedbackLinks: FeedbackLinks,
  ) {
    super();
  }

  /** What stands around a message that leaves now. */
  async ofDelivery(delivery: ClaimedDelivery): Promise<MailFrame> {
    const { purpose, automatic, html, caseId, brandId, userId } = delivery;
    // Framed already: forwards when they were sent, acknowledgements when they were said; those of old had no HTML.
    if (purpose === 'forward' || (automatic && html !== null)) return AS_IT_IS;
    const facts = automatic ? await this.facts.ownWords({ caseId, brandId }) : await this.facts.ofCase(caseId, userId);
    const { html: template } = await this.wordsOf('reply', brandId);
    return { template, values: await this.withLink(template, caseId, facts), signature: signatureOf(facts) };
  }

  async frameForward(actor: Actor, { caseId, brandId, words, history }: ForwardToFrame): Promise<FilledTemplate> {
    const facts = await this.facts.ofCase(caseId, userIdOf(actor) ?? null);
    const { html } = await this.wordsOf('forward', brandId);
    const blocks = { message: words, history, signature: signatureBlock(signatureOf(facts)) };
    return fillTemplate(html, { values: facts.values, blocks });
  }

  async frameAnswer({ caseId, brandId, words, ownWordsOnly }: AnswerToFrame): Promise<FilledTemplate> {
    const facts = ownWordsOnly ? await this.facts.ownWords({ caseId, brandId }) : await this.facts.ofCase(caseId, null);
    const { html } = await this.wordsOf('reply', brandId);
    const blocks = { message: words, signature: signatureBlock(signatureOf(facts)) };
    return fillTemplate(html, { values: await this.withLink(html, caseId, facts), blocks });
  }

  /** What the desk says by itself when a mail has opened a case. Nothing in it was written by the sender (S6). */
  async acknowledgement(about: { caseId: number; brandId: number }): Promise<{ subject: string } & FilledTemplate> {
    const facts = await this.facts.ownWords(about);
    const { subject, html } = await this.wordsOf('acknowledgement', about.brandId);
    const blocks = { signature: signatureBlock(signatureOf(facts)) };
    return { subject: fillText(subject, facts.values), ...fillTemplate(html, { values: facts.values, blocks }) };
  }

  /** What placeholders say, with the link to the survey where the template names it. */
  private async withLink(template: string, caseId: number, { values }: PlaceholderFacts): Promise<PlaceholderValues> {
    const link = template.includes(FEEDBACK_LINK) ? await this.feedbackLinks.addressFor(caseId) : null;
    return link === null ? values : new Map([...values, [FEEDBACK_LINK, link]]);
  }

  private async wordsOf(kind: TemplateKind, brandId: number): Promise<{ subject: string; html: string }> {
    const { subject, html } = (await this.templates.findUsed({ kind, brandId })) ?? BUILT_IN_TEMPLATES[kind];
    return { subject, html: kind === 'forward' ? html : withCaseLink(html) };
  }
}

/** What stands below the words of a mail of this brand, by this writer. */
export function signatureOf({ values, signature }: PlaceholderFacts): string {
  return signatureWords(signature, values);
}
