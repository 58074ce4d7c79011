import { Controller } from '@nestjs/common';
import { caseLinksApi, type Actor, type CaseAccessLink, type RouteCall } from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { CaseLinks } from './case-links.ts';

@Controller()
export class CaseLinksController {
  constructor(private readonly links: CaseLinks) {}

  @Handles(caseLinksApi.list)
  list(actor: Actor, { params }: RouteCall<typeof caseLinksApi.list>): Promise<{ items: CaseAccessLink[] }> {
    return this.links.list(actor, params.caseId);
  }

  @Handles(caseLinksApi.revoke)
  revoke(actor: Actor, { params }: RouteCall<typeof caseLinksApi.revoke>): Promise<{ items: CaseAccessLink[] }> {
    return this.links.revoke(actor, params.caseId);
  }
}
