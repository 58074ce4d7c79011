import { Injectable } from '@nestjs/common';
import { LinkCase } from '@bureau/contracts';
import { LinkCases } from '@bureau/cases';
import { z } from 'zod';
import { links, linkTo } from '../resource/links.ts';
import type { Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';

export const NewCaseLink = z.object({
  url: z.unknown().optional(),
  title: z.unknown().optional(),
  _links: links({ linked_case: linkTo('cases') }),
});

export const CASE_LINK_NAMES: Record<string, string> = { caseId: '_links.linked_case' };

@Injectable()
export class CaseLinkWrites {
  constructor(private readonly linkCases: LinkCases) {}

  /** A link that there is already stays. Returns what the case is tied to. Throws what {@link LinkCases.link} throws. */
  async add({ actor, id: caseId, body }: Wish<z.output<typeof NewCaseLink>>): Promise<string> {
    const { linked_case: otherId } = body._links;
    const page = { url: body.url, title: body.title ?? undefined };
    const { link } = understood(z.object({ link: LinkCase }), { link: otherId ? { caseId: otherId } : page });
    await this.linkCases.link(actor, caseId, link);
    return 'url' in link ? link.url : String(link.caseId);
  }
}
