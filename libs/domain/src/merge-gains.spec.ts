import { describe, expect, it } from 'vitest';
import { giveBack, labelsGivenBy, type LabelEvent } from './merge-gains.ts';

const own = (...ids: number[]) => new Set(ids);

describe('what an unmerged case takes along', () => {
  it('is what its merge brought', () => {
    expect(giveBack({ gained: [1, 2], standing: [], own: own() })).toEqual({ lost: [1, 2], credited: [] });
  });

  it('is not what somebody gave the target himself meanwhile', () => {
    expect(giveBack({ gained: [1, 2], standing: [], own: own(2) })).toEqual({ lost: [1], credited: [] });
  });

  it('stays for another merged case that has it too, and goes with that one', () => {
    const standing = [{ mergeId: 8, has: [2, 3] }];
    expect(giveBack({ gained: [1, 2], standing, own: own() })).toEqual({
      lost: [1],
      credited: [{ mergeId: 8, id: 2 }],
    });
  });
});

describe('the labels that somebody gave a case', () => {
  let nextId = 1;
  const line = (from: number[], to: number[], more: Partial<LabelEvent> = {}): LabelEvent => ({
    id: nextId++,
    event: 'case.updated',
    changes: [{ field: 'labelIds', from, to }],
    undoes: null,
    ...more,
  });

  it('are those that were added and not taken away again', () => {
    expect(labelsGivenBy([line([], [1, 2]), line([1, 2], [2])])).toEqual(own(2));
  });

  it('are none of a merge', () => {
    expect(labelsGivenBy([line([], [1], { event: 'case.merged' })])).toEqual(own());
  });

  it('do not grow when a removal is taken back', () => {
    const removed = line([1], []);
    expect(labelsGivenBy([removed, line([], [1], { undoes: removed.id })])).toEqual(own());
  });

  it('come back when the removal of one’s own is taken back', () => {
    const removed = line([1], []);
    expect(labelsGivenBy([line([], [1]), removed, line([], [1], { undoes: removed.id })])).toEqual(own(1));
  });

  it('come back from before the merge', () => {
    expect(labelsGivenBy([line([], [1], { undoes: 0 })])).toEqual(own(1));
  });

  it('are no more once their addition is taken back', () => {
    const added = line([], [1]);
    expect(labelsGivenBy([added, line([1], [], { undoes: added.id })])).toEqual(own());
  });
});
