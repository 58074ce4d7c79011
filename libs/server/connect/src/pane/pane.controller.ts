import { Controller } from '@nestjs/common';
import {
  salesforcePaneApi,
  type Actor,
  type Pane,
  type PaneField,
  type PaneObject,
  type PaneSection,
  type RouteCall,
} from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { PaneChoicesQueries } from './pane-choices.queries.ts';
import { PaneSectionRepository } from './pane-section.repository.ts';
import { ReadPane } from './read-pane.ts';
import { WritePaneSections } from './write-pane-sections.ts';

@Controller()
export class PaneController {
  constructor(
    private readonly read: ReadPane,
    private readonly kept: PaneSectionRepository,
    private readonly choices: PaneChoicesQueries,
    private readonly write: WritePaneSections,
  ) {}

  @Handles(salesforcePaneApi.get)
  get(actor: Actor, { params, query }: RouteCall<typeof salesforcePaneApi.get>): Promise<Pane> {
    return this.read.run(actor, params, query);
  }

  @Handles(salesforcePaneApi.sections)
  async sections(): Promise<{ items: PaneSection[] }> {
    return { items: await this.kept.all() };
  }

  @Handles(salesforcePaneApi.objects)
  async objects(): Promise<{ items: PaneObject[] }> {
    return { items: await this.choices.objects() };
  }

  @Handles(salesforcePaneApi.fields)
  async fields(_: Actor, { params }: RouteCall<typeof salesforcePaneApi.fields>): Promise<{ items: PaneField[] }> {
    return { items: await this.choices.fields(params.salesforceObject) };
  }

  @Handles(salesforcePaneApi.add)
  add(actor: Actor, { body }: RouteCall<typeof salesforcePaneApi.add>): Promise<PaneSection> {
    return this.write.add(actor, body);
  }

  @Handles(salesforcePaneApi.update)
  update(actor: Actor, { params, body }: RouteCall<typeof salesforcePaneApi.update>): Promise<PaneSection> {
    return this.write.change(actor, params.sectionId, body);
  }

  @Handles(salesforcePaneApi.remove)
  async remove(actor: Actor, { params }: RouteCall<typeof salesforcePaneApi.remove>): Promise<void> {
    await this.write.remove(actor, params.sectionId);
  }
}
