import { Injectable } from '@nestjs/common';
import type { Actor, ChangeProfile as Input } from '@bureau/contracts';
import { checkVersion, Outbox, ProblemError, Transactional, type RawJson } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { userOf } from '../session/user-of.ts';
import { UserRecordRepository, type LockedUser } from './user-record.repository.ts';
import { UsersQueries } from './users.queries.ts';

/** Somebody changes what he is called and how he signs. What he may do is for others to say. */
@Injectable()
export class ChangeProfile {
  constructor(
    private readonly records: UserRecordRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly queries: UsersQueries,
  ) {}

  /** Throws permission.denied for whoever is no user in person, request.precondition-failed. */
  @Transactional()
  async run(actor: Actor, input: Input, ifMatch: string | null): Promise<RawJson> {
    const { userId: id } = userOf(actor);
    const before = await this.lock(id);
    checkVersion(before.version, ifMatch);
    await this.records.update(id, input);

    const after = (await this.lock(id)).record;
    const states = { before: { ...before.record }, after: { ...after } };
    await this.audit.record(actor, { noun: 'user', id, name: after.name, action: 'changed', ...states });
    await this.outbox.add('user.changed', { userId: id });
    return this.queries.read(actor, id);
  }

  private async lock(id: number): Promise<LockedUser> {
    const user = await this.records.lock(id);
    if (!user) throw new ProblemError('user.not-found');
    return user;
  }
}
