import { Injectable } from '@nestjs/common';
import { Outbox } from '@bureau/platform';
import type { EndedOffer } from './offer.repository.ts';

/** News of routing for the agents concerned and the board, in the transaction that made them. */
@Injectable()
export class TellRouting {
  constructor(private readonly outbox: Outbox) {}

  async of(offers: readonly EndedOffer[]): Promise<void> {
    for (const { userId, caseId } of offers) await this.outbox.add('routing.changed', { userId, caseId });
  }

  /** Something is on offer: for screens only. */
  async offered(offer: EndedOffer): Promise<void> {
    await this.outbox.add('routing.offered', offer);
  }

  async agent(userId: number): Promise<void> {
    await this.outbox.add('routing.changed', { userId, caseId: null });
  }
}
