import { Injectable } from '@nestjs/common';
import { stampOf, type EventPayload } from '@bureau/contracts';
import { DeleteGroup, GroupRepository } from '@bureau/identity';
import { Clock, Database, Every, HandlesJob, JobQueue, OnEvent, type JobContext } from '@bureau/platform';
import { BulkCaseRepository } from '../bulk/bulk-case.repository.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { GroupCasesRepository } from './group-cases.repository.ts';
import { handOverGroup } from './hand-over-group.job.ts';

const BATCH = 500;

type HandOver = EventPayload<'group.dissolving'>;

/** Gives the cases of a group that was deleted to its successor, batch by batch; then the group goes. */
@Injectable()
export class HandOverGroup {
  constructor(
    private readonly groupCases: GroupCasesRepository,
    private readonly cases: BulkCaseRepository,
    private readonly groups: GroupRepository,
    private readonly deleteGroup: DeleteGroup,
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Once it is committed: a worker that is quicker than that would find a group that stays. */
  @OnEvent('group.dissolving', 'hand-over-group')
  async begin(handOver: HandOver): Promise<void> {
    await this.queue.add(handOverGroup, handOver, { id: `group-${handOver.groupId}` });
  }

  @HandlesJob(handOverGroup)
  async handle(handOver: HandOver, { signal }: Pick<JobContext, 'signal'>): Promise<void> {
    do {
      while ((await this.database.transaction(() => this.next(handOver))) > 0) {
        if (signal.aborted) return;
      }
    } while (!(await this.deleteGroup.finish(SYSTEM, handOver.groupId)));
  }

  /** Takes up what a worker left that died. */
  @Every('5m', 'groups.hand-over')
  async resume(): Promise<void> {
    for (const { id, successorId } of await this.groups.dissolving()) {
      const handOver = { groupId: id, successorId, actor: stampOf(SYSTEM) };
      await this.queue.add(handOverGroup, handOver, { id: `group-${id}` });
    }
  }

  /** How many cases the group had still. */
  private async next({ groupId, successorId, actor }: HandOver): Promise<number> {
    const found = await this.groupCases.first(groupId, BATCH);
    const locked = await this.cases.lock(SYSTEM, found);
    const theirs = locked.filter((supportCase) => supportCase.groupId === groupId);
    const writes = theirs.map(({ id, sequence }) => ({
      ...{ id, sequence, event: 'case.updated', patch: { groupId: successorId }, context: {} },
      changes: [{ field: 'groupId', from: groupId, to: successorId }],
    }));
    await this.cases.write(writes, { actor, at: this.clock.now(), timed: false, suppressRules: true });
    return found.length;
  }
}
