import { Injectable } from '@nestjs/common';
import { isFirstSync, type EventPayload, type FieldChange } from '@bureau/contracts';
import { hoursUntilAsked } from '@bureau/domain';
import { Clock, OnEvent } from '@bureau/platform';
import { AskingRepository } from './asking.repository.ts';

const HOUR_MS = 3_600_000;

/** Once a case is resolved, its customer is to be asked, where mailbox or brand do so: later, if it stays resolved. */
@Injectable()
export class PlanAskingOnCaseFacts {
  constructor(
    private readonly asking: AskingRepository,
    private readonly clock: Clock,
  ) {}

  /** Nobody is asked about cases of years that come at once. */
  @OnEvent('case.opened', 'plan-asking.opened', (event) => !isFirstSync(event))
  async opened({ caseId }: EventPayload<'case.opened'>): Promise<void> {
    await this.plan(caseId);
  }

  @OnEvent('case.updated', 'plan-asking.updated', (event) => resolves(event.changes) && !isFirstSync(event))
  async updated({ caseId }: EventPayload<'case.updated'>): Promise<void> {
    await this.plan(caseId);
  }

  @OnEvent('message.replied', 'plan-asking.replied')
  async replied({ caseId, changes }: EventPayload<'message.replied'>): Promise<void> {
    if (resolves(changes)) await this.plan(caseId);
  }

  private async plan(caseId: number): Promise<void> {
    const asks = await this.asking.whoAsks(caseId);
    const hours = asks ? hoursUntilAsked(asks) : null;
    if (hours !== null) await this.asking.plan(caseId, new Date(this.clock.now().getTime() + hours * HOUR_MS));
  }
}

function resolves(changes: readonly FieldChange[] = []): boolean {
  return changes.some(({ field, to }) => field === 'status' && to === 'resolved');
}
