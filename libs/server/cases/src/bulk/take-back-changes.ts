import { Injectable } from '@nestjs/common';
import { causeOf, stampOf, type Actor, type FieldChange } from '@bureau/contracts';
import { decideBulkUndo, labelsOfMerges, netChanges } from '@bureau/domain';
import { BulkCaseRepository, type CaseWrite } from './bulk-case.repository.ts';
import { FollowerRepository } from '../follower/follower.repository.ts';
import { BulkRepository, type BulkHistory, type PartOf, type Skip } from './bulk.repository.ts';

const FOLLOWERS = 'followerIds';

/** What became of an undo. */
export interface TakenBack {
  written: number;
  /** Per case the fields that have again what they had. */
  undone: { caseId: number; changes: FieldChange[] }[];
  skips: Skip[];
}

/** Takes back what a bulk change or macros did to cases, read from their history; what was changed since is kept. */
@Injectable()
export class TakeBackChanges {
  constructor(
    private readonly bulk: BulkRepository,
    private readonly cases: BulkCaseRepository,
    private readonly followers: FollowerRepository,
  ) {}

  /** In the transaction of the caller. `sight`: whose cases these are, where the writer may no longer see them. */
  async run(
    actor: Actor,
    { part, id }: { part: PartOf; id: number },
    { caseIds, at, sight = actor }: { caseIds: number[]; at: Date; sight?: Actor },
  ): Promise<TakenBack> {
    const locked = new Map((await this.cases.lock(sight, caseIds)).map((one) => [one.id, one]));
    const history = byCase(await this.bulk.history({ part, id }, caseIds));
    const askedAt = await this.cases.askedAt(caseIds);
    const gone = await this.goneLabels(history);

    const writes: CaseWrite[] = [];
    const skips: Skip[] = [];
    for (const { caseId, eventId, changes, undone, follows } of history) {
      const supportCase = locked.get(caseId);
      if (!supportCase) {
        skips.push({ caseId, code: 'case.not-found' });
        continue;
      }
      const goneLabelIds = gone.get(caseId) ?? new Set<number>();
      const line = { changes, undone, goneLabelIds, askedAt: askedAt.get(caseId) ?? null };
      const { kept, ...decided } = decideBulkUndo(supportCase, line, at);
      if (kept.length > 0) skips.push({ caseId, code: 'case.moved-on', fields: kept });
      const changed = [...decided.changes, ...(await this.unfollow(caseId, follows))];
      if (changed.length === 0) continue;
      const context = { [part]: id, undoes: eventId };
      const write = { id: caseId, sequence: supportCase.sequence, event: 'case.change-undone', context };
      writes.push({ ...write, patch: decided.patch, changes: changed });
    }
    await this.cases.write(writes, { actor: stampOf(actor), at, timed: false, suppressRules: true, ...causeOf(actor) });
    return { written: writes.length, undone: writes.map(({ id: caseId, changes }) => ({ caseId, changes })), skips };
  }

  /** Takes those off who follow only because of it. */
  private async unfollow(caseId: number, userIds: readonly number[]): Promise<FieldChange[]> {
    const changes: FieldChange[] = [];
    for (const userId of userIds) {
      if (await this.followers.remove(caseId, userId)) changes.push({ field: FOLLOWERS, from: userId, to: null });
    }
    return changes;
  }

  /** Labels that were taken away, but that only a merge had brought which is undone by now. */
  private async goneLabels(history: BulkHistory[]): Promise<Map<number, Set<number>>> {
    const gone = new Map<number, Set<number>>();
    for (const { caseId, events, brought } of await this.bulk.mergeTargets(history.map((line) => line.caseId))) {
      const sequence = history.find((line) => line.caseId === caseId)?.sequence ?? 0;
      const merged = labelsOfMerges(events.filter((event) => event.sequence < sequence));
      gone.set(caseId, new Set([...merged].filter((label) => !brought.includes(label))));
    }
    return gone;
  }
}

/** What happened to a case, as one: macros write step by step. */
interface CaseLine extends BulkHistory {
  /** Who was made to follow it, and was not taken off again. */
  follows: number[];
}

function byCase(lines: readonly BulkHistory[]): CaseLine[] {
  const cases = Map.groupBy(lines, ({ caseId }) => caseId);
  return [...cases.values()].flatMap((writes) => {
    const [first] = writes;
    if (!first) return [];
    const undone = writes.flatMap((write) => write.undone);
    const done = writes.map(({ changes }) => changes.filter(({ field }) => field !== FOLLOWERS));
    return [{ ...first, changes: netChanges(done), undone, follows: followsOf(writes, undone) }];
  });
}

function followsOf(writes: readonly BulkHistory[], undone: readonly FieldChange[]): number[] {
  const added = writes
    .flatMap(({ changes }) => changes)
    .filter(({ field, from }) => field === FOLLOWERS && from === null);
  return added.flatMap(({ to }) =>
    typeof to === 'number' && !undone.some(({ field, from }) => field === FOLLOWERS && from === to) ? [to] : [],
  );
}
