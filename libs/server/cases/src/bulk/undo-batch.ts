import { Injectable } from '@nestjs/common';
import type { BulkBatch, Skip } from './bulk.repository.ts';
import { TakeBackChanges } from './take-back-changes.ts';

/** Takes back what a bulk change did to a batch of cases, in the name of whoever asked for the undo. */
@Injectable()
export class UndoBatch {
  constructor(private readonly takeBack: TakeBackChanges) {}

  run({ id, actor, undoneBy, caseIds }: BulkBatch, at: Date): Promise<{ written: number; skips: Skip[] }> {
    return this.takeBack.run(undoneBy ?? actor, { part: 'bulkId', id }, { caseIds, at });
  }
}
