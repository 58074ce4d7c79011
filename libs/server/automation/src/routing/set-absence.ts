import { Injectable } from '@nestjs/common';
import { userIdOf, type Absence, type Actor } from '@bureau/contracts';
import { AuditLog, UserRepository } from '@bureau/identity';
import { Clock, InvalidInput, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { AbsenceRepository } from './absence.repository.ts';
import { AgentSettingsRepository } from './agent-settings.repository.ts';
import { TellRouting } from './tell-routing.ts';

/** Somebody says, or an administrator for him, when he is out of office and who stands in, or that he is back. */
@Injectable()
export class SetAbsence {
  constructor(
    private readonly agents: AgentSettingsRepository,
    private readonly absences: AbsenceRepository,
    private readonly users: UserRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly tell: TellRouting,
    private readonly clock: Clock,
  ) {}

  /** Throws user.not-found, and request.invalid naming the time that is over or the stand-in who cannot be one. */
  @Transactional()
  async run(actor: Actor, userId: number, absence: Absence | null): Promise<void> {
    const user = await this.users.findActive(userId);
    if (!user) throw new ProblemError('user.not-found');
    if (absence) await this.check(userId, absence);

    const before = { absence: await this.absences.of(userId) };
    await this.agents.setAbsence(userId, absence);

    if (userIdOf(actor) !== userId) {
      const about = { noun: 'user', id: userId, name: user.name, action: 'changed' } as const;
      await this.audit.record(actor, { ...about, before, after: { absence } });
    }
    await this.outbox.add('user.absence-changed', { userId });
    await this.tell.agent(userId);
  }

  private async check(userId: number, absence: Absence): Promise<void> {
    if (Date.parse(absence.until) <= this.clock.now().getTime()) {
      throw new InvalidInput([{ path: 'absence.until', message: 'Choose a time to come.' }]);
    }
    if (absence.standInId !== null) await this.checkStandIn(userId, absence.standInId, absence);
  }

  private async checkStandIn(userId: number, standInId: number, absence: Absence): Promise<void> {
    if (standInId === userId) {
      throw new InvalidInput([
        { path: 'absence.standInId', message: 'Choose a colleague: nobody stands in for himself.' },
      ]);
    }
    const standIn = await this.users.actor(standInId);
    if (!standIn) {
      throw new InvalidInput([{ path: 'absence.standInId', message: 'There is no such colleague any more.' }]);
    }
    if (!standIn.permissions.includes('routing:work')) {
      throw new InvalidInput([
        { path: 'absence.standInId', message: 'This colleague is given no cases: choose somebody else.' },
      ]);
    }
    if (await this.absences.overlaps(standInId, absence)) {
      throw new InvalidInput([
        { path: 'absence.standInId', message: 'This colleague is out of office then, too: choose somebody else.' },
      ]);
    }
  }
}
