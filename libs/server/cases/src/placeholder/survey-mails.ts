import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';

/** The mail that asks, as the case keeps it; why there was nothing to ask; or why it may not be asked. */
export type SurveySent =
  { mail: { to: string; subject: string; html: string; text: string } } | { none: string } | { refused: string };

/** Asks the customer of a case what he thinks of its present resolution. */
export type SurveySender = (actor: Actor, caseId: number) => Promise<SurveySent>;

/** Surveys that somebody sends now. Cases know no surveys: whoever keeps them declares itself. */
@Injectable()
export class SurveyMails {
  private sender: SurveySender = async () => ({ none: 'The survey of the brand is switched off.' });

  declare(sender: SurveySender): void {
    this.sender = sender;
  }

  send(actor: Actor, caseId: number): Promise<SurveySent> {
    return this.sender(actor, caseId);
  }
}
