import { Injectable } from '@nestjs/common';
import { decideCaseUpdate } from '@bureau/domain';
import { Clock, Database, Every, statement } from '@bureau/platform';
import { CaseRepository } from './case.repository.ts';
import { RecordCaseChange } from './record-case-change.ts';
import { SYSTEM } from './system-actor.ts';

const BATCH = 100;

const DUE = statement(
  'cases.due-to-wake',
  `SELECT id FROM cases WHERE snoozed_until <= $1 AND snoozed_at IS NOT NULL AND deleted_at IS NULL AND status <> 'closed'
   ORDER BY snoozed_until LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
);

/** Wakes the cases whose time has come: back to the top of the lists, with one line of history each. */
@Injectable()
export class WakeCases {
  constructor(
    private readonly cases: CaseRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Every('1m', 'wake-cases')
  async run(): Promise<void> {
    while ((await this.wakeBatch()) === BATCH);
  }

  /** Whoever holds a case's row wakes it; it is not asleep any more for whoever comes second. */
  private wakeBatch(): Promise<number> {
    return this.database.transaction(async () => {
      const due = await this.database.rows<{ id: number }>(DUE, [this.clock.now()]);
      for (const { id } of due) await this.wake(id);
      return due.length;
    });
  }

  private async wake(caseId: number): Promise<void> {
    const at = this.clock.now();
    const supportCase = await this.cases.lockOrThrow(SYSTEM, caseId);
    const decision = decideCaseUpdate(supportCase, { snooze: null }, { at });
    if ('problem' in decision) return;
    await this.recordChange.run(SYSTEM, supportCase, {
      event: 'case.woken',
      changes: decision.changes,
      patch: { ...decision.patch, activeAt: at },
      reason: 'It was to sleep until now.',
      at,
    });
  }
}
