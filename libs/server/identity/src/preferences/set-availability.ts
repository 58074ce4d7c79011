import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor, type Availability } from '@bureau/contracts';
import { Clock, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { PreferencesRepository } from './preferences.repository.ts';

/** Somebody begins or ceases to take new cases; also by an application that acts for him, such as a telephone. */
@Injectable()
export class SetAvailability {
  constructor(
    private readonly preferences: PreferencesRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws session.required for who is no user. Once more does nothing. */
  @Transactional()
  async run(actor: Actor, { available }: Availability): Promise<Availability> {
    const userId = userIdOf(actor);
    if (userId === undefined) throw new ProblemError('session.required');
    if (!(await this.preferences.setAvailable(userId, available))) return { available };

    await this.preferences.recordAvailability(userId, { available, at: this.clock.now() });
    await this.outbox.add('user.availability-changed', { userId, available });
    return { available };
  }
}
