import { Injectable } from '@nestjs/common';
import type { Actor, Opening } from '@bureau/contracts';
import { BrandRepository } from '@bureau/identity';
import { Clock } from '@bureau/platform';
import { hoursOfBrand } from '@bureau/domain';
import { BusinessHours, openingOf } from './business-hours.ts';
import { CalendarRepository } from './calendar.repository.ts';
import { brandsSeenBy } from './calendars.service.ts';

/** Which brands are open now. */
@Injectable()
export class OpeningQueries {
  constructor(
    private readonly hours: BusinessHours,
    private readonly calendars: CalendarRepository,
    private readonly brands: BrandRepository,
    private readonly clock: Clock,
  ) {}

  /** Of the brands that the actor sees. */
  async now(actor: Actor): Promise<Opening[]> {
    const brands = await this.brands.list(brandsSeenBy(actor));
    const [calendars, hours] = [await this.calendars.inUse(), await this.hours.read()];
    const now = this.clock.now();
    return brands.flatMap(({ id }) => {
      const calendar =
        calendars.find(({ brandIds }) => brandIds.includes(id)) ?? calendars.find((one) => one.isDefault);
      if (!calendar) return [];
      const { isOpen, opensAt, closesAt } = openingOf(hoursOfBrand(hours, id), now);
      const times = { opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null };
      return [{ brandId: id, calendarId: calendar.id, isOpen, ...times }];
    });
  }
}
