import type { FieldChange } from '@bureau/contracts';

/** A merge that stands beside the one that is undone: what its source has, of which the target may keep the benefit. */
export interface StandingMerge {
  mergeId: number;
  has: readonly number[];
}

/** What becomes of the labels (or followers) that a target has only because of a merge that is undone. */
export interface GivenBack {
  /** What the target loses. */
  lost: number[];
  /** What another merge brings as well: it counts as that one's from now on. */
  credited: { mergeId: number; id: number }[];
}

/**
 * Unmerging takes from the target exactly what the merge gave it: not what another merged case brings too, and not what
 * the target got otherwise since (`own`).
 */
export function giveBack({
  gained,
  standing,
  own,
}: {
  gained: readonly number[];
  standing: readonly StandingMerge[];
  own: ReadonlySet<number>;
}): GivenBack {
  const lost: number[] = [];
  const credited: GivenBack['credited'] = [];
  for (const id of gained) {
    const heir = standing.find(({ has }) => has.includes(id));
    if (heir) credited.push({ mergeId: heir.mergeId, id });
    else if (!own.has(id)) lost.push(id);
  }
  return { lost, credited };
}

/** A line of a case's history, as far as its labels go. */
export interface LabelEvent {
  id: number;
  event: string;
  changes: readonly FieldChange[];
  /** The line that this one takes back. */
  undoes: number | null;
}

/**
 * The labels that somebody gave a case himself, read from its history since a merge, oldest first. What merges bring or
 * take does not count. A line that takes another back restores what was true before that one; when that was before the
 * merge, what it restores is the case's own.
 */
export function labelsGivenBy(events: readonly LabelEvent[]): Set<number> {
  const own = new Set<number>();
  const ownBefore = new Map<number, ReadonlySet<number>>();
  for (const { id, event, changes, undoes } of events) {
    ownBefore.set(id, new Set(own));
    if (event === 'case.merged' || event === 'case.unmerged') continue;
    const before = undoes === null ? undefined : ownBefore.get(undoes);
    const { added, removed } = labelsMoved(changes);
    for (const label of removed) own.delete(label);
    for (const label of added) if (before === undefined || before.has(label)) own.add(label);
  }
  return own;
}

/** Which labels a line of history added and removed. */
export function labelsMoved(changes: readonly FieldChange[]): { added: number[]; removed: number[] } {
  const change = changes.find(({ field }) => field === 'labelIds');
  const from = idsOf(change?.from);
  const to = idsOf(change?.to);
  return { added: to.filter((id) => !from.includes(id)), removed: from.filter((id) => !to.includes(id)) };
}

function idsOf(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'number') : [];
}

/** The labels that the latest line to add them brought by a merge. */
export function labelsOfMerges(events: readonly LabelEvent[]): Set<number> {
  const merged = new Set<number>();
  for (const { event, changes } of events) {
    for (const label of labelsMoved(changes).added) {
      if (event === 'case.merged') merged.add(label);
      else merged.delete(label);
    }
  }
  return merged;
}
