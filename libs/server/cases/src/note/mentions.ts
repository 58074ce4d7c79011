import { Injectable } from '@nestjs/common';
import { UserRepository } from '@bureau/identity';
import { InvalidInput } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';

/** Whom a note names. */
@Injectable()
export class Mentions {
  constructor(
    private readonly users: UserRepository,
    private readonly cases: CaseRepository,
  ) {}

  /** Each once. Throws request.invalid, naming everybody who may not see the case. */
  async check(caseId: number, userIds: readonly number[]): Promise<number[]> {
    const distinct = [...new Set(userIds)];
    const errors = [];
    for (const userId of distinct) {
      const user = await this.users.actor(userId);
      if (user && (await this.cases.isVisible(user, caseId))) continue;
      const who = user?.name ?? `User ${userId}, who does not work here,`;
      errors.push({ path: `mentionedUserIds.${userIds.indexOf(userId)}`, message: `${who} may not see this case.` });
    }
    if (errors.length > 0) throw new InvalidInput(errors);
    return distinct;
  }
}
