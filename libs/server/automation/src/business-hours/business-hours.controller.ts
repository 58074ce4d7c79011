import { Controller } from '@nestjs/common';
import { businessHoursApi, type Actor, type HolidaysRead, type Opening, type RouteCall } from '@bureau/contracts';
import { readHolidays } from '@bureau/domain';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { CalendarsService } from './calendars.service.ts';
import { OpeningQueries } from './opening.queries.ts';

@Controller()
export class BusinessHoursController {
  constructor(
    private readonly calendars: CalendarsService,
    private readonly openings: OpeningQueries,
  ) {}

  @Handles(businessHoursApi.now)
  async now(actor: Actor): Promise<{ items: Opening[] }> {
    return { items: await this.openings.now(actor) };
  }

  @Handles(businessHoursApi.list)
  list(actor: Actor): Promise<RawJson> {
    return this.calendars.list(actor);
  }

  @Handles(businessHoursApi.create)
  create(actor: Actor, { body }: RouteCall<typeof businessHoursApi.create>): Promise<RawJson> {
    return this.calendars.create(actor, body);
  }

  @Handles(businessHoursApi.readHolidays)
  readHolidays(_actor: Actor, { body }: RouteCall<typeof businessHoursApi.readHolidays>): HolidaysRead {
    return readHolidays(body.ics);
  }

  @Handles(businessHoursApi.get)
  get(actor: Actor, { params }: RouteCall<typeof businessHoursApi.get>): Promise<RawJson> {
    return this.calendars.read(actor, params.calendarId);
  }

  @Handles(businessHoursApi.update)
  update(
    actor: Actor,
    { params, body }: RouteCall<typeof businessHoursApi.update>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    return this.calendars.update(actor, params.calendarId, { changes: body, ifMatch });
  }

  @Handles(businessHoursApi.delete)
  delete(actor: Actor, { params }: RouteCall<typeof businessHoursApi.delete>): Promise<void> {
    return this.calendars.remove(actor, params.calendarId);
  }

  @Handles(businessHoursApi.chooseForBrand)
  chooseForBrand(actor: Actor, { params, body }: RouteCall<typeof businessHoursApi.chooseForBrand>): Promise<void> {
    return this.calendars.chooseForBrand(actor, params.brandId, body.calendarId);
  }
}
