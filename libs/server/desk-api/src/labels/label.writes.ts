import { Injectable } from '@nestjs/common';
import { CreateLabel, LabelType, permits, UpdateLabel, type Actor } from '@bureau/contracts';
import { LabelRepository, LabelsService } from '@bureau/cases';
import { Transactional } from '@bureau/platform';
import { z } from 'zod';
import { Anything, Flag, says, textOf } from '../resource/body.ts';
import type { Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';

export const LabelBody = z.object({
  name: Anything,
  description: Anything,
  /** What there is nothing of here, such as opportunities, is passed over. */
  types: z.union([z.array(z.string()).transform(knownTypes), z.unknown()]).optional(),
  enabled: Flag,
  active: Flag,
  color: Anything,
  position: z.number().int().min(1).max(1_000_000).nullish(),
});
export type LabelBody = z.output<typeof LabelBody>;

@Injectable()
export class LabelWrites {
  constructor(
    private readonly labels: LabelRepository,
    private readonly service: LabelsService,
  ) {}

  /** Behind the others, or where it is wanted by those who may order labels. Throws what {@link LabelsService.create} throws. */
  @Transactional()
  async create({ actor, body }: Wish<LabelBody>): Promise<number> {
    const { id } = await this.service.create(actor, understood(CreateLabel, wantedOf(body)));
    if (body.position && permits(actor, 'labels:manage')) await this.move(actor, id, body.position);
    return id;
  }

  /** Throws what {@link LabelsService.update} throws. */
  @Transactional()
  async change({ actor, id, body }: Wish<LabelBody>): Promise<void> {
    const wanted = wantedOf(body);
    if (says(wanted)) await this.service.update(actor, id, understood(UpdateLabel, wanted));
    if (body.position) await this.move(actor, id, body.position);
  }

  /** It is there no more at once; cases lose it behind the scenes. */
  async remove({ actor, id }: Wish<unknown>): Promise<void> {
    await this.service.delete(actor, id);
  }

  /** To the place that many from the front, the first being 1. */
  private async move(actor: Actor, labelId: number, position: number): Promise<void> {
    const before = (await this.labels.list({})).map(({ id }) => id);
    const after = before.filter((id) => id !== labelId).toSpliced(position - 1, 0, labelId);
    if (after.join() !== before.join()) await this.service.order(actor, after);
  }
}

function wantedOf({ name, description, types, enabled, active, color }: LabelBody) {
  return {
    name: name ?? undefined,
    description: textOf(description),
    types: types ?? undefined,
    enabled: enabled ?? active ?? undefined,
    color: color ?? undefined,
  };
}

function knownTypes(types: string[]): string[] {
  const known = types.filter((type) => LabelType.safeParse(type).success);
  return known.length === 0 ? types : known;
}
