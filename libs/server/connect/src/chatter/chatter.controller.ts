import { Controller } from '@nestjs/common';
import {
  salesforceChatterApi,
  type Actor,
  type ChatterPerson,
  type ChatterSettings,
  type RouteCall,
} from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { ChangeChatter } from './change-chatter.ts';
import { ChatterPeopleQueries } from './chatter-people.queries.ts';
import { ChatterSettingsRepository } from './chatter-settings.repository.ts';

@Controller()
export class ChatterController {
  constructor(
    private readonly settings: ChatterSettingsRepository,
    private readonly change: ChangeChatter,
    private readonly organisation: ChatterPeopleQueries,
  ) {}

  @Handles(salesforceChatterApi.get)
  get(): Promise<ChatterSettings> {
    return this.settings.read();
  }

  @Handles(salesforceChatterApi.update)
  update(actor: Actor, { body }: RouteCall<typeof salesforceChatterApi.update>): Promise<ChatterSettings> {
    return this.change.run(actor, body);
  }

  @Handles(salesforceChatterApi.people)
  async people(
    _: Actor,
    { query }: RouteCall<typeof salesforceChatterApi.people>,
  ): Promise<{ items: ChatterPerson[] }> {
    return { items: await this.organisation.find(query.words) };
  }
}
