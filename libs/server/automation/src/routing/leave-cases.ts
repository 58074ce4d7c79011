import { Injectable } from '@nestjs/common';
import type { WhenAway } from '@bureau/contracts';
import { CaseRepository, SYSTEM, UpdateCase } from '@bureau/cases';
import { Database, Transactional } from '@bureau/platform';
import { OfferRepository, type LeftOffer } from './offer.repository.ts';
import { SuccessorQueries } from './successor.queries.ts';
import { TellRouting } from './tell-routing.ts';

/** As the desk has set it; or they stay with him, and whoever stands in is offered them. */
export type Leaving = WhenAway | 'stand-in';

/** What becomes of the cases that somebody has in hand when he goes away. */
@Injectable()
export class LeaveCases {
  constructor(
    private readonly offers: OfferRepository,
    private readonly cases: CaseRepository,
    private readonly updateCase: UpdateCase,
    private readonly successors: SuccessorQueries,
    private readonly tell: TellRouting,
    private readonly database: Database,
  ) {}

  @Transactional()
  async run(userId: number, leaving: Leaving): Promise<void> {
    if (leaving === 'keep') return;
    const left = await this.offers.giveBack(userId, { inHand: true });
    for (const one of left) await this.leave(one, leaving);
    await this.tell.of(left);
  }

  /** What cannot be changed any more, or is somebody else's meanwhile, stays as it is. */
  private async leave({ caseId, userId, channel }: LeftOffer, leaving: Exclude<Leaving, 'keep'>): Promise<void> {
    const supportCase = await this.cases.lock(SYSTEM, caseId);
    if (supportCase?.assigneeId !== userId || supportCase.status === 'closed') return;
    await this.database.run('UPDATE cases SET locked_by = NULL, locked_until = NULL WHERE id = $1', [caseId]);
    if (leaving === 'stand-in') return;
    const left = { ...supportCase, channel, from: userId };
    const successorId = leaving === 'reassign' ? await this.successors.of(left) : undefined;
    if (successorId === undefined) {
      await this.updateCase.run(SYSTEM, caseId, { assigneeId: null, routeStatus: 'available' });
      return;
    }
    await this.handTo(successorId, caseId);
  }

  /** He has it in hand from now on, so that it counts among what he is given. */
  private async handTo(userId: number, caseId: number): Promise<void> {
    await this.updateCase.run(SYSTEM, caseId, { assigneeId: userId, routeStatus: 'assigned' });
    await this.offers.handTo(userId, caseId);
    await this.tell.agent(userId);
  }
}
