import { Injectable } from '@nestjs/common';
import { Transactional } from '@bureau/platform';
import { OfferRepository, type EndedOffer } from './offer.repository.ts';
import { TellRouting } from './tell-routing.ts';

/** Takes back what nobody answered in time. Whoever asks for a case does it first, so no time is lost when no sweep runs. */
@Injectable()
export class ExpireOffers {
  constructor(
    private readonly offers: OfferRepository,
    private readonly tell: TellRouting,
  ) {}

  @Transactional()
  async run(): Promise<EndedOffer[]> {
    const expired = await this.offers.expire();
    await this.tell.of(expired);
    return expired;
  }
}
