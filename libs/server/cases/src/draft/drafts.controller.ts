import { Controller } from '@nestjs/common';
import { draftsApi, type Actor, type Draft, type RouteCall } from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { DraftsService } from './drafts.service.ts';

@Controller()
export class DraftsController {
  constructor(private readonly drafts: DraftsService) {}

  @Handles(draftsApi.get)
  get(actor: Actor, { params, query }: RouteCall<typeof draftsApi.get>): Promise<{ draft: Draft | null }> {
    return this.drafts.get(actor, { ...params, ...query });
  }

  @Handles(draftsApi.save)
  save(actor: Actor, { params, query, body }: RouteCall<typeof draftsApi.save>): Promise<{ draft: Draft }> {
    return this.drafts.save(actor, { ...params, ...query }, body);
  }

  @Handles(draftsApi.discard)
  discard(actor: Actor, { params, query }: RouteCall<typeof draftsApi.discard>): Promise<void> {
    return this.drafts.discard(actor, { ...params, ...query });
  }
}
