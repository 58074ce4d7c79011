import { Injectable } from '@nestjs/common';
import type { EventPayload, FieldChange } from '@bureau/contracts';
import { Clock, OnEvent } from '@bureau/platform';
import { AskingRepository } from './asking.repository.ts';

/** Once a case is resolved, its customer is to be asked, where the brand does so: some hours later, if it stays resolved. */
@Injectable()
export class PlanAskingOnCaseFacts {
  constructor(
    private readonly asking: AskingRepository,
    private readonly clock: Clock,
  ) {}

  @OnEvent('case.opened', 'plan-asking.opened')
  opened({ caseId }: EventPayload<'case.opened'>): Promise<void> {
    return this.asking.plan(caseId, this.clock.now());
  }

  @OnEvent('case.updated', 'plan-asking.updated')
  async updated({ caseId, changes }: EventPayload<'case.updated'>): Promise<void> {
    if (resolves(changes)) await this.asking.plan(caseId, this.clock.now());
  }

  @OnEvent('message.replied', 'plan-asking.replied')
  async replied({ caseId, changes }: EventPayload<'message.replied'>): Promise<void> {
    if (resolves(changes)) await this.asking.plan(caseId, this.clock.now());
  }
}

function resolves(changes: readonly FieldChange[] = []): boolean {
  return changes.some(({ field, to }) => field === 'status' && to === 'resolved');
}
