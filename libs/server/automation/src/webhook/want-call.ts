import { Injectable } from '@nestjs/common';
import type { WebhookEvent } from '@bureau/contracts';
import { Clock, Outbox, SystemLog } from '@bureau/platform';
import { WebhookCallRepository } from './webhook-call.repository.ts';

export interface WantedCall {
  event: WebhookEvent;
  caseId: number | null;
  messageId: number | null;
  /** Who or what did it. */
  by: Record<string, unknown>;
}

/** Of one webhook about one case in an hour: a program that writes to the case whenever it is called comes to rest. */
export const CALLS_ABOUT_ONE = 60;

const HOUR_MS = 3_600_000;

/** Notes, in the transaction of whoever wants it, that a program is to be called. */
@Injectable()
export class WantCall {
  constructor(
    private readonly calls: WebhookCallRepository,
    private readonly systemLog: SystemLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The id of the call, or why there is none. */
  async run(webhookId: number, wanted: WantedCall): Promise<{ callId: number } | { refused: string }> {
    const { event, caseId, messageId, by } = wanted;
    const at = this.clock.now();
    if (caseId !== null && (await this.isLoop(webhookId, caseId, at))) {
      return { refused: `It was called ${CALLS_ABOUT_ONE} times about this case within the hour already.` };
    }
    const callId = await this.calls.want(webhookId, { event, caseId, about: { by, messageId }, at });
    if (callId === undefined) return { refused: 'There is no such webhook, or it is switched off.' };
    await this.outbox.add('action.webhook-wanted', { callId });
    return { callId };
  }

  /** Tells of it with the last call that may go. */
  private async isLoop(webhookId: number, caseId: number, at: Date): Promise<boolean> {
    const made = await this.calls.countAbout(caseId, { webhookId, since: new Date(at.getTime() - HOUR_MS) });
    if (made + 1 !== CALLS_ABOUT_ONE) return made >= CALLS_ABOUT_ONE;
    const message = `A webhook was called ${CALLS_ABOUT_ONE} times about case ${caseId} in an hour and is called no more about it for now: perhaps the program changes the case whenever it is called.`;
    await this.systemLog.write({ level: 'warning', part: 'webhooks', message, details: { webhookId, caseId } });
    return false;
  }
}
