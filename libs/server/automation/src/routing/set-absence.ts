import { Injectable } from '@nestjs/common';
import type { Absence } from '@bureau/contracts';
import { UserRepository, type UserActor } from '@bureau/identity';
import { InvalidInput, Transactional } from '@bureau/platform';
import { AgentSettingsRepository } from './agent-settings.repository.ts';
import { TellRouting } from './tell-routing.ts';

/** Somebody says when he is out of office and who stands in for him, or that he is back. */
@Injectable()
export class SetAbsence {
  constructor(
    private readonly agents: AgentSettingsRepository,
    private readonly users: UserRepository,
    private readonly tell: TellRouting,
  ) {}

  /** Throws request.invalid naming the stand-in who cannot be one. */
  @Transactional()
  async run({ userId }: UserActor, absence: Absence | null): Promise<void> {
    const standInId = absence?.standInId ?? null;
    if (standInId === userId) refuse('Choose a colleague.');
    if (standInId !== null && !(await this.users.findActive(standInId))) refuse('There is no such colleague.');
    await this.agents.setAbsence(userId, absence);
    await this.tell.agent(userId);
  }
}

function refuse(message: string): never {
  throw new InvalidInput([{ path: 'absence.standInId', message }]);
}
