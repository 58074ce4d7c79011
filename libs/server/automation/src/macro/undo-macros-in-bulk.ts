import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { CaseRepository, SYSTEM, UndoReply, type Skip } from '@bureau/cases';
import { Database, ProblemError } from '@bureau/platform';
import { MacroApplicationRepository, type StoredApplication } from './macro-application.repository.ts';
import { TakeBackNotes } from './take-back-notes.ts';

/** What macros did to one of many cases beside changing its fields: notes, a reply that may still wait, and the rest. */
@Injectable()
export class UndoMacrosInBulk {
  constructor(
    private readonly applications: MacroApplicationRepository,
    private readonly takeBackNotes: TakeBackNotes,
    private readonly undoReply: UndoReply,
    private readonly cases: CaseRepository,
    private readonly database: Database,
  ) {}

  /** In the open transaction. Whether anything was taken back; and what stays, with the reason. */
  async run(
    actor: Actor,
    { caseId, bulkId, at }: { caseId: number; bulkId: number; at: Date },
  ): Promise<{ written: boolean; skips: Skip[] }> {
    const application = await this.applications.findInBulk(bulkId, caseId);
    if (!application) return { written: false, skips: [] };
    await this.cases.lockOrThrow(SYSTEM, caseId, { deleted: true });

    const { taken, kept } = await this.takeBackNotes.run(actor, { caseId, application, at });
    const reply = await this.takeReply(actor, application.reply);
    const outside = [...application.stays, ...(reply === 'stays' ? ['quick-reply'] : [])];

    const skips: Skip[] = [
      ...(kept > 0 ? [{ caseId, code: 'macro.note-kept' as const }] : []),
      ...(outside.length > 0 ? [{ caseId, code: 'macro.said-outside' as const, fields: outside }] : []),
    ];
    return { written: taken > 0 || reply === 'taken', skips };
  }

  /** A reply that waits is not sent; nobody wrote it by hand, so it is no draft again. */
  private async takeReply(actor: Actor, reply: StoredApplication['reply']): Promise<'none' | 'taken' | 'stays'> {
    if (reply === null || reply.state === 'cancelled') return 'none';
    const { deliveryId, state } = reply;
    if (deliveryId === null || state !== 'pending') return 'stays';
    try {
      await this.database.savepoint(() => this.undoReply.run(actor, deliveryId, { redrafts: false }));
      return 'taken';
    } catch (error) {
      if (error instanceof ProblemError) return 'stays';
      throw error;
    }
  }
}
