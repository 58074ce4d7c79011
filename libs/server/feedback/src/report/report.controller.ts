import { Controller } from '@nestjs/common';
import { feedbackReportApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type RawJson } from '@bureau/platform';
import { FeedbackReportQueries } from './report.queries.ts';

@Controller()
export class FeedbackReportController {
  constructor(private readonly reports: FeedbackReportQueries) {}

  @Handles(feedbackReportApi.read)
  read(actor: Actor, { query }: RouteCall<typeof feedbackReportApi.read>): Promise<RawJson> {
    return this.reports.read(actor, query);
  }

  @Handles(feedbackReportApi.behind)
  behind(actor: Actor, { query }: RouteCall<typeof feedbackReportApi.behind>): Promise<RawJson> {
    return this.reports.behind(actor, query);
  }
}
