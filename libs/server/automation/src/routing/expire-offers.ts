import { Injectable } from '@nestjs/common';
import { Transactional } from '@bureau/platform';
import { OfferRepository } from './offer.repository.ts';
import { TellRouting } from './tell-routing.ts';

/** Takes back what nobody answered in time. Whoever asks for a case does it first, so no time is lost when no sweep runs. */
@Injectable()
export class ExpireOffers {
  constructor(
    private readonly offers: OfferRepository,
    private readonly tell: TellRouting,
  ) {}

  /** Whoever asks comes by here: most often nothing is over, and a look is enough. */
  async run(): Promise<void> {
    if (await this.offers.anyOver()) await this.expire();
  }

  @Transactional()
  private async expire(): Promise<void> {
    const expired = await this.offers.expire();
    await this.tell.of(expired);
  }
}
