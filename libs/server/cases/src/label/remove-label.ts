import { Injectable } from '@nestjs/common';
import { stampOf, type ActorStamp } from '@bureau/contracts';
import { Clock, Database, Every, HandlesJob, JobQueue, type JobContext } from '@bureau/platform';
import { BulkCaseRepository } from '../bulk/bulk-case.repository.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { LabelRepository } from './label.repository.ts';
import { removeLabel } from './remove-label.job.ts';

const BATCH = 500;

/** Takes a deleted label off its cases, batch by batch, each with a line in the history; then the label goes. */
@Injectable()
export class RemoveLabel {
  constructor(
    private readonly labels: LabelRepository,
    private readonly cases: BulkCaseRepository,
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  @HandlesJob(removeLabel)
  async handle(
    { labelId, actor }: { labelId: number; actor: ActorStamp },
    { signal }: Pick<JobContext, 'signal'>,
  ): Promise<void> {
    while ((await this.database.transaction(() => this.takeOff(labelId, actor))) > 0) {
      if (signal.aborted) return;
    }
    await this.database.transaction(() => this.finish(labelId, actor));
  }

  /** Takes up what a worker left that died. */
  @Every('5m', 'labels.remove')
  async resume(): Promise<void> {
    for (const labelId of await this.labels.beingRemoved()) {
      await this.queue.add(removeLabel, { labelId, actor: stampOf(SYSTEM) }, { id: `label-${labelId}` });
    }
  }

  /** How many cases had it. */
  private async takeOff(labelId: number, actor: ActorStamp): Promise<number> {
    const locked = await this.cases.lock(SYSTEM, await this.labels.carriers(labelId, BATCH));
    const carriers = locked.filter(({ labelIds }) => labelIds.includes(labelId));
    const writes = carriers.map(({ id, sequence, labelIds: from }) => {
      const to = from.filter((other) => other !== labelId);
      const changes = [{ field: 'labelIds', from, to }];
      return { id, sequence, event: 'case.updated', changes, patch: { labelIds: to }, context: {} };
    });
    await this.cases.write(writes, { actor, at: this.clock.now(), timed: false, suppressRules: true });
    return carriers.length;
  }

  /** Nobody can name the label any more; who named it just before has written by now, and is caught up with. */
  private async finish(labelId: number, actor: ActorStamp): Promise<void> {
    await this.labels.delete(labelId);
    while ((await this.takeOff(labelId, actor)) > 0);
  }
}
