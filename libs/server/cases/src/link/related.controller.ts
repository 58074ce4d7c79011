import { Controller } from '@nestjs/common';
import { relatedApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, ProblemError, type RawJson } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';
import { LinkCases } from './link-cases.ts';
import { LinkRepository } from './link.repository.ts';

@Controller()
export class RelatedController {
  constructor(
    private readonly cases: CaseRepository,
    private readonly links: LinkRepository,
    private readonly linkCases: LinkCases,
  ) {}

  @Handles(relatedApi.get)
  async get(actor: Actor, { params }: RouteCall<typeof relatedApi.get>): Promise<RawJson> {
    if (!(await this.cases.isVisible(actor, params.caseId))) throw new ProblemError('case.not-found');
    return this.links.related(actor, params.caseId);
  }

  @Handles(relatedApi.link)
  async link(actor: Actor, { params, body }: RouteCall<typeof relatedApi.link>): Promise<RawJson> {
    await this.linkCases.link(actor, params.caseId, body);
    return this.links.links(actor, params.caseId);
  }

  @Handles(relatedApi.unlink)
  unlink(actor: Actor, { params }: RouteCall<typeof relatedApi.unlink>): Promise<void> {
    return this.linkCases.unlink(actor, params);
  }
}
