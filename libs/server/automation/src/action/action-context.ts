import type { Actor } from '@bureau/contracts';
import type { LockedCase } from '@bureau/cases';

/** On whose behalf actions run. */
export interface ActionContext {
  /** A macro's reply is handed back for the composer; a rule's is sent. */
  by: 'rule' | 'macro';
  /** What `interaction.*` speaks of; null or left out: the latest message of the case. */
  messageId?: number | null;
}

/** What an action is told when its turn comes. */
export interface Turn {
  actor: Actor;
  caseId: number;
  context: ActionContext;
  /** As the actions before have left it. Throws case.not-found when the actor can see it no more. */
  supportCase(): Promise<LockedCase>;
}
