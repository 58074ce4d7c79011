import { Readable } from 'node:stream';
import { Controller } from '@nestjs/common';
import { supportCentersApi, type Actor, type RouteCall, type SupportCenter } from '@bureau/contracts';
import { Handles, type HttpExchange } from '@bureau/platform';
import { CenterSettings } from './center-settings.ts';

@Controller()
export class CentersController {
  constructor(private readonly settings: CenterSettings) {}

  @Handles(supportCentersApi.list)
  async list(actor: Actor): Promise<{ items: SupportCenter[] }> {
    return { items: await this.settings.list(actor) };
  }

  @Handles(supportCentersApi.read)
  read(actor: Actor, { params }: RouteCall<typeof supportCentersApi.read>): Promise<SupportCenter> {
    return this.settings.read(actor, params.brandId);
  }

  @Handles(supportCentersApi.change)
  change(actor: Actor, { params, body }: RouteCall<typeof supportCentersApi.change>): Promise<SupportCenter> {
    return this.settings.change(actor, params.brandId, body);
  }

  @Handles(supportCentersApi.setLogo)
  setLogo(
    actor: Actor,
    { params }: RouteCall<typeof supportCentersApi.setLogo>,
    { request }: HttpExchange,
  ): Promise<SupportCenter> {
    const content = request.body instanceof Readable ? request.body : Readable.from([]);
    return this.settings.setLogo(actor, params.brandId, content);
  }

  @Handles(supportCentersApi.removeLogo)
  removeLogo(actor: Actor, { params }: RouteCall<typeof supportCentersApi.removeLogo>): Promise<SupportCenter> {
    return this.settings.removeLogo(actor, params.brandId);
  }
}
