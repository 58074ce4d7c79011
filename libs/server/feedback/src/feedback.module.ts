import { Global, Module } from '@nestjs/common';
import { AskCustomers } from './asking/ask-customers.ts';
import { AskNow } from './asking/ask-now.ts';
import { AskingRepository } from './asking/asking.repository.ts';
import { MailSurvey } from './asking/mail-survey.ts';
import { MailedLinks } from './asking/mailed-links.ts';
import { PlanAskingOnCaseFacts } from './asking/plan-asking.on-case-facts.ts';
import { EraseFeedback } from './feedback/erase-feedback.ts';
import { FeedbackController } from './feedback/feedback.controller.ts';
import { FeedbackQueries } from './feedback/feedback.queries.ts';
import { FeedbackRealtime } from './feedback/feedback.realtime.ts';
import { FeedbackRepository } from './feedback/feedback.repository.ts';
import { FindSurvey } from './feedback/find-survey.ts';
import { SubmitFeedback } from './feedback/submit-feedback.ts';
import { FeedbackReportController } from './report/report.controller.ts';
import { FeedbackReportQueries } from './report/report.queries.ts';
import { SurveyRepository } from './survey/survey.repository.ts';
import { SurveysController } from './survey/surveys.controller.ts';
import { SurveysService } from './survey/surveys.service.ts';

/** What customers think of an answer: one survey per brand, one rating per resolution. */
@Global()
@Module({
  controllers: [FeedbackController, FeedbackReportController, SurveysController],
  providers: [
    AskCustomers,
    AskNow,
    AskingRepository,
    EraseFeedback,
    FeedbackQueries,
    FeedbackRealtime,
    FeedbackReportQueries,
    FeedbackRepository,
    FindSurvey,
    MailSurvey,
    MailedLinks,
    PlanAskingOnCaseFacts,
    SubmitFeedback,
    SurveyRepository,
    SurveysService,
  ],
  exports: [AskCustomers, FindSurvey, SubmitFeedback, SurveyRepository],
})
export class FeedbackModule {}
