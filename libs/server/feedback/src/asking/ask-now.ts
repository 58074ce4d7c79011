import { Injectable } from '@nestjs/common';
import { CaseRepository, SurveyMails, SYSTEM, type SurveySent } from '@bureau/cases';
import { causeOf, type Actor } from '@bureau/contracts';
import { whyNotAskNow } from '@bureau/domain';
import { Clock, Transactional } from '@bureau/platform';
import { FeedbackRepository } from '../feedback/feedback.repository.ts';
import { SurveyRepository } from '../survey/survey.repository.ts';
import { AskingRepository } from './asking.repository.ts';
import { MailSurvey } from './mail-survey.ts';

/** Asks the customer of a case at once, for a rule or a macro: about its present resolution, once for each. */
@Injectable()
export class AskNow {
  constructor(
    private readonly asking: AskingRepository,
    private readonly feedback: FeedbackRepository,
    private readonly surveys: SurveyRepository,
    private readonly mail: MailSurvey,
    private readonly cases: CaseRepository,
    private readonly clock: Clock,
    mails: SurveyMails,
  ) {
    mails.declare((actor, caseId) => this.run(actor, caseId));
  }

  /** What the desk had planned to ask by itself about this resolution is done with it. */
  @Transactional()
  async run(actor: Actor, caseId: number): Promise<SurveySent> {
    // The case first, as every write does.
    await this.cases.lock(SYSTEM, caseId);
    const asked = await this.asking.present(caseId);
    if (!asked) return { none: 'The case is gone.' };
    const survey = await this.surveys.of(asked.brandId);
    const reason = whyNotAskNow({ ...asked, survey }, this.clock.now());
    if (reason !== null) return { none: reason };

    const sent = await this.mail.run({ ...asked, survey, ...causeOf(actor) });
    if ('mail' in sent) await this.feedback.rememberAsked(caseId, this.clock.now());
    return sent;
  }
}
