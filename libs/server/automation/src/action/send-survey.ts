import { Injectable } from '@nestjs/common';
import { SurveyMails } from '@bureau/cases';
import { messageOf } from '../text/send-answer.ts';
import type { Turn } from './action-context.ts';
import type { DeedHandler } from './action-handler.ts';
import { done, nothing, refused, type Outcome } from './outcome.ts';

/** Asks the customer what his brand asks after a resolution: once for each, with all brakes of automatic answers. */
@Injectable()
export class SendSurvey implements DeedHandler<'send-survey'> {
  readonly type = 'send-survey';
  readonly needs = 'cases:reply';

  constructor(private readonly surveys: SurveyMails) {}

  async apply({ actor, caseId }: Turn): Promise<Outcome> {
    const sent = await this.surveys.send(actor, caseId);
    if ('none' in sent) return nothing(sent.none);
    if ('refused' in sent) return refused(sent.refused);
    const { to, ...words } = sent.mail;
    return done({ message: messageOf('email', [to], { ...words, missing: [] }) });
  }
}
