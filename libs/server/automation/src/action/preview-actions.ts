import { Injectable } from '@nestjs/common';
import type { ActionEffect, Actions, Actor } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import type { ActionContext } from './action-context.ts';
import { ApplyActions } from './apply-actions.ts';

/** What actions would do: the deed itself, all of it taken back, so that the two cannot differ. */
@Injectable()
export class PreviewActions {
  constructor(
    private readonly apply: ApplyActions,
    private readonly database: Database,
  ) {}

  /** As {@link ApplyActions.run}; nothing changes, nothing is sent, nobody hears of it. */
  run(actor: Actor, caseId: number, actions: Actions, context: ActionContext): Promise<ActionEffect[]> {
    return this.database.rehearse(() => this.apply.run(actor, caseId, actions, context));
  }
}
