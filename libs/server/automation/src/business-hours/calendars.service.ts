import { Injectable } from '@nestjs/common';
import type { Actor, CreateCalendar, UpdateCalendar } from '@bureau/contracts';
import { AuditLog, BrandRepository } from '@bureau/identity';
import { checkVersion, Clock, orTaken, ProblemError, Transactional, type RawJson } from '@bureau/platform';
import { CalendarRepository, type CalendarFields } from './calendar.repository.ts';

/** When the desk is open. Everybody may know it; to whoever serves only some brands, the others do not exist. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly brands: BrandRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<RawJson> {
    return this.calendars.list(brandsSeenBy(actor));
  }

  /** Throws calendar.not-found. */
  async read(actor: Actor, id: number): Promise<RawJson> {
    const calendar = await this.calendars.read(id, brandsSeenBy(actor));
    if (!calendar) throw new ProblemError('calendar.not-found');
    return calendar;
  }

  /** Throws calendar.name-taken. */
  @Transactional()
  async create(actor: Actor, input: CreateCalendar): Promise<RawJson> {
    const id = await orTaken('calendar.name-taken', () => this.calendars.add(input, this.clock.now()));
    await this.audit.record(actor, { ...named(id, input.name), action: 'created', after: { ...input } });
    return this.read(actor, id);
  }

  /** Throws calendar.not-found, calendar.name-taken, request.precondition-failed. */
  @Transactional()
  async update(
    actor: Actor,
    id: number,
    { changes, ifMatch }: { changes: UpdateCalendar; ifMatch: string | null },
  ): Promise<RawJson> {
    await this.calendars.lockAll();
    const { version, ...before } = await this.fieldsOf(id);
    checkVersion(version, ifMatch);
    const after: CalendarFields = {
      name: changes.name ?? before.name,
      timeZone: changes.timeZone === undefined ? before.timeZone : changes.timeZone,
      week: changes.week ?? before.week,
      specialDays: changes.specialDays ?? before.specialDays,
      isDefault: changes.isDefault ?? before.isDefault,
    };
    await orTaken('calendar.name-taken', () => this.calendars.save(id, after, this.clock.now()));
    await this.audit.record(actor, { ...named(id, after.name), action: 'changed', before, after: { ...after } });
    return this.read(actor, id);
  }

  /** The brands that used it use the default. Throws calendar.not-found, calendar.is-default. */
  @Transactional()
  async remove(actor: Actor, id: number): Promise<void> {
    await this.calendars.lockAll();
    const { version: _, ...before } = await this.fieldsOf(id);
    if (before.isDefault) throw new ProblemError('calendar.is-default');
    await this.calendars.remove(id);
    await this.audit.record(actor, { ...named(id, before.name), action: 'deleted', before });
  }

  /** Null: the default. Throws brand.not-found, calendar.not-found. */
  @Transactional()
  async chooseForBrand(actor: Actor, brandId: number, calendarId: number | null): Promise<void> {
    const seen = brandsSeenBy(actor);
    await this.calendars.lockAll();
    const brand = seen === null || seen.includes(brandId) ? await this.brands.lock(brandId) : undefined;
    if (!brand) throw new ProblemError('brand.not-found');
    const chosen = calendarId === null ? null : (await this.fieldsOf(calendarId)).name;
    const before = { businessHours: (await this.calendars.chosenBy(brandId)) ?? null };
    await this.calendars.choose(brandId, calendarId);
    const entry = { noun: 'brand', id: brandId, name: brand.name, action: 'changed' } as const;
    await this.audit.record(actor, { ...entry, before, after: { businessHours: chosen } });
  }

  private async fieldsOf(id: number): Promise<CalendarFields & { version: string }> {
    const fields = await this.calendars.fieldsOf(id);
    if (!fields) throw new ProblemError('calendar.not-found');
    return fields;
  }
}

/** The brands that somebody sees; null means every one. */
export function brandsSeenBy(actor: Actor): number[] | null {
  return 'access' in actor ? actor.access.brandIds : null;
}

function named(id: number, name: string) {
  return { noun: 'business-calendar', id, name } as const;
}
