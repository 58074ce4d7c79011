import { Injectable } from '@nestjs/common';
import { UpdateCase } from '@bureau/cases';
import { ReceiveWebPost, WebFormBrake, WebFormTokens, type WebReply } from '@bureau/channels';
import { problemOfWords, readWords } from '@bureau/domain';
import { ProblemError } from '@bureau/platform';
import { formOf, wordsOf } from '../account/account-pages.ts';
import { RateCase } from '../feedback/rate-case.ts';
import { filesOf } from '../form/kept-files.ts';
import type { CenterAnswer } from '../page/center-answer.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { Snippets } from '../snippet/snippets.ts';
import { CasePage, REPLY, type CaseVisit } from './case-page.ts';

/** Answers and files a minute in one case. */
const REPLIES_A_MINUTE = 10;

/** What a customer does on the page of his case: answer, say that it is solved, or that it is not. */
@Injectable()
export class AnswerCase {
  constructor(
    private readonly page: CasePage,
    private readonly receive: ReceiveWebPost,
    private readonly updateCase: UpdateCase,
    private readonly tokens: WebFormTokens,
    private readonly brake: WebFormBrake,
    private readonly snippets: Snippets,
    private readonly rating: RateCase,
  ) {}

  /** Nothing that was typed or attached is lost when it cannot be taken. */
  async reply(center: CenterRequest, visit: CaseVisit): Promise<CenterAnswer> {
    refuseForeign(visit);
    const words = wordsOf(this.snippets, center);
    const form = formOf(center);
    const text = readWords(form.get(REPLY));
    const { files, tooMany } = filesOf(form, { tokens: this.tokens, brandId: center.brand.id });
    const given = form.get('form_token');
    const handedOut = this.tokens.read(center.brand.id, given);
    const token = handedOut ? given : this.tokens.issue(center.brand.id);
    const unsent = { text, files: files.slice(0, 5), token, status: 422 };
    const problem = problemOfWords(text);
    if (problem !== null || tooMany) {
      return this.page.show(center, visit, { ...unsent, tooMany, ...(problem === null ? {} : { problem }) });
    }
    if (!handedOut) return this.page.show(center, visit, { ...unsent, said: words.form_again });
    try {
      await this.brake.slow(`case-reply:${visit.found.id}`, REPLIES_A_MINUTE);
      if (form.filesRefused) throw new ProblemError('request.rate-limited');
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'request.rate-limited') throw error;
      return this.page.show(center, visit, { ...unsent, said: words.form_patience, status: 429 });
    }

    const post = replyOf(center, visit, { text, files });
    await this.receive.run({ brandId: center.brand.id, submissionId: handedOut.submissionId, post });
    return { redirect: center.link(visit.path), notice: words.reply_sent };
  }

  /** A colleague who reads along rates nothing. */
  rate(center: CenterRequest, visit: CaseVisit): Promise<CenterAnswer> {
    refuseForeign(visit);
    return this.rating.answer(center, { caseId: visit.found.id, path: visit.path });
  }

  resolve(center: CenterRequest, visit: CaseVisit): Promise<CenterAnswer> {
    return this.change(center, visit, 'resolved');
  }

  reopen(center: CenterRequest, visit: CaseVisit): Promise<CenterAnswer> {
    return this.change(center, visit, 'open');
  }

  private async change(center: CenterRequest, visit: CaseVisit, status: 'resolved' | 'open'): Promise<CenterAnswer> {
    refuseForeign(visit);
    const words = wordsOf(this.snippets, center);
    const { reader, writer, found, path } = visit;
    await this.brake.slow(`case-reply:${found.id}`, REPLIES_A_MINUTE);
    try {
      await this.updateCase.run({ kind: 'customer', customerId: reader.customerId, name: writer.name }, found.id, {
        status,
      });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status >= 500) throw error;
      return { redirect: center.link(path), notice: words.case_moved };
    }
    const notice = status === 'resolved' ? words.case_resolved_notice : words.case_reopened_notice;
    return { redirect: center.link(path), notice };
  }
}

/** A colleague reads along; he neither answers nor decides. */
function refuseForeign({ found, reader }: CaseVisit): void {
  if (found.customerId !== reader.customerId) throw new ProblemError('permission.denied');
}

function replyOf(
  { form, language, network, userAgent }: CenterRequest,
  { reader, writer, found }: CaseVisit,
  { text, files }: Pick<WebReply, 'text' | 'files'>,
): WebReply {
  const names = form?.names() ?? [];
  return {
    kind: 'reply',
    caseId: found.id,
    writer: { customerId: reader.customerId, ...writer },
    ...{ text, files, language, network, userAgent, hold: null },
    fields: Object.fromEntries(names.map((name) => [name, form?.get(name) ?? ''])),
  };
}
