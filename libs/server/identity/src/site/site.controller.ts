import { Controller } from '@nestjs/common';
import { siteApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { ChangeSite } from './change-site.ts';
import { SiteRepository } from './site.repository.ts';

@Controller()
export class SiteController {
  constructor(
    private readonly site: SiteRepository,
    private readonly changeSite: ChangeSite,
  ) {}

  @Handles(siteApi.read)
  read(): Promise<RawJson> {
    return this.site.read();
  }

  @Handles(siteApi.change)
  change(actor: Actor, { body }: RouteCall<typeof siteApi.change>, { ifMatch }: HttpExchange): Promise<RawJson> {
    return this.changeSite.run(actor, { changes: body, ifMatch });
  }
}
