import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { defineJob, HandlesJob, JobQueue, OnEvent, SystemLog, type JobContext } from '@bureau/platform';
import { z } from 'zod';
import { KeyRepository } from '../salesforce/key.repository.ts';
import { SalesforceFailure } from '../salesforce/salesforce-failure.ts';
import { SalesforceKeyRing } from '../salesforce/salesforce-key-ring.ts';
import { TokenRequests } from '../salesforce/token-requests.ts';

const ATTEMPTS = 8;
const giveBack = defineJob('salesforce.give-back', z.object({ connectionId: z.number() }), {
  attempts: ATTEMPTS,
  rememberMs: 0,
});

/** The keys of an organisation that was disconnected are revoked there, and forgotten here whatever Salesforce says. */
@Injectable()
export class GiveKeysBackOnConnectDisconnected {
  constructor(
    private readonly kept: KeyRepository,
    private readonly ring: SalesforceKeyRing,
    private readonly requests: TokenRequests,
    private readonly systemLog: SystemLog,
    private readonly jobs: JobQueue,
  ) {}

  @OnEvent('connect.disconnected', 'salesforce.give-keys-back')
  async disconnected({ connectionId }: EventPayload<'connect.disconnected'>): Promise<void> {
    await this.jobs.add(giveBack, { connectionId });
  }

  @HandlesJob(giveBack)
  async run({ connectionId }: { connectionId: number }, { attempt }: JobContext): Promise<void> {
    const kept = await this.kept.ofDisconnected(connectionId);
    // Given back already, or connected again meanwhile: its keys are in use.
    if (!kept) return;
    const keys = this.ring.open(kept.sealed);
    try {
      // Revoking the refresh token ends every access that came of it.
      if (keys) await this.requests.revoke(kept.loginUrl, keys.refreshToken ?? keys.accessToken);
    } catch (error) {
      if (!(error instanceof SalesforceFailure)) throw error;
      // What it does not know any more is revoked.
      if (error.status !== 400 && attempt < ATTEMPTS) throw error;
      if (error.status !== 400) await this.tell(connectionId, error);
    }
    await this.kept.forget(connectionId, kept.sealed);
  }

  private async tell(connectionId: number, { message: words }: SalesforceFailure): Promise<void> {
    const message = `The access to Salesforce could not be given back. ${words} It is forgotten here; revoke it in Salesforce under Setup, OAuth connected apps usage.`;
    await this.systemLog.write({ level: 'warning', part: 'salesforce', message, details: { connectionId } });
  }
}
