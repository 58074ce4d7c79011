import { Controller } from '@nestjs/common';
import { checklistApi, type Actor, type AttentionItem, type Checklist, type RouteCall } from '@bureau/contracts';
import { Clock, Handles } from '@bureau/platform';
import { AttentionQueries } from './attention.queries.ts';
import { ChecklistQueries } from './checklist.queries.ts';

@Controller()
export class ChecklistController {
  constructor(
    private readonly checklist: ChecklistQueries,
    private readonly attention: AttentionQueries,
    private readonly clock: Clock,
  ) {}

  @Handles(checklistApi.read)
  read(): Promise<Checklist> {
    return this.checklist.read();
  }

  @Handles(checklistApi.dismiss)
  async dismiss(_actor: Actor, { body }: RouteCall<typeof checklistApi.dismiss>): Promise<Checklist> {
    await this.checklist.dismiss(body.dismissed ? this.clock.now() : null);
    return this.checklist.read();
  }

  @Handles(checklistApi.attention)
  async needed(actor: Actor): Promise<{ items: AttentionItem[] }> {
    return { items: await this.attention.list(actor) };
  }
}
