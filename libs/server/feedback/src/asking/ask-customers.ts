import { Injectable } from '@nestjs/common';
import { AutoAnswerBrakes, CaseRepository, SYSTEM } from '@bureau/cases';
import { hoursUntilAsked, whyNotAsk } from '@bureau/domain';
import { Clock, Database, Every, SystemLog } from '@bureau/platform';
import { SurveyRepository } from '../survey/survey.repository.ts';
import { AskingRepository, type DueAsking } from './asking.repository.ts';
import { MailSurvey } from './mail-survey.ts';

const BATCH = 50;

/** Asks the customers whose time has come: persons only, with all brakes of automatic answers. */
@Injectable()
export class AskCustomers {
  constructor(
    private readonly asking: AskingRepository,
    private readonly surveys: SurveyRepository,
    private readonly cases: CaseRepository,
    private readonly survey: MailSurvey,
    private readonly brakes: AutoAnswerBrakes,
    private readonly systemLog: SystemLog,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** While the desk as a whole may answer nobody, they wait. */
  @Every('1m', 'feedback.ask')
  async run(): Promise<void> {
    for (;;) {
      const due = await this.asking.due(this.clock.now(), BATCH);
      for (const one of due) {
        if (await this.brakes.areClosed()) return;
        await this.ask(one);
      }
      if (due.length < BATCH) return;
    }
  }

  /** What cannot be written is not tried again: the next customer is not to wait for it. */
  private async ask({ id, caseId }: { id: number; caseId: number }): Promise<void> {
    await this.database.transaction(async () => {
      // The case first, as every write does.
      await this.cases.lock(SYSTEM, caseId, { deleted: true });
      const asked = await this.asking.hold(id, this.clock.now());
      if (!asked) return;
      try {
        const refusal = await this.database.savepoint(() => this.mail(asked));
        await this.asking.settle(id, refusal === null ? { askedAt: this.clock.now() } : { notAsked: refusal });
      } catch (error) {
        await this.asking.settle(id, { notAsked: 'The mail could not be written.' });
        const message = `The customer of case ${caseId} was not asked for feedback: ${error instanceof Error ? error.message : ''}`;
        await this.systemLog.write({ level: 'warning', part: 'feedback', message, details: { caseId } });
      }
    });
  }

  /** Why nobody was asked; null: a mail leaves. */
  private async mail(asked: DueAsking): Promise<string | null> {
    const survey = await this.surveys.of(asked.brandId);
    if (hoursUntilAsked({ survey, mailbox: asked.mailbox }) === null) return 'Nobody is asked by mail any more.';
    const reason = whyNotAsk({ ...asked, survey }, this.clock.now());
    if (reason !== null) return reason;
    const sent = await this.survey.run({ ...asked, survey });
    return 'refused' in sent ? sent.refused : null;
  }
}
