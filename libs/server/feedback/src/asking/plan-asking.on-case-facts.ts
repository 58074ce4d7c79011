import { Injectable } from '@nestjs/common';
import type { ActorStamp, EventPayload, FieldChange } from '@bureau/contracts';
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

  @OnEvent('case.opened', 'plan-asking.opened')
  async opened({ caseId, actor, suppressRules }: EventPayload<'case.opened'>): Promise<void> {
    if (!isFirstSync(actor, suppressRules)) await this.plan(caseId);
  }

  @OnEvent('case.updated', 'plan-asking.updated')
  async updated({ caseId, changes, actor, suppressRules }: EventPayload<'case.updated'>): Promise<void> {
    if (resolves(changes) && !isFirstSync(actor, suppressRules)) await this.plan(caseId);
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

/** Cases of years come at once: nobody is asked about them. */
function isFirstSync({ kind }: ActorStamp, suppressRules = false): boolean {
  return kind === 'sync' && suppressRules;
}

function resolves(changes: readonly FieldChange[] = []): boolean {
  return changes.some(({ field, to }) => field === 'status' && to === 'resolved');
}
