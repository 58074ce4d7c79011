import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import { TakeCase, UpdateCase } from '@bureau/cases';
import { ProblemError, Transactional } from '@bureau/platform';
import { OfferRepository } from './offer.repository.ts';
import { TellRouting } from './tell-routing.ts';

/** The agent accepts what is offered: the case is his, and he has it to work on it. */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly offers: OfferRepository,
    private readonly takeCase: TakeCase,
    private readonly updateCase: UpdateCase,
    private readonly tell: TellRouting,
  ) {}

  /** Throws routing.offer-over: the time ran out, or somebody was faster. */
  async run(actor: Actor, offerId: number): Promise<{ caseId: number }> {
    try {
      return await this.accept(actor, offerId);
    } catch (error) {
      if (!(error instanceof ProblemError) || !error.code.startsWith('case.')) throw error;
      await this.withdraw(offerId);
      throw new ProblemError('routing.offer-over');
    }
  }

  @Transactional()
  private async accept(actor: Actor, offerId: number): Promise<{ caseId: number }> {
    const userId = userIdOf(actor);
    const accepted = userId === undefined ? undefined : await this.offers.accept(offerId, userId);
    if (!accepted) throw new ProblemError('routing.offer-over');
    const { caseId } = accepted;

    await this.takeCase.run(actor, caseId, { takeOver: false });
    await this.updateCase.run(actor, caseId, { assigneeId: accepted.userId });
    await this.tell.agent(accepted.userId);
    return { caseId };
  }

  @Transactional()
  private async withdraw(offerId: number): Promise<void> {
    await this.tell.of(await this.offers.withdraw(offerId));
  }
}
