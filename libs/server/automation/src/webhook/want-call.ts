import { Injectable } from '@nestjs/common';
import type { WebhookEvent } from '@bureau/contracts';
import { Clock, Outbox } from '@bureau/platform';
import { WebhookCallRepository } from './webhook-call.repository.ts';

export interface WantedCall {
  event: WebhookEvent;
  caseId: number | null;
  messageId: number | null;
  /** Who or what did it. */
  by: Record<string, unknown>;
}

/** Notes, in the transaction of whoever wants it, that a program is to be called. */
@Injectable()
export class WantCall {
  constructor(
    private readonly calls: WebhookCallRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The id of the call; undefined when there is no such webhook, or it is switched off. */
  async run(webhookId: number, { event, caseId, messageId, by }: WantedCall): Promise<number | undefined> {
    const about = { by, messageId };
    const callId = await this.calls.want(webhookId, { event, caseId, about, at: this.clock.now() });
    if (callId !== undefined) await this.outbox.add('action.webhook-wanted', { callId });
    return callId;
  }
}
