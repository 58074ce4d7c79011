import { Controller } from '@nestjs/common';
import {
  preferencesApi,
  userIdOf,
  type Actor,
  type Availability,
  type Preferences,
  type RouteCall,
} from '@bureau/contracts';
import { Handles, ProblemError } from '@bureau/platform';
import { ChangePreferences } from './change-preferences.ts';
import { PreferencesRepository } from './preferences.repository.ts';
import { SetAvailability } from './set-availability.ts';

@Controller()
export class PreferencesController {
  constructor(
    private readonly preferences: PreferencesRepository,
    private readonly changePreferences: ChangePreferences,
    private readonly availability: SetAvailability,
  ) {}

  @Handles(preferencesApi.read)
  read(actor: Actor): Promise<Preferences> {
    const userId = userIdOf(actor);
    if (userId === undefined) throw new ProblemError('session.required');
    return this.preferences.of(userId);
  }

  @Handles(preferencesApi.change)
  change(actor: Actor, { body }: RouteCall<typeof preferencesApi.change>): Promise<Preferences> {
    return this.changePreferences.run(actor, body);
  }

  @Handles(preferencesApi.setAvailability)
  setAvailability(actor: Actor, { body }: RouteCall<typeof preferencesApi.setAvailability>): Promise<Availability> {
    return this.availability.run(actor, body);
  }
}
