import { Injectable } from '@nestjs/common';
import { stampOf } from '@bureau/contracts';
import { decideBulkUndo, labelsOfMerges } from '@bureau/domain';
import { BulkCaseRepository, type CaseWrite } from './bulk-case.repository.ts';
import { BulkRepository, type BulkBatch, type BulkHistory, type Skip } from './bulk.repository.ts';

/** Takes back what a bulk change did to a batch of cases, read from their history; what was changed since is kept. */
@Injectable()
export class UndoBatch {
  constructor(
    private readonly bulk: BulkRepository,
    private readonly cases: BulkCaseRepository,
  ) {}

  async run({ id, actor, undoneBy, caseIds }: BulkBatch, at: Date): Promise<{ written: number; skips: Skip[] }> {
    const who = undoneBy ?? actor;
    const locked = new Map((await this.cases.lock(who, caseIds)).map((one) => [one.id, one]));
    const history = await this.bulk.history(id, caseIds);
    const askedAt = await this.cases.askedAt(caseIds);
    const gone = await this.goneLabels(history);

    const writes: CaseWrite[] = [];
    const skips: Skip[] = [];
    for (const { caseId, eventId, changes, undone } of history) {
      const supportCase = locked.get(caseId);
      if (!supportCase) {
        skips.push({ caseId, code: 'case.not-found' });
        continue;
      }
      const goneLabelIds = gone.get(caseId) ?? new Set<number>();
      const line = { changes, undone, goneLabelIds, askedAt: askedAt.get(caseId) ?? null };
      const { kept, ...decided } = decideBulkUndo(supportCase, line, at);
      if (kept.length > 0) skips.push({ caseId, code: 'case.moved-on', fields: kept });
      if (decided.changes.length === 0) continue;
      const context = { bulkId: id, undoes: eventId };
      writes.push({ id: caseId, sequence: supportCase.sequence, event: 'case.change-undone', ...decided, context });
    }
    await this.cases.write(writes, { actor: stampOf(who), at, timed: false, suppressRules: true });
    return { written: writes.length, skips };
  }

  /** Labels that the bulk change took away, but that only a merge had brought which is undone by now. */
  private async goneLabels(history: BulkHistory[]): Promise<Map<number, Set<number>>> {
    const gone = new Map<number, Set<number>>();
    for (const { caseId, events, brought } of await this.bulk.mergeTargets(history.map((line) => line.caseId))) {
      const sequence = history.find((line) => line.caseId === caseId)?.sequence ?? 0;
      const merged = labelsOfMerges(events.filter((event) => event.sequence < sequence));
      gone.set(caseId, new Set([...merged].filter((label) => !brought.includes(label))));
    }
    return gone;
  }
}
