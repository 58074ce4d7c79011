import { Controller } from '@nestjs/common';
import {
  salesforceSettingsApi,
  type Actor,
  type ObjectChoices,
  type ObjectSettings,
  type RouteCall,
} from '@bureau/contracts';
import { Handles } from '@bureau/platform';
import { ChangeSettings } from './change-settings.ts';
import { ObjectChoicesQueries } from './object-choices.queries.ts';
import { ObjectSettingsRepository } from './object-settings.repository.ts';

@Controller()
export class SettingsController {
  constructor(
    private readonly settings: ObjectSettingsRepository,
    private readonly change: ChangeSettings,
    private readonly choices: ObjectChoicesQueries,
  ) {}

  @Handles(salesforceSettingsApi.list)
  async list(): Promise<{ items: ObjectSettings[] }> {
    return { items: await this.settings.all() };
  }

  @Handles(salesforceSettingsApi.update)
  update(actor: Actor, { params, body }: RouteCall<typeof salesforceSettingsApi.update>): Promise<ObjectSettings> {
    return this.change.run(actor, params.object, body);
  }

  @Handles(salesforceSettingsApi.choices)
  choicesOf(_: Actor, { params }: RouteCall<typeof salesforceSettingsApi.choices>): Promise<ObjectChoices> {
    return this.choices.of(params.object);
  }
}
