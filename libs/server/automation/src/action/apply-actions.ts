import { Injectable } from '@nestjs/common';
import { permits, type ActionEffect, type Actions, type Actor } from '@bureau/contracts';
import { CaseRepository, UpdateCase } from '@bureau/cases';
import { Database, Transactional } from '@bureau/platform';
import type { ActionContext } from './action-context.ts';
import { ActionHandlers } from './action-handlers.ts';
import { ActionRun } from './action-run.ts';
import { DescribeActions } from './describe-actions.ts';

/** Does actions to a case, in their order, through the engine's own verbs: each sees what those before it did. */
@Injectable()
export class ApplyActions {
  constructor(
    private readonly handlers: ActionHandlers,
    private readonly describe: DescribeActions,
    private readonly cases: CaseRepository,
    private readonly updateCase: UpdateCase,
    private readonly database: Database,
  ) {}

  /**
   * What came of each action. One that is refused spoils none of the others. Throws case.not-found when the actor cannot
   * see the case to begin with, and whatever is broken rather than refused: then nothing of it stays.
   */
  @Transactional()
  async run(actor: Actor, caseId: number, actions: Actions, context: ActionContext): Promise<ActionEffect[]> {
    const sentences = await this.describe.run(actor, actions);
    const { cases, updateCase, database } = this;
    const run = new ActionRun(actor, caseId, context, { cases, updateCase, database });
    await run.supportCase();

    for (const [index, action] of actions.entries()) {
      const head = { index, type: action.type, description: sentences[index] ?? action.type };
      const handler = this.handlers.of(action);
      if (!permits(actor, handler.needs)) run.refuse(head, 'Your role does not allow this.');
      else if ('wish' in handler) await run.wishes(head, () => handler.wish(run, action));
      else await run.acts(head, () => handler.apply(run, action));
    }
    return run.end();
  }
}
