import { Injectable } from '@nestjs/common';
import type { Actor, WriteSystemMessage as Input } from '@bureau/contracts';
import { checkVersion, Clock, InvalidInput, Outbox, Transactional, type RawJson } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { SystemMessageRepository } from './system-message.repository.ts';

/** Says something to those who work here, or takes it back. */
@Injectable()
export class WriteSystemMessage {
  constructor(
    private readonly messages: SystemMessageRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws request.invalid for an end in the past and for groups that there are not, request.precondition-failed. */
  @Transactional()
  async run(actor: Actor, { input, ifMatch }: { input: Input; ifMatch: string | null }): Promise<RawJson> {
    // First the groups, as whoever deletes one has them first.
    const known = await this.messages.groups(input.groupIds);
    const { version, ...before } = await this.messages.lock();
    checkVersion(version, ifMatch);
    const after: Input = input.message === '' ? { message: '', groupIds: [], until: null } : input;
    if (after.until !== null && new Date(after.until) <= this.clock.now()) {
      throw new InvalidInput([{ path: 'until', message: 'Choose a time to come.' }]);
    }
    if (known.length < after.groupIds.length) {
      throw new InvalidInput([{ path: 'groupIds', message: 'There is no such group.' }]);
    }

    await this.save(actor, before, after);
    return this.messages.read();
  }

  /** What is for one group is for another from now on. */
  @Transactional()
  async regroup(actor: Actor, from: number, to: number): Promise<void> {
    const { version: _, ...before } = await this.messages.lock();
    if (!before.groupIds.includes(from)) return;
    const groupIds = before.groupIds.map((id) => (id === from ? to : id));
    await this.save(actor, before, { ...before, groupIds: [...new Set(groupIds)] });
  }

  private async save(actor: Actor, before: Input, after: Input): Promise<void> {
    await this.messages.save(after);
    const noun = { noun: 'site' as const, id: null, name: 'System message', action: 'changed' as const };
    await this.audit.record(actor, { ...noun, before, after: { ...after } });
    await this.outbox.add('system-message.changed', {});
  }
}
