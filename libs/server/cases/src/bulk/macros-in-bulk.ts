import { Injectable } from '@nestjs/common';
import type { Actor, MacrosInBulk as Wanted } from '@bureau/contracts';
import type { Skip } from './bulk.repository.ts';

/** How macros act on many cases. Automation knows; cases only say what they need of it. */
export interface BulkMacros {
  /** Refuses at once what nobody could apply: macro.not-found. */
  check(actor: Actor, wanted: Wanted): Promise<void>;
  /** In the open transaction. Whether the case changed; or why it stays as it is, wholly. */
  apply(
    actor: Actor,
    { caseId, bulkId, wanted }: { caseId: number; bulkId: number; wanted: Wanted },
  ): Promise<boolean | Skip['code']>;
  /** In the open transaction: what is in no field, such as notes. Whether anything was taken back, and what stays. */
  takeBack(
    actor: Actor,
    { caseId, bulkId, at }: { caseId: number; bulkId: number; at: Date },
  ): Promise<{ written: boolean; skips: Skip[] }>;
}

/** Where automation puts the macros for bulk changes to find. */
@Injectable()
export class MacrosInBulk {
  private known: BulkMacros | undefined;

  declare(macros: BulkMacros): void {
    this.known = macros;
  }

  get macros(): BulkMacros {
    if (!this.known) throw new Error('This desk has no macros.');
    return this.known;
  }
}
