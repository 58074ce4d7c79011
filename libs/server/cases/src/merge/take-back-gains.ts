import { Injectable } from '@nestjs/common';
import { giveBack, labelsGivenBy } from '@bureau/domain';
import type { LockedCase } from '../case/case.repository.ts';
import { MergeRepository, type Gain, type Merge } from './merge.repository.ts';

/** Takes from the targets of a merge that is undone what it gave them, along the whole way that it went. */
@Injectable()
export class TakeBackGains {
  constructor(private readonly merges: MergeRepository) {}

  /** Returns the labels that remain, by case; only for cases that lose some. Followers are taken away at once. */
  async run(merge: Merge, way: ReadonlyMap<number, LockedCase>): Promise<Map<number, number[]>> {
    const remaining = new Map<number, number[]>();
    let labels = merge.gainedLabelIds;
    let followers = merge.gainedFollowerIds;
    for (let step: Merge | undefined = merge; step; step = await this.merges.standing(step.targetId)) {
      const target = way.get(step.targetId);
      labels = await this.lose(step, 'gained_label_ids', labels);
      followers = await this.lose(step, 'gained_follower_ids', followers);
      const kept = target?.labelIds.filter((id) => !labels.includes(id)) ?? [];
      if (target && kept.length < target.labelIds.length) remaining.set(target.id, kept);
      if (followers.length > 0) await this.merges.unfollow(step.targetId, followers);
    }
    return remaining;
  }

  /** What the target of one merge loses of the things that its source has no more. */
  private async lose(merge: Merge, gain: Gain, leaving: number[]): Promise<number[]> {
    const mine = gain === 'gained_label_ids' ? merge.gainedLabelIds : merge.gainedFollowerIds;
    const gained = mine.filter((id) => leaving.includes(id));
    if (gained.length === 0) return [];
    const own =
      gain === 'gained_label_ids'
        ? labelsGivenBy(await this.merges.labelEvents(merge.targetId, merge.targetSequence))
        : new Set<number>();
    const { lost, credited } = giveBack({ gained, standing: await this.merges.beside(merge, gain), own });
    for (const { mergeId, id } of credited) await this.merges.credit(mergeId, gain, id);
    await this.merges.reduce(merge.id, gain, gained);
    return lost;
  }
}
