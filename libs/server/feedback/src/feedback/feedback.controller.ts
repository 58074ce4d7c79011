import { Controller } from '@nestjs/common';
import { CaseRepository } from '@bureau/cases';
import { feedbackApi, type Actor, type RouteCall } from '@bureau/contracts';
import { CustomersQueries } from '@bureau/customers';
import { Handles, ProblemError, type RawJson } from '@bureau/platform';
import { EraseFeedback } from './erase-feedback.ts';
import { FeedbackQueries } from './feedback.queries.ts';

@Controller()
export class FeedbackController {
  constructor(
    private readonly queries: FeedbackQueries,
    private readonly cases: CaseRepository,
    private readonly customers: CustomersQueries,
    private readonly eraseFeedback: EraseFeedback,
  ) {}

  @Handles(feedbackApi.list)
  list(actor: Actor, { query }: RouteCall<typeof feedbackApi.list>): Promise<RawJson> {
    return this.queries.list(actor, query);
  }

  @Handles(feedbackApi.ofCase)
  async ofCase(actor: Actor, { params }: RouteCall<typeof feedbackApi.ofCase>): Promise<RawJson> {
    if (!(await this.cases.isVisible(actor, params.caseId))) throw new ProblemError('case.not-found');
    return this.queries.ofCase(params.caseId);
  }

  @Handles(feedbackApi.ofCustomer)
  async ofCustomer(actor: Actor, { params }: RouteCall<typeof feedbackApi.ofCustomer>): Promise<RawJson> {
    await this.customers.checkVisible(actor, params.customerId);
    return this.queries.ofCustomer(actor, params.customerId);
  }

  @Handles(feedbackApi.erase)
  erase(actor: Actor, { params }: RouteCall<typeof feedbackApi.erase>): Promise<void> {
    return this.eraseFeedback.run(actor, params.feedbackId);
  }
}
