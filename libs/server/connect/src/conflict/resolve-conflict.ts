import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor, type ResolveConflict as How, type SyncValue } from '@bureau/contracts';
import { deskFields } from '@bureau/domain';
import { Clock, InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { DeskRecordQueries } from '../desk/desk-record.queries.ts';
import { ReadDeskValues } from '../desk/read-desk-values.ts';
import { WriteDeskRecord } from '../desk/write-desk-record.ts';
import { LinkRepository } from '../link/link.repository.ts';
import { SyncFrames } from '../link/sync-frames.ts';
import { ConflictRepository, type StoredConflict } from './conflict.repository.ts';

/** What a person makes of a field that both sides changed. Another value is an edit of the desk, and goes to Salesforce. */
@Injectable()
export class ResolveConflict {
  constructor(
    private readonly conflicts: ConflictRepository,
    private readonly desk: DeskRecordQueries,
    private readonly values: ReadDeskValues,
    private readonly links: LinkRepository,
    private readonly frames: SyncFrames,
    private readonly write: WriteDeskRecord,
    private readonly clock: Clock,
  ) {}

  /** Throws salesforce.conflict-not-found, and request.invalid when the desk does not take the value. */
  @Transactional()
  async run(actor: Actor, conflictId: number, how: How): Promise<void> {
    const conflict = await this.conflicts.lock(conflictId);
    if (!conflict) throw new ProblemError('salesforce.conflict-not-found');
    if (how.how !== 'keep') await this.set(actor, conflict, how.how === 'restore' ? losing(conflict) : how.value);
    const state = { keep: 'kept', restore: 'restored', edit: 'edited' } as const;
    await this.conflicts.resolve(conflictId, {
      ...{ state: state[how.how], by: userIdOf(actor) ?? null, at: this.clock.now() },
    });
  }

  private async set(actor: Actor, { object, deskId, field }: StoredConflict, value: SyncValue): Promise<void> {
    const record = await this.desk.find(object, deskId);
    if (!record) throw new ProblemError('salesforce.conflict-not-found');
    const pairs = (await this.frames.pairsOf(object)).filter(({ deskField }) => deskField === field);
    const link = await this.links.ofDesk(object, deskId);
    const present = await this.values.of(pairs, record, link);
    const { values, problems } = deskFields(pairs, { [field]: value }, present);
    const refused = field in values ? await this.write.run(record, values, { actor }) : problems;
    const why = refused[field] ?? (field in values ? undefined : 'This field is not mapped any more.');
    if (why !== undefined) throw new InvalidInput([{ path: 'value', message: why }]);
  }
}

function losing({ wins, deskValue, salesforceValue }: StoredConflict): SyncValue {
  return wins === 'desk' ? salesforceValue : deskValue;
}
