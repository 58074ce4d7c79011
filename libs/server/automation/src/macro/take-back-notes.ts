import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { RecordCaseChange } from '@bureau/cases';
import { MacroApplicationRepository, type StoredApplication } from './macro-application.repository.ts';

/** Takes the notes away again that macros wrote, with a line in the history; one that was changed since stays. */
@Injectable()
export class TakeBackNotes {
  constructor(
    private readonly applications: MacroApplicationRepository,
    private readonly recordChange: RecordCaseChange,
  ) {}

  /** In the open transaction, under the lock of the case. */
  async run(
    actor: Actor,
    { caseId, application, at }: { caseId: number; application: Pick<StoredApplication, 'id' | 'noteIds'>; at: Date },
  ): Promise<{ taken: number; kept: number }> {
    const { id, noteIds } = application;
    if (noteIds.length === 0) return { taken: 0, kept: 0 };
    const taken = await this.applications.takeNotes(caseId, noteIds);
    const kept = await this.applications.remaining(caseId, noteIds);
    if (taken === 0) return { taken, kept };

    const sequence = await this.applications.sequenceOf(caseId);
    await this.recordChange.run(
      actor,
      { id: caseId, sequence },
      {
        event: 'note.taken-back',
        changes: [],
        patch: { notes: -taken },
        context: { macroApplicationId: id },
        suppressRules: true,
        at,
      },
    );
    return { taken, kept };
  }
}
