import { Controller } from '@nestjs/common';
import { brandsApi, type Actor, type BrandDetails, type RouteCall } from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { BrandsService } from './brands.service.ts';

@Controller()
export class BrandsController {
  constructor(private readonly service: BrandsService) {}

  @Handles(brandsApi.list)
  async list(actor: Actor): Promise<{ items: BrandDetails[] }> {
    return { items: await this.service.list(actor) };
  }

  @Handles(brandsApi.read)
  read(actor: Actor, { params }: RouteCall<typeof brandsApi.read>): Promise<RawJson> {
    return this.service.read(actor, params.brandId);
  }

  @Handles(brandsApi.create)
  create(actor: Actor, { body }: RouteCall<typeof brandsApi.create>): Promise<RawJson> {
    return this.service.create(actor, body);
  }

  @Handles(brandsApi.change)
  change(
    actor: Actor,
    { params, body }: RouteCall<typeof brandsApi.change>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    return this.service.change(actor, params.brandId, { input: body, ifMatch });
  }

  @Handles(brandsApi.remove)
  remove(actor: Actor, { params }: RouteCall<typeof brandsApi.remove>): Promise<void> {
    return this.service.remove(actor, params.brandId);
  }
}
