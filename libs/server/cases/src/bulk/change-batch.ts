import { Injectable } from '@nestjs/common';
import { causeOf, stampOf, userIdOf, type Actor, type MacrosInBulk as Wanted } from '@bureau/contracts';
import { decideCaseUpdate, nameCaseUpdate } from '@bureau/domain';
import type { LockedCase } from '../case/case.repository.ts';
import { BulkCaseRepository, type CaseWrite } from './bulk-case.repository.ts';
import type { BulkBatch, BulkWish, Skip } from './bulk.repository.ts';
import { MacrosInBulk } from './macros-in-bulk.ts';

/** Changes a batch of cases, each by the rules that a single update obeys. */
@Injectable()
export class ChangeBatch {
  constructor(
    private readonly cases: BulkCaseRepository,
    private readonly inBulk: MacrosInBulk,
  ) {}

  async run(batch: BulkBatch, at: Date): Promise<{ written: number; skips: Skip[] }> {
    const { id, actor, wish, caseIds } = batch;
    if ('macros' in wish) return this.applyMacros(batch, wish.macros);
    const locked = await this.cases.lock(actor, caseIds);
    const inTrash = 'deleted' in wish;
    const found = new Map(locked.filter(({ deletedAt }) => inTrash || deletedAt === null).map((one) => [one.id, one]));

    const writes: CaseWrite[] = [];
    const skips: Skip[] = [];
    for (const caseId of caseIds) {
      const supportCase = found.get(caseId);
      const decided = supportCase ? decide(supportCase, { actor, wish, at }) : 'case.not-found';
      if (typeof decided === 'string') skips.push({ caseId, code: decided });
      else if (supportCase && decided.changes.length > 0) {
        writes.push({ id: caseId, sequence: supportCase.sequence, ...decided, context: { bulkId: id } });
      }
    }
    const suppressRules = 'suppressRules' in wish && wish.suppressRules;
    await this.cases.write(writes, { actor: stampOf(actor), at, timed: true, suppressRules, ...causeOf(actor) });
    return { written: writes.length, skips };
  }

  private async applyMacros(
    { id: bulkId, actor, caseIds }: BulkBatch,
    wanted: Wanted,
  ): Promise<{ written: number; skips: Skip[] }> {
    const skips: Skip[] = [];
    let written = 0;
    for (const caseId of caseIds) {
      const became = await this.inBulk.macros.apply(actor, { caseId, bulkId, wanted });
      if (typeof became === 'string') skips.push({ caseId, code: became });
      else if (became) written += 1;
    }
    return { written, skips };
  }
}

type FieldWish = Exclude<BulkWish, { macros: unknown }>;
type Decided = Pick<CaseWrite, 'event' | 'changes' | 'patch'> | Skip['code'];

function decide(supportCase: LockedCase, { actor, wish, at }: { actor: Actor; wish: FieldWish; at: Date }): Decided {
  if (isTaken(supportCase, actor, at)) return 'case.locked';
  if ('deleted' in wish) return trash(supportCase, wish.deleted, at);
  const decision = decideCaseUpdate(supportCase, wish.wish, { at, fields: wish.fields });
  if ('problem' in decision) return decision.problem;
  return { ...decision, event: nameCaseUpdate(decision.changes) };
}

function trash({ deletedAt }: LockedCase, deleted: boolean, at: Date): Decided {
  const event = deleted ? 'case.deleted' : 'case.restored';
  if ((deletedAt !== null) === deleted) return { event, changes: [], patch: {} };
  return {
    event,
    changes: [{ field: 'deleted', from: !deleted, to: deleted }],
    patch: { deletedAt: deleted ? at : null },
  };
}

/** A colleague works on it. */
function isTaken({ lockedBy, lockedUntil }: LockedCase, actor: Actor, at: Date): boolean {
  return lockedBy !== null && lockedUntil !== null && lockedUntil > at && lockedBy !== userIdOf(actor);
}
