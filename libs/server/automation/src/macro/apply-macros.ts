import { Injectable } from '@nestjs/common';
import {
  userIdOf,
  type ActionEffect,
  type Actor,
  type ApplyMacros as Wanted,
  type EventContext,
  type MacroApplication,
  type MacroPreview,
  type TryMacro,
} from '@bureau/contracts';
import { CaseRepository, refuseClosed, ReplyRepository, type LockOptions } from '@bureau/cases';
import { Clock, Database, ProblemError, Transactional } from '@bureau/platform';
import { ApplyActions, CheckActions, PreviewActions } from '../action/index.ts';
import { composeOutcome } from './compose-outcome.ts';
import { MacroApplicationRepository } from './macro-application.repository.ts';
import { MacroQueries } from './macro.queries.ts';
import { MacroRepository, type StoredMacro } from './macro.repository.ts';

/** What nothing takes back once it is done. */
const STAYS: readonly ActionEffect['type'][] = [
  'send-email',
  'acknowledge',
  'call-webhook',
  'post-to-chatter',
  'sync-case',
  'sync-customer',
];

/** Macros on a case, one after the other: shown beforehand, or applied as one write with one undo. */
@Injectable()
export class ApplyMacros {
  constructor(
    private readonly queries: MacroQueries,
    private readonly macros: MacroRepository,
    private readonly applications: MacroApplicationRepository,
    private readonly applyActions: ApplyActions,
    private readonly previewActions: PreviewActions,
    private readonly checkActions: CheckActions,
    private readonly cases: CaseRepository,
    private readonly replies: ReplyRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The deed itself, taken back. Throws case.not-found, macro.not-found. */
  preview(actor: Actor, caseId: number, macroIds: readonly number[]): Promise<MacroPreview> {
    return this.rehearse(actor, { caseId, macroIds }, (outcome) => Promise.resolve(outcome));
  }

  /** As {@link preview}; `look` sees the desk as it would be, and what it does itself is taken back, too. */
  async rehearse<T>(
    actor: Actor,
    { caseId, macroIds }: { caseId: number; macroIds: readonly number[] },
    look: (outcome: MacroPreview) => Promise<T>,
  ): Promise<T> {
    const macros = await this.queries.applicable(actor, macroIds);
    return this.database.rehearse(async () => look(composeOutcome(await this.act(actor, caseId, macros))));
  }

  /** The same for actions that nobody has saved. Throws case.not-found, and request.invalid naming the place. */
  async try(actor: Actor, { caseId, actions }: TryMacro): Promise<MacroPreview> {
    await this.checkActions.run(actor, actions);
    return composeOutcome(await this.previewActions.run(actor, caseId, actions, { by: 'macro' }));
  }

  /**
   * Refused actions are left out and named. Throws case.not-found, case.closed, case.merged, case.locked, case.moved-on,
   * macro.not-found, request.precondition-failed.
   */
  @Transactional()
  async run(actor: Actor, caseId: number, wanted: Wanted, options: LockOptions): Promise<MacroApplication> {
    const userId = userIdOf(actor);
    if (userId === undefined) throw new ProblemError('permission.denied');
    const supportCase = await this.cases.lockOrThrow(actor, caseId, options);
    refuseClosed(supportCase);
    if (wanted.sequence !== undefined) await this.replies.refuseIfLate(userId, supportCase, wanted.sequence);
    const macros = await this.queries.applicable(actor, wanted.macroIds);

    const at = this.clock.now();
    const applicationId = await this.applications.begin(caseId, { userId, at });
    const effects = await this.act(actor, caseId, macros, { macroApplicationId: applicationId });
    await this.applications.end(applicationId, { caseId, after: supportCase.sequence, stays: staysOf(effects) });
    await this.macros.countUse(wanted.macroIds, userId, at);

    return { ...composeOutcome(effects), applicationId, sequence: await this.applications.sequenceOf(caseId) };
  }

  /** In the open transaction; each line of history says by which macro. */
  async act(
    actor: Actor,
    caseId: number,
    macros: readonly StoredMacro[],
    context: EventContext = {},
  ): Promise<ActionEffect[]> {
    const effects: ActionEffect[] = [];
    for (const { id, name, actions } of macros) {
      const after = await this.applications.sequenceOf(caseId);
      effects.push(...(await this.applyActions.run(actor, caseId, actions, { by: 'macro' })));
      await this.applications.explain(caseId, after, { ...context, macro: { id, name } });
    }
    return effects;
  }
}

/** Those of the effects that nothing takes back. */
export function staysOf(effects: readonly ActionEffect[]): ActionEffect['type'][] {
  return STAYS.filter((type) => effects.some((effect) => effect.type === type && effect.outcome === 'done'));
}
