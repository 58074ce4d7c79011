import { Injectable } from '@nestjs/common';
import { CreateIntegrationUrl, UpdateIntegrationUrl, type Actor, type FilterVisibility } from '@bureau/contracts';
import { IntegrationUrlRepository, SaveIntegration } from '@bureau/cases';
import { InvalidInput, Transactional } from '@bureau/platform';
import { z } from 'zod';
import { Anything, says, textOf } from '../resource/body.ts';
import type { Wish } from '../resource/desk-route.ts';
import { links, linkTo } from '../resource/links.ts';
import { understood } from '../resource/understood.ts';

export const IntegrationUrlBody = z.object({
  name: Anything,
  description: Anything,
  enabled: Anything,
  markup: Anything,
  position: z.number().int().min(1).max(1_000_000).nullish(),
  _links: links({ group: linkTo('groups'), user: linkTo('users') }),
});
export type IntegrationUrlBody = z.output<typeof IntegrationUrlBody>;

/** What the verbs call the fields → what clients call them. */
export const INTEGRATION_URL_NAMES: Record<string, string> = {
  'visibility.groupId': '_links.group',
  'visibility.userId': '_links.user',
};

@Injectable()
export class IntegrationUrlWrites {
  constructor(
    private readonly integrations: IntegrationUrlRepository,
    private readonly save: SaveIntegration,
  ) {}

  /** A link, for everybody unless a group or a user is named. Throws what {@link SaveIntegration.create} throws. */
  @Transactional()
  async create({ actor, body }: Wish<IntegrationUrlBody>): Promise<number> {
    const visibility = visibilityOf(body, { for: 'everyone' });
    const id = await this.save.create(actor, understood(CreateIntegrationUrl, { ...wantedOf(body), visibility }));
    if (body.position) await this.move(actor, id, body.position);
    return id;
  }

  /** Throws what {@link SaveIntegration.update} throws. */
  @Transactional()
  async change({ actor, id, body }: Wish<IntegrationUrlBody>): Promise<void> {
    const before = await this.integrations.lock(id);
    const visibility = before && visibilityOf(body, before.visibility);
    const wanted = { ...wantedOf(body), visibility };
    if (says(wanted)) {
      const changes = understood(UpdateIntegrationUrl, wanted);
      await this.save.update(actor, id, { changes, ifMatch: null });
    }
    if (body.position) await this.move(actor, id, body.position);
  }

  async remove({ actor, id }: Wish<unknown>): Promise<void> {
    await this.save.delete(actor, id);
  }

  /** To the place that many from the front, the first being 1. */
  private async move(actor: Actor, integrationUrlId: number, position: number): Promise<void> {
    const before = (await this.integrations.all()).map(({ id }) => id);
    const after = before.filter((id) => id !== integrationUrlId).toSpliced(position - 1, 0, integrationUrlId);
    if (after.join() !== before.join()) await this.save.reorder(actor, after);
  }
}

function wantedOf({ name, description, enabled, markup }: IntegrationUrlBody) {
  return {
    name: name ?? undefined,
    description: textOf(description),
    enabled: enabled ?? undefined,
    markup: markup ?? undefined,
  };
}

/** A link that is cleared leaves it to everybody; of one that is not named nothing is said. */
function visibilityOf({ _links }: IntegrationUrlBody, before: FilterVisibility): FilterVisibility | undefined {
  const { group, user } = _links;
  if (group && user) {
    throw new InvalidInput([{ path: 'visibility.userId', message: 'Name a group or a user, not both.' }]);
  }
  if (group) return { for: 'group', groupId: group };
  if (user) return { for: 'user', userId: user };
  const isCleared = (group === null && before.for === 'group') || (user === null && before.for === 'user');
  return isCleared ? { for: 'everyone' } : undefined;
}
