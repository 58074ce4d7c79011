import { Controller } from '@nestjs/common';
import { LINKED_NOUNS, linksApi, permits, type Actor, type Link, type RouteCall } from '@bureau/contracts';
import { Handles, ProblemError } from '../http/index.ts';
import { LinkSources } from './link-sources.ts';

@Controller()
export class LinksController {
  constructor(private readonly sources: LinkSources) {}

  /** Throws permission.denied for whoever may not change such things. */
  @Handles(linksApi.read)
  async read(actor: Actor, { params }: RouteCall<typeof linksApi.read>): Promise<{ items: Link[] }> {
    if (!permits(actor, LINKED_NOUNS[params.noun])) throw new ProblemError('permission.denied');
    return { items: await this.sources.read(actor, params.noun, params.objectId) };
  }
}
