import type { MailboxSurvey, WriteSurvey } from '@bureau/contracts';

/** What a brand and the mailbox of a case say of asking without anybody's doing. */
export interface WhoAsks {
  survey: Pick<WriteSurvey, 'enabled' | 'automatic' | 'sendAfterHours'>;
  /** Null: the case has no mailbox. */
  mailbox: { survey: MailboxSurvey; surveyAfterHours: number | null } | null;
}

/** Hours after a resolution at which the desk asks by itself; null: it does not. The mailbox may decide, else its brand. */
export function hoursUntilAsked({ survey, mailbox }: WhoAsks): number | null {
  if (!survey.enabled || mailbox?.survey === 'never') return null;
  if (mailbox?.survey === 'send') return mailbox.surveyAfterHours ?? survey.sendAfterHours;
  return survey.automatic ? survey.sendAfterHours : null;
}
