import { Controller } from '@nestjs/common';
import {
  LINKED_NOUNS,
  LINKS_NAMED_TO,
  linksApi,
  permits,
  type Actor,
  type Link,
  type LinkedNoun,
  type RouteCall,
} from '@bureau/contracts';
import { Handles, ProblemError } from '../http/index.ts';
import { LinkSources } from './link-sources.ts';

@Controller()
export class LinksController {
  constructor(private readonly sources: LinkSources) {}

  /** Throws permission.denied for whoever may not change such things. */
  @Handles(linksApi.read)
  async read(actor: Actor, { params }: RouteCall<typeof linksApi.read>): Promise<{ items: Link[] }> {
    const { noun, objectId } = params;
    if (!permits(actor, LINKED_NOUNS[noun])) throw new ProblemError('permission.denied');
    if (!exists(actor, noun, objectId)) return { items: [] };
    const links = await this.sources.read(actor, noun, objectId);
    return { items: links.map((link) => (mayReadNames(actor, link) ? link : { ...link, examples: [] })) };
  }
}

/** A brand that somebody does not serve is none for him. */
function exists(actor: Actor, noun: LinkedNoun, id: number): boolean {
  if (noun !== 'brand' || !('access' in actor)) return true;
  const { brandIds } = actor.access;
  return brandIds === null || brandIds.includes(id);
}

function mayReadNames(actor: Actor, { noun }: Link): boolean {
  const permission = LINKS_NAMED_TO[noun];
  return permission === null || permits(actor, permission);
}
