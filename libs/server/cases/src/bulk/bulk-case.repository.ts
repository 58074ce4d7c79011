import { Injectable } from '@nestjs/common';
import type { Actor, ActorStamp, EventContext, FieldChange } from '@bureau/contracts';
import { Database, Outbox, statement } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';
import { columnOf, patchManyStatement, type CasePatch } from '../case/case-patch.ts';
import type { LockedCase } from '../case/case.repository.ts';
import { LOCKED, LOCKED_FROM } from '../case/case.statements.ts';

/** What becomes of one of many cases. */
export interface CaseWrite {
  id: number;
  /** Before the write. */
  sequence: number;
  event: string;
  changes: FieldChange[];
  patch: CasePatch;
  context: EventContext;
}

/** Who writes, and what follows from it. */
export interface BulkOrigin {
  actor: ActorStamp;
  at: Date;
  /** Whether a new status sets its times, as it does for everything but an undo. */
  timed: boolean;
  suppressRules: boolean;
  /** The business rules that led here, one through the other. */
  ruleIds?: number[];
}

const TELL = statement(
  'bulk.tell',
  `INSERT INTO case_events (case_id, sequence, event, actor, changes, context, at)
   SELECT w.id, w.sequence + 1, w.event, $2, w.changes, w.context, $3
   FROM jsonb_to_recordset($1) AS w (id bigint, sequence integer, event text, changes jsonb, context jsonb)`,
);

const FACTS = statement(
  'bulk.facts',
  `INSERT INTO outbox (name, payload)
   SELECT 'case.updated', jsonb_build_object('caseId', w.id, 'sequence', w.sequence + 1, 'actor', $2::jsonb, 'event', w.event,
                                             'changes', w.changes, 'suppressRules', $3::boolean) || $4::jsonb
   FROM jsonb_to_recordset($1) AS w (id bigint, sequence integer, event text, changes jsonb) ORDER BY w.id`,
);

/** Reads and writes cases by the hundred: one statement each for the lock, the columns, the history and the facts. */
@Injectable()
export class BulkCaseRepository {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Locks those of the cases that the actor may see, in the order of their ids; also those in the trash. */
  lock(actor: Actor, caseIds: number[]): Promise<LockedCase[]> {
    const access = caseAccess(actor, 2);
    const text = `SELECT ${LOCKED} ${LOCKED_FROM} WHERE c.id = ANY($1) AND ${access.sql} ORDER BY c.id FOR UPDATE OF c`;
    return this.database.rows<LockedCase & { id: number }>(statement(`bulk.lock-${access.kind}`, text), [
      caseIds,
      ...access.values,
    ]);
  }

  /** When the customers of these cases began to wait for the answer that is due; only where one is due. */
  async askedAt(caseIds: number[]): Promise<Map<number, Date>> {
    const rows = await this.database.rows<{ id: number; at: Date }>(
      `SELECT asked.case_id AS id, min(asked.at) AS at FROM messages asked
       WHERE asked.case_id = ANY($1) AND asked.direction = 'in' AND asked.automatic IS NULL AND NOT EXISTS (
         SELECT FROM messages said WHERE said.case_id = asked.case_id AND said.direction = 'out'
           AND said.automatic IS NULL AND said.at >= asked.at)
       GROUP BY asked.case_id`,
      [caseIds],
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  }

  async write(writes: CaseWrite[], { actor, at, timed, suppressRules, ruleIds }: BulkOrigin): Promise<void> {
    if (writes.length === 0) return;
    for (const alike of bySetOfColumns(writes)) {
      const [first] = alike;
      const fields = Object.keys(first?.patch ?? {});
      const rows = alike.map(({ id, patch }) => ({ id, ...columnsOf(patch) }));
      const status = timed ? first?.patch.status : undefined;
      await this.database.run(patchManyStatement(fields, { status }), [JSON.stringify(rows), 1, at]);
    }
    const lines = JSON.stringify(writes.map(({ patch: _, ...line }) => line));
    await this.database.run(TELL, [lines, JSON.stringify(actor), at]);
    await this.database.run(FACTS, [lines, JSON.stringify(actor), suppressRules, JSON.stringify({ ruleIds })]);
    this.outbox.ring();
  }
}

function bySetOfColumns(writes: CaseWrite[]): CaseWrite[][] {
  const alike = new Map<string, CaseWrite[]>();
  for (const write of writes) {
    const key = `${Object.keys(write.patch).join()} ${write.patch.status ?? ''}`;
    const group = alike.get(key);
    if (group) group.push(write);
    else alike.set(key, [write]);
  }
  return [...alike.values()];
}

function columnsOf(patch: CasePatch): Record<string, unknown> {
  return Object.fromEntries(Object.entries(patch).map(([field, value]) => [columnOf(field), value]));
}
