import { Injectable } from '@nestjs/common';
import {
  ReplyToCase as Reply,
  userIdOf,
  type Actor,
  type ErrorCode,
  type MacroPreview,
  type MacrosInBulk as Wanted,
} from '@bureau/contracts';
import { CaseRepository, MacrosInBulk, refuseClosed, ReplyToCase, type BulkMacros, type Skip } from '@bureau/cases';
import { Clock, Database, ProblemError } from '@bureau/platform';
import { ApplyMacros, staysOf } from './apply-macros.ts';
import { composeOutcome } from './compose-outcome.ts';
import { MacroApplicationRepository } from './macro-application.repository.ts';
import { MacroQueries } from './macro.queries.ts';
import { MacroRepository } from './macro.repository.ts';
import { UndoMacrosInBulk } from './undo-macros-in-bulk.ts';

/** What a bulk change may ask of macros: each case wholly, or with a reason not at all. */
@Injectable()
export class ApplyMacrosInBulk implements BulkMacros {
  constructor(
    private readonly queries: MacroQueries,
    private readonly macros: MacroRepository,
    private readonly applications: MacroApplicationRepository,
    private readonly applyMacros: ApplyMacros,
    private readonly undoMacros: UndoMacrosInBulk,
    private readonly cases: CaseRepository,
    private readonly replyToCase: ReplyToCase,
    private readonly database: Database,
    private readonly clock: Clock,
    inBulk: MacrosInBulk,
  ) {
    inBulk.declare(this);
  }

  /** Throws macro.not-found, and permission.denied for replies of who may not write any. */
  async check(actor: Actor, { macroIds, sendReplies }: Wanted): Promise<void> {
    await this.queries.applicable(actor, macroIds);
    if (sendReplies && 'permissions' in actor && !actor.permissions.includes('cases:reply')) {
      throw new ProblemError('permission.denied');
    }
  }

  /** A case that somebody works on, that is closed or that cannot be written to stays as it is. */
  async apply(
    actor: Actor,
    { caseId, bulkId, wanted }: { caseId: number; bulkId: number; wanted: Wanted },
  ): Promise<boolean | ErrorCode> {
    try {
      return await this.database.savepoint(() => this.applyTo(actor, { caseId, bulkId, wanted }));
    } catch (error) {
      if (error instanceof ProblemError) return error.code;
      throw error;
    }
  }

  private async applyTo(
    actor: Actor,
    { caseId, bulkId, wanted: { macroIds, sendReplies } }: { caseId: number; bulkId: number; wanted: Wanted },
  ): Promise<boolean> {
    const before = await this.cases.lockOrThrow(actor, caseId, { heedsLock: true });
    refuseClosed(before);
    const macros = await this.queries.applicable(actor, macroIds);
    const userId = userIdOf(actor) ?? null;
    const at = this.clock.now();
    const applicationId = await this.applications.begin(caseId, { userId, at, bulkId });
    const outcome = composeOutcome(await this.applyMacros.act(actor, caseId, macros, { bulkId }));
    const messageId = sendReplies ? await this.send(actor, { caseId, bulkId, outcome }) : null;
    const stays = staysOf(outcome.effects);
    await this.applications.end(applicationId, { caseId, after: before.sequence, stays, messageId });
    if ((await this.applications.sequenceOf(caseId)) === before.sequence) return false;

    if (userId !== null) await this.macros.countUse(macroIds, userId, at);
    return true;
  }

  takeBack(
    actor: Actor,
    wanted: { caseId: number; bulkId: number; at: Date },
  ): Promise<{ written: boolean; skips: Skip[] }> {
    return this.undoMacros.run(actor, wanted);
  }

  /** In the words of the macros, as the agent's own answer; it can be undone as long as any reply. */
  private async send(
    actor: Actor,
    { caseId, bulkId, outcome: { reply, effects } }: { caseId: number; bulkId: number; outcome: MacroPreview },
  ): Promise<number | null> {
    if (!reply) return null;
    const { html, text, subject } = reply;
    const { status, sequence } = await this.cases.lockOrThrow(actor, caseId);
    // The status that the macros have set, or wanted and found, stands; otherwise it is the one that every answer leaves.
    const isSet = effects.some(
      ({ type, outcome, changes }) =>
        changes.some(({ field }) => field === 'status') || (type === 'set-status' && outcome === 'nothing'),
    );
    const { data: chosen } = Reply.shape.status.safeParse(isSet ? status : undefined);
    const { messageId } = await this.replyToCase.run(actor, caseId, {
      text,
      html,
      sequence,
      uploadIds: picturesIn(html),
      ...(subject === null ? {} : { subject }),
      ...(chosen === undefined ? {} : { status: chosen }),
    });
    await this.applications.explain(caseId, sequence, { bulkId });
    return messageId;
  }
}

/** The uploads that stand as pictures within the words, each once. */
function picturesIn(html: string): number[] {
  return [...new Set([...html.matchAll(/data-content-id="upload-(\d{1,15})"/g)].map(([, id]) => Number(id)))];
}
