import { Injectable } from '@nestjs/common';
import { DeskHoursSource } from '@bureau/cases';
import { hoursOfBrand, openHoursOf, type DeskHours, type OpenHours } from '@bureau/domain';
import { CalendarRepository, type CalendarInUse } from './calendar.repository.ts';

/** Whether it is open at a moment, and when that changes; null: not within the next years. */
export interface OpeningAt {
  isOpen: boolean;
  /** Null while it is open. */
  opensAt: Date | null;
  /** Null while it is closed. */
  closesAt: Date | null;
}

/** When the brands of the desk are open. Calendars are read at every question; what was reckoned of them is kept. */
@Injectable()
export class BusinessHours {
  private readonly known = new Map<number, { version: string; hours: OpenHours }>();

  constructor(
    private readonly calendars: CalendarRepository,
    source: DeskHoursSource,
  ) {
    source.declare(() => this.read());
  }

  /** The hours of all brands. */
  async read(): Promise<DeskHours> {
    return this.deskHoursOf(await this.calendars.inUse());
  }

  /** A brand's hours; those of the desk when it has none of its own. */
  async of(brandId: number): Promise<OpenHours> {
    return hoursOfBrand(await this.read(), brandId);
  }

  async openAt(brandId: number, instant: Date): Promise<OpeningAt> {
    return openingOf(await this.of(brandId), instant);
  }

  private deskHoursOf(calendars: readonly CalendarInUse[]): DeskHours {
    const standard = calendars.find(({ isDefault }) => isDefault);
    if (!standard) throw new Error('The desk has no default calendar.');
    for (const id of this.known.keys()) if (calendars.every((one) => one.id !== id)) this.known.delete(id);
    return {
      standard: this.hoursOf(standard),
      standardBrandIds: standard.brandIds,
      exceptions: calendars
        .filter(({ isDefault }) => !isDefault)
        .map((calendar) => ({ brandIds: calendar.brandIds, hours: this.hoursOf(calendar) })),
    };
  }

  private hoursOf({ id, zone, week, specialDays, version }: CalendarInUse): OpenHours {
    const wanted = `${version} ${zone}`;
    const known = this.known.get(id);
    if (known?.version === wanted) return known.hours;
    const hours = openHoursOf({ timeZone: zone, week, specialDays });
    this.known.set(id, { version: wanted, hours });
    return hours;
  }
}

export function openingOf(hours: OpenHours, instant: Date): OpeningAt {
  const at = instant.getTime();
  if (hours.isOpenAt(at)) return { isOpen: true, opensAt: null, closesAt: dateOf(hours.nextClosing(at)) };
  return { isOpen: false, opensAt: dateOf(hours.nextOpening(at)), closesAt: null };
}

function dateOf(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}
