import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import type { BulkBatch, Skip } from './bulk.repository.ts';
import { MacrosInBulk } from './macros-in-bulk.ts';
import { TakeBackChanges } from './take-back-changes.ts';

/** Takes back what a bulk change did to a batch of cases, in the name of whoever asked for the undo. */
@Injectable()
export class UndoBatch {
  constructor(
    private readonly takeBack: TakeBackChanges,
    private readonly inBulk: MacrosInBulk,
  ) {}

  async run(batch: BulkBatch, at: Date): Promise<{ written: number; skips: Skip[] }> {
    const { id, actor, undoneBy, wish, caseIds } = batch;
    const by = undoneBy ?? actor;
    const { undone, skips } = await this.takeBack.run(by, { part: 'bulkId', id }, { caseIds, at });
    const written = new Set(undone.map(({ caseId }) => caseId));
    if ('macros' in wish) skips.push(...(await this.takeRest(by, { batch, at, written })));
    return { written: written.size, skips };
  }

  /** What macros did beside changing fields; the cases of which something was taken back are added to `written`. */
  private async takeRest(
    actor: Actor,
    { batch: { id: bulkId, caseIds }, at, written }: { batch: BulkBatch; at: Date; written: Set<number> },
  ): Promise<Skip[]> {
    const skips: Skip[] = [];
    for (const caseId of caseIds) {
      const rest = await this.inBulk.macros.takeBack(actor, { caseId, bulkId, at });
      if (rest.written) written.add(caseId);
      skips.push(...rest.skips);
    }
    return skips;
  }
}
