import { Controller } from '@nestjs/common';
import { ProblemError } from '@bureau/platform';
import { refuseWithoutAccounts, toSignIn } from '../form/private-page.ts';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest, CenterVisitor } from '../page/center-request.ts';
import { AnswerCase } from './answer-case.ts';
import { CasePage, type CaseVisit } from './case-page.ts';
import { CASES, myCasesPage } from './my-cases-page.ts';
import { MyCasesQueries } from './my-cases.queries.ts';

/** A signed-in customer's cases at this brand, and those of his company when he may read along. */
@Controller()
export class MyCasesController {
  constructor(
    private readonly queries: MyCasesQueries,
    private readonly page: CasePage,
    private readonly answer: AnswerCase,
  ) {}

  @CenterPage('GET', CASES, 'List the cases of a customer.')
  list(center: CenterRequest): Promise<CenterAnswer> {
    return this.signedIn(center, async (visitor) => {
      const { query, brand } = center;
      const mayReadCompany = await this.queries.readsCompany(visitor);
      const whose = mayReadCompany && query['whose'] === 'company' ? 'company' : 'mine';
      const all = query['show'] === 'all';
      const page = await this.queries.list(visitor, brand.id, { whose, all, cursor: query['page'] });
      const telling = this.page.telling(center, visitor);
      return myCasesPage(center, page, { telling, chosen: { whose, all, mayReadCompany } });
    });
  }

  @CenterPage('GET', `${CASES}/:caseId`, 'Show a case to its customer.')
  show(center: CenterRequest): Promise<CenterAnswer> {
    return this.withCase(center, (visit) => this.page.show(center, visit));
  }

  @CenterPage('GET', `${CASES}/:caseId/attachments/:fileId`, 'Download a file of a case.')
  file(center: CenterRequest): Promise<CenterAnswer> {
    return this.withCase(center, (visit) => this.page.file(center, visit));
  }

  @CenterPage('POST', `${CASES}/:caseId/replies`, 'Answer in a case.', { takesFiles: true })
  reply(center: CenterRequest): Promise<CenterAnswer> {
    return this.withCase(center, (visit) => this.answer.reply(center, visit));
  }

  @CenterPage('POST', `${CASES}/:caseId/resolve`, 'Say that a case is solved.')
  resolve(center: CenterRequest): Promise<CenterAnswer> {
    return this.withCase(center, (visit) => this.answer.resolve(center, visit));
  }

  @CenterPage('POST', `${CASES}/:caseId/reopen`, 'Say that a case is not solved.')
  reopen(center: CenterRequest): Promise<CenterAnswer> {
    return this.withCase(center, (visit) => this.answer.reopen(center, visit));
  }

  @CenterPage(
    'POST',
    `${CASES}/:caseId/feedback`,
    'Keep what a customer thinks of the answer to his case, on its page.',
  )
  rate(center: CenterRequest): Promise<CenterAnswer> {
    return this.withCase(center, (visit) => this.answer.rate(center, visit));
  }

  private signedIn(
    center: CenterRequest,
    answer: (visitor: CenterVisitor) => Promise<CenterAnswer>,
  ): Promise<CenterAnswer> {
    refuseWithoutAccounts(center);
    return center.visitor ? answer(center.visitor) : Promise.resolve(toSignIn({ ...center, path: placeOf(center) }));
  }

  /** What the visitor may not see is not there. Throws case.not-found. */
  private withCase(center: CenterRequest, answer: (visit: CaseVisit) => Promise<CenterAnswer>): Promise<CenterAnswer> {
    return this.signedIn(center, async (visitor) => {
      const caseId = Number(/^\d{1,15}$/.exec(center.params['caseId'] ?? '')?.[0] ?? 0);
      const found = await this.queries.find(visitor, center.brand.id, caseId);
      if (!found) throw new ProblemError('case.not-found');
      const { name, email } = visitor;
      return answer({ reader: visitor, writer: { name, email }, found, path: `${CASES}/${caseId}` });
    });
  }
}

/** Where to go on after the sign-in: the case whose page was asked for, or all of them. */
function placeOf({ params }: CenterRequest): string {
  return /^\d{1,15}$/.test(params['caseId'] ?? '') ? `${CASES}/${params['caseId']}` : CASES;
}
