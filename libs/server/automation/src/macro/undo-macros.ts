import { Injectable } from '@nestjs/common';
import { MacroUndo, userIdOf, type Actor } from '@bureau/contracts';
import { CaseRepository, SYSTEM, TakeBackChanges, type LockOptions } from '@bureau/cases';
import { Clock, ProblemError, Transactional } from '@bureau/platform';
import { MacroApplicationRepository } from './macro-application.repository.ts';
import { TakeBackNotes } from './take-back-notes.ts';

/** Takes back what somebody's macros did to a case, unless it was changed again since. */
@Injectable()
export class UndoMacros {
  constructor(
    private readonly applications: MacroApplicationRepository,
    private readonly cases: CaseRepository,
    private readonly takeBack: TakeBackChanges,
    private readonly takeBackNotes: TakeBackNotes,
    private readonly clock: Clock,
  ) {}

  /**
   * One's own only; also where the macros have taken the case out of one's sight, or into the trash.
   * Throws macro.application-not-found, case.locked.
   */
  @Transactional()
  async run(
    actor: Actor,
    { caseId, applicationId }: { caseId: number; applicationId: number },
    { heedsLock = false }: Pick<LockOptions, 'heedsLock'> = {},
  ): Promise<MacroUndo> {
    const application = await this.applications.find(applicationId, caseId);
    if (!application || application.userId !== userIdOf(actor)) throw new ProblemError('macro.application-not-found');
    const supportCase = await this.cases.lockOrThrow(SYSTEM, caseId, { deleted: true });
    if (heedsLock) await this.cases.heedLock(actor, supportCase);

    const at = this.clock.now();
    const { undone, skips } = await this.takeBack.run(
      actor,
      { part: 'macroApplicationId', id: applicationId },
      { caseIds: [caseId], at, sight: SYSTEM },
    );
    const { taken, kept } = await this.takeBackNotes.run(actor, { caseId, application, at });
    return MacroUndo.parse({
      undone: undone.flatMap(({ changes }) => changes.map(({ field }) => field)),
      kept: skips.flatMap(({ fields = [] }) => fields),
      notes: taken,
      notesKept: kept,
      stays: application.stays,
    });
  }
}
