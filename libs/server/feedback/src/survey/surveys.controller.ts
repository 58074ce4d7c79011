import { Controller } from '@nestjs/common';
import { surveysApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { SurveysService } from './surveys.service.ts';

@Controller()
export class SurveysController {
  constructor(private readonly surveys: SurveysService) {}

  @Handles(surveysApi.list)
  list(actor: Actor): Promise<RawJson> {
    return this.surveys.list(actor);
  }

  @Handles(surveysApi.get)
  get(actor: Actor, { params }: RouteCall<typeof surveysApi.get>): Promise<RawJson> {
    return this.surveys.read(actor, params.brandId);
  }

  @Handles(surveysApi.write)
  write(
    actor: Actor,
    { params, body }: RouteCall<typeof surveysApi.write>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    return this.surveys.write(actor, params.brandId, { survey: body, ifMatch });
  }
}
