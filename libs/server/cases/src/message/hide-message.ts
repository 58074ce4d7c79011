import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import { Clock, Database, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';
import { RecordCaseChange } from '../case/record-case-change.ts';

/** Hides a message from the customer's portal, or shows it again. Agents always see it. */
@Injectable()
export class HideMessage {
  constructor(
    private readonly cases: CaseRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws message.not-found. */
  @Transactional()
  async run(actor: Actor, messageId: number, { hidden }: { hidden: boolean }): Promise<void> {
    const message = await this.database.row<{ caseId: number }>(
      'SELECT case_id AS "caseId" FROM messages WHERE id = $1',
      [messageId],
    );
    const supportCase = message && (await this.cases.lock(actor, message.caseId));
    if (!supportCase) throw new ProblemError('message.not-found');

    const changed = await this.database.run(
      `UPDATE messages SET hidden_at = CASE WHEN $2 THEN $3::timestamptz END, hidden_by = CASE WHEN $2 THEN $4::bigint END
       WHERE id = $1 AND case_id = $5 AND (hidden_at IS NOT NULL) <> $2`,
      [messageId, hidden, this.clock.now(), userIdOf(actor) ?? null, supportCase.id],
    );
    if (changed === 0) return;
    await this.recordChange.run(actor, supportCase, {
      event: hidden ? 'message.hidden' : 'message.shown',
      changes: [{ field: 'hidden', from: !hidden, to: hidden }],
      patch: {},
      context: { messageId },
    });
  }
}
