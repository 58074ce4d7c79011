import { Controller } from '@nestjs/common';
import { CaseLinks, WebFormBrake } from '@bureau/channels';
import { wordsOf } from '../account/account-pages.ts';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { Snippets } from '../snippet/snippets.ts';
import { AnswerCase } from './answer-case.ts';
import { CasePage, type CaseVisit } from './case-page.ts';
import { MyCasesQueries } from './my-cases.queries.ts';

const CASES = '/customer/portal/cases';
/** Links that are not good, a minute and network: nobody tries out many. */
const WRONG_A_MINUTE = 30;

/** The page of one case for whoever has the link from a mail: exactly this case, without a password. */
@Controller()
export class CaseByLinkController {
  constructor(
    private readonly links: CaseLinks,
    private readonly queries: MyCasesQueries,
    private readonly page: CasePage,
    private readonly answer: AnswerCase,
    private readonly brake: WebFormBrake,
    private readonly snippets: Snippets,
  ) {}

  @CenterPage('GET', `${CASES}/:token`, 'Show a case to whoever has its link.', { evenClosed: true })
  show(center: CenterRequest): Promise<CenterAnswer> {
    return this.withCase(center, (visit) => this.page.show(center, visit));
  }

  @CenterPage('GET', `${CASES}/:token/attachments/:fileId`, 'Download a file of a case with its link.', {
    evenClosed: true,
  })
  file(center: CenterRequest): Promise<CenterAnswer> {
    return this.withCase(center, (visit) => this.page.file(center, visit));
  }

  @CenterPage('POST', `${CASES}/:token/replies`, 'Answer in a case with its link.', {
    evenClosed: true,
    takesFiles: true,
  })
  reply(center: CenterRequest): Promise<CenterAnswer> {
    return this.withCase(center, (visit) => this.answer.reply(center, visit));
  }

  @CenterPage('POST', `${CASES}/:token/resolve`, 'Say that a case is solved, with its link.', { evenClosed: true })
  resolve(center: CenterRequest): Promise<CenterAnswer> {
    return this.withCase(center, (visit) => this.answer.resolve(center, visit));
  }

  @CenterPage('POST', `${CASES}/:token/reopen`, 'Say that a case is not solved, with its link.', { evenClosed: true })
  reopen(center: CenterRequest): Promise<CenterAnswer> {
    return this.withCase(center, (visit) => this.answer.reopen(center, visit));
  }

  @CenterPage('POST', `${CASES}/:token/feedback`, 'Keep what somebody thinks of the answer to a case, with its link.', {
    evenClosed: true,
  })
  rate(center: CenterRequest): Promise<CenterAnswer> {
    return this.withCase(center, (visit) => this.answer.rate(center, visit));
  }

  /** A link that is not good leads to the sign-in, which tells nothing of the case. */
  private async withCase(
    center: CenterRequest,
    answer: (visit: CaseVisit) => Promise<CenterAnswer>,
  ): Promise<CenterAnswer> {
    const token = center.params['token'] ?? '';
    const opened = await this.links.open(token, center.brand.id);
    const found = opened && (await this.queries.find(opened, center.brand.id, opened.caseId));
    if (!opened || !found) return this.gone(center);
    const writer = { name: opened.name, email: opened.address ?? '' };
    return answer({ reader: { customerId: opened.customerId }, writer, found, path: `${CASES}/${token}` });
  }

  private async gone(center: CenterRequest): Promise<CenterAnswer> {
    await this.brake.slow(`case-link:${center.network}`, WRONG_A_MINUTE);
    const words = wordsOf(this.snippets, center);
    return {
      page: 'authentication_verification',
      title: words.case_link_gone_title,
      status: 410,
      head: { hidden: true },
      objects: { text: words.case_link_gone },
    };
  }
}
