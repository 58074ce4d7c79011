import type { Actor } from '@bureau/contracts';
import type { BothForms, FilledTemplate } from '@bureau/domain';

/** What stands around the words of an agent in a mail that leaves as it is stored. */
export interface ForwardToFrame {
  caseId: number;
  brandId: number;
  /** What the agent wrote. */
  words: BothForms;
  /** The messages that travel. */
  history: BothForms;
}

/** What the desk answers by itself. */
export interface AnswerToFrame {
  caseId: number;
  brandId: number;
  words: BothForms;
  /** Nobody proves who reads it: nothing that a stranger wrote may stand around it (S6). */
  ownWordsOnly: boolean;
}

/** Templates of mails belong to the e-mail channel, which answers; cases know no channel. */
export abstract class OutboundFrame {
  /** By the brand's template for forwards, with its signature. */
  abstract frameForward(actor: Actor, forward: ForwardToFrame): Promise<FilledTemplate>;

  /** By the brand's template for replies, with its signature, and without what is answered. */
  abstract frameAnswer(answer: AnswerToFrame): Promise<FilledTemplate>;

  /** What a brand says when a mail has arrived. Nothing in it was written by the sender (S6). */
  abstract acknowledgement(about: { caseId: number; brandId: number }): Promise<{ subject: string } & FilledTemplate>;
}
