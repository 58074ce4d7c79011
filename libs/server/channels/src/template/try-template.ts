import { Injectable } from '@nestjs/common';
import { PlaceholderFactsRepository, type PlaceholderFacts } from '@bureau/cases';
import { userIdOf, type Actor, type TemplatePreview, type TryTemplate as Wanted } from '@bureau/contracts';
import {
  fillText,
  fillTemplate,
  forwardedHtml,
  forwardedText,
  NOTHING,
  signatureBlock,
  textAsHtml,
  withCaseLink,
  type BothForms,
} from '@bureau/domain';
import { Clock, Database, Notices, ProblemError } from '@bureau/platform';
import { quotedHtml, quotedText } from '../email/send/quoted-history.ts';
import { signatureOf } from './frame-mail.ts';
import { SafeTemplate } from './safe-template.ts';
import { TemplatesQueries } from './templates.queries.ts';

const SAID = 'Thank you for the photos. The seal of the water tank is worn; a new one leaves our workshop today.';
const ASKED = 'It still drips when the machine is switched off.\nShall I send it in?';

/** Shows what a template makes of a mail before it is saved, on the screen and in one's own mailbox. */
@Injectable()
export class TryTemplate {
  constructor(
    private readonly facts: PlaceholderFactsRepository,
    private readonly safe: SafeTemplate,
    private readonly queries: TemplatesQueries,
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** Throws request.invalid, brand.not-found, case.not-found. */
  async preview(actor: Actor, wanted: Wanted): Promise<TemplatePreview> {
    this.queries.requireSight(actor, wanted.brandId);
    if (wanted.signature !== undefined) await this.safe.checkSignature(wanted.signature);
    const { subject, html } = await this.safe.from(wanted.kind, wanted);
    const known = await this.factsFor(actor, wanted);
    const facts = { ...known, signature: wanted.signature ?? known.signature };
    const blocks = { ...this.wordsIn(wanted, facts), signature: signatureBlock(signatureOf(facts)) };
    const whole = wanted.kind === 'forward' ? html : withCaseLink(html);
    const filled = fillTemplate(whole, { values: facts.values, blocks });
    return { subject: this.subjectIn(wanted, { subject, facts }), html: filled.html, text: filled.text };
  }

  /** To the actor's own address. Throws as {@link preview}. */
  async send(actor: Actor, wanted: Wanted): Promise<{ to: string }> {
    const mail = await this.preview(actor, wanted);
    const sql = 'SELECT email FROM users WHERE id = $1';
    const user = await this.database.row<{ email: string }>(sql, [userIdOf(actor) ?? null]);
    if (!user) throw new ProblemError('user.not-found');
    await this.notices.send({ to: user.email, ...mail });
    return { to: user.email };
  }

  private async factsFor(actor: Actor, { kind, caseId, brandId }: Wanted): Promise<PlaceholderFacts> {
    if (caseId === undefined) return this.facts.ofSample(actor, brandId);
    const seen = await this.facts.seenBy(actor, caseId);
    return kind === 'acknowledgement' ? this.facts.ownWords({ caseId, brandId: seen.brandId }) : seen;
  }

  /** The words of a sample answer to what the customer of the case might have said. */
  private wordsIn({ kind }: Wanted, { values }: PlaceholderFacts): { message: BothForms; history: BothForms } {
    if (kind === 'acknowledgement') return { message: NOTHING, history: NOTHING };
    const at = this.clock.now();
    const name = values.get('customer.name') ?? '';
    const address = values.get('customer.email') ?? '';
    const message = { text: SAID, html: textAsHtml(SAID) };
    if (kind === 'reply') {
      const asked = { name, address, at: at.toISOString(), text: ASKED };
      return { message, history: { text: quotedText(asked), html: quotedHtml(asked) } };
    }
    const subject = values.get('case.subject') ?? '';
    const said = [{ from: { name, address }, to: [], cc: [], at, subject, text: ASKED }];
    return { message, history: { text: forwardedText(said), html: forwardedHtml(said) } };
  }

  private subjectIn({ kind }: Wanted, { subject, facts }: { subject: string; facts: PlaceholderFacts }): string {
    const asked = facts.values.get('case.subject') ?? '';
    switch (kind) {
      case 'acknowledgement':
        return fillText(subject, facts.values);
      case 'reply':
        return `Re: ${asked}`;
      case 'forward':
        return `Fwd: ${asked}`;
    }
  }
}
