import { Injectable } from '@nestjs/common';
import type { WhenAway } from '@bureau/contracts';
import { CaseRepository, SYSTEM, UpdateCase } from '@bureau/cases';
import { Database, Transactional } from '@bureau/platform';
import { AvailableAgents } from './available-agents.queries.ts';
import { OfferRepository } from './offer.repository.ts';
import { TellRouting } from './tell-routing.ts';

/** What becomes of the cases that somebody has in hand when he goes away: as the desk has set. */
@Injectable()
export class LeaveCases {
  constructor(
    private readonly offers: OfferRepository,
    private readonly cases: CaseRepository,
    private readonly updateCase: UpdateCase,
    private readonly agents: AvailableAgents,
    private readonly tell: TellRouting,
    private readonly database: Database,
  ) {}

  @Transactional()
  async run(userId: number, whenAway: WhenAway): Promise<void> {
    if (whenAway === 'keep') return;
    const left = await this.offers.giveBack(userId, { inHand: true });
    for (const { caseId } of left) await this.handOn(caseId, userId, whenAway);
    await this.tell.of(left);
  }

  /** To a colleague of the case's group, or to nobody, so that routing finds one. What cannot be changed any more stays. */
  private async handOn(caseId: number, from: number, whenAway: 'give-back' | 'reassign'): Promise<void> {
    const supportCase = await this.cases.lock(SYSTEM, caseId);
    if (supportCase?.assigneeId !== from || supportCase.status === 'closed') return;
    const assigneeId = whenAway === 'reassign' ? await this.leastBusy(supportCase.groupId, from) : null;
    await this.database.run('UPDATE cases SET locked_by = NULL, locked_until = NULL WHERE id = $1', [caseId]);
    await this.updateCase.run(SYSTEM, caseId, {
      assigneeId,
      routeStatus: assigneeId === null ? 'available' : 'assigned',
    });
  }

  private async leastBusy(groupId: number | null, except: number): Promise<number | null> {
    const others = (await this.agents.ofInTurn(groupId)).filter(({ userId }) => userId !== except);
    const [chosen] = others.toSorted((a, b) => a.load - b.load);
    if (!chosen) return null;
    await this.agents.gave(chosen.userId);
    return chosen.userId;
  }
}
