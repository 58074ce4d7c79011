import { Injectable } from '@nestjs/common';
import { AnswerAutomatically, OutboundFrame, type SurveySent } from '@bureau/cases';
import type { ActorStamp, WriteSurvey } from '@bureau/contracts';
import { MailedLinks } from './mailed-links.ts';
import { surveyMail } from './survey-mail.ts';

/** Whoever asks, as history shows it. */
const SURVEY: ActorStamp = { kind: 'system', id: null, name: 'Survey' };

interface ToMail {
  caseId: number;
  brandId: number;
  survey: WriteSurvey;
  languages: readonly (string | null)[];
  /** The rules that led here. */
  ruleIds?: number[];
}

/** Mails the customer of a case what his brand asks: persons only, with all brakes of automatic answers. */
@Injectable()
export class MailSurvey {
  constructor(
    private readonly links: MailedLinks,
    private readonly answer: AnswerAutomatically,
    private readonly frame: OutboundFrame,
  ) {}

  /** Within the transaction of whoever asks, who holds the case. */
  async run({ caseId, brandId, survey, languages, ...cause }: ToMail): Promise<Exclude<SurveySent, { none: string }>> {
    const recipient = await this.answer.recipientOf(caseId);
    if ('refused' in recipient) return recipient;
    const address = await this.links.addressFor(caseId);
    if (address === null) return { refused: 'The survey of the brand is switched off.' };

    const { to, mail } = recipient;
    const { subject, words } = surveyMail(survey, { caseId, languages, address });
    const framed = await this.frame.frameAnswer({ caseId, brandId, words, ownWordsOnly: true });
    const sent = await this.answer.run({
      ...{ caseId, to, subject, mail, words: framed, ...cause },
      kind: 'answer',
      author: SURVEY,
    });
    return 'refused' in sent ? sent : { mail: { to, subject, ...words } };
  }
}
