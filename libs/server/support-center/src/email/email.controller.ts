import { Controller } from '@nestjs/common';
import { ReceiveWebPost, WebFormBrake, WebFormRepository, WebFormTokens, type WebQuestion } from '@bureau/channels';
import { readQuestion, type AskedField, type WrittenQuestion } from '@bureau/domain';
import { SuggestArticles } from '@bureau/knowledge';
import { ProblemError } from '@bureau/platform';
import { formOf, wordsOf } from '../account/account-pages.ts';
import { FORM_END, formBegin, submitBlock } from '../form/form-blocks.ts';
import { filesOf, type KeptFile } from '../form/kept-files.ts';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { phrase, Snippets } from '../snippet/snippets.ts';
import { ATTACHMENT, carriedFields, emailPage, EMAILS, TRAP, type EmailForm } from './email-page.ts';

/** Posts a minute of one network that the form reads at all, mended ones included. */
const READ_A_MINUTE = 60;

/** Visitors ask by the e-mail form. */
@Controller()
export class EmailController {
  constructor(
    private readonly receive: ReceiveWebPost,
    private readonly forms: WebFormRepository,
    private readonly tokens: WebFormTokens,
    private readonly brake: WebFormBrake,
    private readonly suggest: SuggestArticles,
    private readonly snippets: Snippets,
  ) {}

  @CenterPage('GET', `${EMAILS}/new`, 'Show the e-mail form.')
  async show(center: CenterRequest): Promise<CenterAnswer> {
    await this.refuseWithoutMailbox(center);
    const asked = await this.forms.asked(center.brand.id);
    const values = { 'email[subject]': center.query['subject'] ?? '' };
    return emailPage(center, this.formOf(center, { asked, values, files: [] }));
  }

  @CenterPage('POST', EMAILS, 'Take what was written into the e-mail form.', { takesFiles: true })
  async take(center: CenterRequest): Promise<CenterAnswer> {
    await this.refuseWithoutMailbox(center);
    const sent = formOf(center);
    const values = Object.fromEntries(sent.names().map((name) => [name, sent.get(name)]));
    const asked = await this.forms.asked(center.brand.id);
    const { files, tooMany } = filesOf(sent, { tokens: this.tokens, brandId: center.brand.id });
    const form = this.formOf(center, { asked, values, files: tooMany ? files.slice(0, 5) : files });
    const read = readQuestion(values, { asked, person: center.visitor });
    try {
      await this.brake.slow(`web-form:read:${center.network}`, READ_A_MINUTE);
      if (sent.filesRefused) throw new ProblemError('request.rate-limited');
      const problems = [
        ...('problems' in read ? read.problems : []),
        ...(tooMany ? [{ field: ATTACHMENT, snippet: 'attachments_too_many' }] : []),
      ];
      if (problems.length > 0 || !('question' in read)) {
        return emailPage(center, { ...form, problems, said: form.words.form_problems, status: 422 });
      }
      return await this.send(center, { form, question: read.question });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'request.rate-limited') throw error;
      return emailPage(center, { ...form, said: form.words.form_patience, status: 429 });
    }
  }

  @CenterPage('GET', `${EMAILS}/submitted/:submissionId`, 'Say that a message has arrived.')
  async submitted(center: CenterRequest): Promise<CenterAnswer> {
    const receipt = await this.forms.receipt(center.brand.id, center.params['submissionId'] ?? '');
    if (!receipt) throw new ProblemError('route.not-found');
    const words = wordsOf(this.snippets, center);
    return {
      page: 'email_submitted',
      title: words.email_sent,
      head: { hidden: true },
      objects: {
        case: receipt.caseId === null ? null : { id: receipt.caseId },
        case_number: receipt.caseId === null ? null : phrase(words.email_case_number, receipt.caseId),
      },
    };
  }

  private async send(
    center: CenterRequest,
    { form, question }: { form: EmailForm; question: WrittenQuestion },
  ): Promise<CenterAnswer> {
    const { brand, network } = center;
    const handedOut = this.tokens.read(brand.id, form.values['form_token'] ?? '');
    const again = { ...form, said: form.words.form_again, status: 422 };
    if (!handedOut) return emailPage(center, again);
    if (this.tokens.isTooFast(handedOut)) return emailPage(center, again);
    const known = await this.forms.receipt(brand.id, handedOut.submissionId);
    if (known) return this.thanks(center, handedOut.submissionId);
    const deflected = await this.deflect(center, form, question);
    if (deflected) return deflected;

    const trapped = (form.values[TRAP] ?? '') !== '';
    const { hold } = await this.brake.count(network, question.email, { trapped });
    const post = postOf(center, { question, hold, files: form.files, values: form.values });
    await this.receive.run({ brandId: brand.id, submissionId: handedOut.submissionId, post });
    return this.thanks(center, handedOut.submissionId);
  }

  /** Articles that may help, before a person is asked; undefined when there are none, or they were seen. */
  private async deflect(
    center: CenterRequest,
    form: EmailForm,
    { subject, body }: WrittenQuestion,
  ): Promise<CenterAnswer | undefined> {
    if (form.values['confirmed'] !== undefined) return undefined;
    const { brand, language, visitor, link } = center;
    const found = await this.suggest.run(brand.id, language, visitor, `${subject} ${body.slice(0, 300)}`);
    if (found.length === 0) return undefined;
    const articles = found.map(({ id, slug, subject: title, excerpt }) => ({
      subject_plain: title.text,
      body_plain: excerpt.text,
      public_url: link(`/customer/portal/articles/${id}-${encodeURIComponent(slug)}`),
    }));
    return {
      page: 'email_pre_create',
      title: form.words.do_these_help,
      head: { hidden: true },
      objects: {
        articles,
        form_begin: formBegin(link(EMAILS)),
        hidden_parameters: carriedFields(form),
        submit_button: submitBlock(form.words.did_not_help),
        form_end: FORM_END,
        email: { subject, body },
      },
    };
  }

  private thanks(center: CenterRequest, submissionId: string): CenterAnswer {
    return { redirect: center.link(`${EMAILS}/submitted/${submissionId}`) };
  }

  private formOf(
    center: CenterRequest,
    { asked, values, files }: { asked: AskedField[]; values: Record<string, string>; files: KeptFile[] },
  ): EmailForm {
    // The same form goes on under the same token: sent twice, it is one question.
    const given = values['form_token'] ?? '';
    const token = this.tokens.read(center.brand.id, given) ? given : this.tokens.issue(center.brand.id);
    const sealedFiles = this.tokens.sealFiles(center.brand.id, files);
    return { words: wordsOf(this.snippets, center), asked, values, token, files, sealedFiles };
  }

  /** Throws route.not-found where nobody could answer. */
  private async refuseWithoutMailbox({ brand }: CenterRequest): Promise<void> {
    if (brand.offers.email && (await this.forms.mailboxOf(brand.id)) !== undefined) return;
    throw new ProblemError('route.not-found');
  }
}

/** What the ledger keeps: who wrote, what, from where, and every field as it was sent. */
function postOf(
  { visitor, language, network, userAgent }: CenterRequest,
  {
    question,
    hold,
    files,
    values,
  }: {
    question: WrittenQuestion;
    hold: string | null;
    files: readonly KeptFile[];
    values: Readonly<Record<string, string>>;
  },
): WebQuestion {
  const { name, email, subject, body, customFields } = question;
  return {
    kind: 'question',
    writer: { customerId: visitor?.customerId ?? null, name, email },
    ...{ subject, text: body, customFields, language, hold, network, userAgent },
    files: [...files],
    fields: { ...values },
  };
}
