import { Injectable } from '@nestjs/common';
import { MacroUndo, userIdOf, type Actor } from '@bureau/contracts';
import { CaseRepository, RecordCaseChange, SYSTEM, TakeBackChanges, type LockOptions } from '@bureau/cases';
import { Clock, ProblemError, Transactional } from '@bureau/platform';
import { MacroApplicationRepository } from './macro-application.repository.ts';

/** Takes back what somebody's macros did to a case, unless it was changed again since. */
@Injectable()
export class UndoMacros {
  constructor(
    private readonly applications: MacroApplicationRepository,
    private readonly cases: CaseRepository,
    private readonly takeBack: TakeBackChanges,
    private readonly recordChange: RecordCaseChange,
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
    const notes = await this.takeNotes(actor, { caseId, applicationId, noteIds: application.noteIds, at });
    return MacroUndo.parse({
      undone: undone.flatMap(({ changes }) => changes.map(({ field }) => field)),
      kept: skips.flatMap(({ fields = [] }) => fields),
      notes,
      stays: application.stays,
    });
  }

  private async takeNotes(
    actor: Actor,
    { caseId, applicationId, noteIds, at }: { caseId: number; applicationId: number; noteIds: number[]; at: Date },
  ): Promise<number> {
    const notes = noteIds.length === 0 ? 0 : await this.applications.takeNotes(caseId, noteIds);
    if (notes === 0) return 0;
    const sequence = await this.applications.sequenceOf(caseId);
    await this.recordChange.run(
      actor,
      { id: caseId, sequence },
      {
        event: 'note.taken-back',
        changes: [],
        patch: { notes: -notes },
        context: { macroApplicationId: applicationId },
        suppressRules: true,
        at,
      },
    );
    return notes;
  }
}
