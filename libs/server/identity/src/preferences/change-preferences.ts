import { Injectable } from '@nestjs/common';
import { changedPreferences, type Actor, type ChangePreferences as Input, type Preferences } from '@bureau/contracts';
import { Outbox, Transactional } from '@bureau/platform';
import { userOf } from '../session/user-of.ts';
import { PreferencesRepository } from './preferences.repository.ts';

/** Changes what somebody has chosen for himself; his other windows hear of it. */
@Injectable()
export class ChangePreferences {
  constructor(
    private readonly preferences: PreferencesRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Throws permission.denied for whoever is no user in person. */
  @Transactional()
  async run(actor: Actor, input: Input): Promise<Preferences> {
    const { userId } = userOf(actor);
    const after = changedPreferences(await this.preferences.lock(userId), input);
    await this.preferences.write(userId, after);
    await this.outbox.add('preferences.changed', { userId });
    return after;
  }
}
