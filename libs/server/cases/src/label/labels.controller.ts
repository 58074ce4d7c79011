import { Controller } from '@nestjs/common';
import { labelsApi, type Actor, type Label, type LabelUse, type RouteCall } from '@bureau/contracts';
import { Handles, ProblemError } from '@bureau/platform';
import { LabelRepository } from './label.repository.ts';
import { MergeLabels } from './merge-labels.ts';
import { LabelsService } from './labels.service.ts';

@Controller()
export class LabelsController {
  constructor(
    private readonly labels: LabelRepository,
    private readonly service: LabelsService,
    private readonly mergeLabels: MergeLabels,
  ) {}

  @Handles(labelsApi.list)
  async list(_actor: Actor, { query }: RouteCall<typeof labelsApi.list>): Promise<{ items: Label[] }> {
    return { items: await this.labels.list(query) };
  }

  @Handles(labelsApi.uses)
  async uses(): Promise<{ items: LabelUse[] }> {
    return { items: await this.labels.uses() };
  }

  @Handles(labelsApi.create)
  create(actor: Actor, { body }: RouteCall<typeof labelsApi.create>): Promise<Label> {
    return this.service.create(actor, body);
  }

  @Handles(labelsApi.order)
  async order(actor: Actor, { body }: RouteCall<typeof labelsApi.order>): Promise<{ items: Label[] }> {
    return { items: await this.service.order(actor, body.ids) };
  }

  @Handles(labelsApi.get)
  async get(_actor: Actor, { params }: RouteCall<typeof labelsApi.get>): Promise<Label> {
    const label = await this.labels.find(params.labelId);
    if (!label) throw new ProblemError('label.not-found');
    return label;
  }

  @Handles(labelsApi.update)
  update(actor: Actor, { params, body }: RouteCall<typeof labelsApi.update>): Promise<Label> {
    return this.service.update(actor, params.labelId, body);
  }

  @Handles(labelsApi.merge)
  merge(actor: Actor, { params, body }: RouteCall<typeof labelsApi.merge>): Promise<Label> {
    return this.mergeLabels.run(actor, params.labelId, body.intoId);
  }

  @Handles(labelsApi.delete)
  delete(actor: Actor, { params }: RouteCall<typeof labelsApi.delete>): Promise<void> {
    return this.service.delete(actor, params.labelId);
  }
}
