import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { OnEvent, Outbox, Transactional } from '@bureau/platform';
import { AbsenceRepository } from './absence.repository.ts';
import { LeaveCases } from './leave-cases.ts';
import { PlayRouting } from './play.ts';
import { RoutingSettingsRepository } from './routing-settings.repository.ts';

/** Out of office begins: its agent is given no more cases, and what he has in hand is left to others. Once for each. */
@Injectable()
export class BeginAbsences {
  constructor(
    private readonly absences: AbsenceRepository,
    private readonly settings: RoutingSettingsRepository,
    private readonly playing: PlayRouting,
    private readonly leaveCases: LeaveCases,
    private readonly outbox: Outbox,
  ) {}

  /** Those that have begun since it was looked last: by the sweep, and at once when somebody leaves now. */
  @OnEvent('user.absence-changed', 'begin-absence')
  async run(_event?: EventPayload<'user.absence-changed'>): Promise<void> {
    while (await this.beginNext());
  }

  @Transactional()
  private async beginNext(): Promise<boolean> {
    const begun = await this.absences.begin();
    if (!begun) return false;
    const { userId, hasStandIn } = begun;
    await this.playing.pause(userId, 'out');
    const { whenAway } = await this.settings.get();
    await this.leaveCases.run(userId, whenAway === 'keep' && hasStandIn ? 'stand-in' : whenAway);
    await this.outbox.add('user.absence-changed', { userId });
    return true;
  }
}
