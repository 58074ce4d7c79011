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

/** Templates of mails belong to the e-mail channel, which answers; cases know no channel. */
export abstract class OutboundFrame {
  /** By the brand's template for forwards, with its signature. */
  abstract frameForward(actor: Actor, forward: ForwardToFrame): Promise<FilledTemplate>;
}
