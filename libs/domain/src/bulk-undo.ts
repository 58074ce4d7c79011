import { CaseStatus, type FieldChange } from '@bureau/contracts';
import type { CaseUpdatePatch, UpdatableCase } from './case-update.ts';
import { labelsMoved } from './merge-gains.ts';

/** A case as an undo finds it. */
export interface UndoableCase extends UpdatableCase {
  deletedAt: Date | null;
  mergedIntoId: number | null;
  waitingSince: Date | null;
}

/** What an undo has to take back of one case. */
export interface BulkLine {
  /** What the bulk change did. */
  changes: readonly FieldChange[];
  /** What earlier undos of it have given back already. */
  undone: readonly FieldChange[];
  /** Labels that it took away and that must not return: a merge had brought them, and is no more. */
  goneLabelIds: ReadonlySet<number>;
  /** When the customer began to wait for the answer that is due, if he does. */
  askedAt: Date | null;
}

export interface BulkUndoPatch extends CaseUpdatePatch {
  deletedAt?: Date | null;
  closedAt?: Date | null;
}

/** What to write, and the fields that somebody has changed again: they stay. */
export interface BulkUndoDecision {
  changes: FieldChange[];
  patch: BulkUndoPatch;
  kept: string[];
}

/** What several writes did together: each field from its first value to its last; what came back to its first is none. */
export function netChanges(writes: readonly (readonly FieldChange[])[]): FieldChange[] {
  const net = new Map<string, FieldChange>();
  for (const change of writes.flat()) {
    const first = net.get(change.field);
    net.set(change.field, { ...change, from: first === undefined ? change.from : first.from });
  }
  return [...net.values()].filter(({ from, to }) => !same(from, to));
}

type Step = { change: FieldChange; patch: BulkUndoPatch } | 'kept' | 'nothing';

/**
 * Decides what of a bulk change can be taken back: each field whose value is still the one that the bulk gave it; labels
 * one by one. A merged case, and one that was closed since, keeps everything.
 */
export function decideBulkUndo(supportCase: UndoableCase, line: BulkLine, at: Date): BulkUndoDecision {
  const open = line.changes.filter(
    ({ field }) => field === 'labelIds' || !line.undone.some((done) => done.field === field),
  );
  if (isFixed(supportCase, open)) return { changes: [], patch: {}, kept: open.map(({ field }) => field) };

  const decision: BulkUndoDecision = { changes: [], patch: {}, kept: [] };
  for (const change of open) {
    const step = takeBack({ ...supportCase, ...decision.patch }, change, { line, at });
    if (step === 'kept') decision.kept.push(change.field);
    if (typeof step === 'string') continue;
    decision.changes.push(step.change);
    decision.patch = { ...decision.patch, ...step.patch };
  }
  return decision;
}

function isFixed({ status, mergedIntoId }: UndoableCase, open: readonly FieldChange[]): boolean {
  if (mergedIntoId !== null) return true;
  return (
    status === 'closed' && !open.some(({ field, to }) => (field === 'status' && to === 'closed') || field === 'deleted')
  );
}

function takeBack(supportCase: UndoableCase, change: FieldChange, { line, at }: { line: BulkLine; at: Date }): Step {
  const { field, from, to } = change;
  if (field === 'labelIds') return takeBackLabels(supportCase, line);
  const present = presentOf(supportCase, field);
  if (!same(present, to)) return 'kept';
  const patch = patchOf(supportCase, { field, value: from, askedAt: line.askedAt, at });
  return { change: { field, from: to, to: from }, patch };
}

function takeBackLabels({ labelIds }: UndoableCase, { changes, undone, goneLabelIds }: BulkLine): Step {
  const moved = labelsMoved(changes);
  const back = undone.filter(({ field }) => field === 'labelIds').map((change) => labelsMoved([change]));
  const removing = moved.added.filter(
    (id) => labelIds.includes(id) && !back.some(({ removed }) => removed.includes(id)),
  );
  const due = moved.removed.filter((id) => !goneLabelIds.has(id) && !back.some(({ added }) => added.includes(id)));
  const adding = due.filter((id) => !labelIds.includes(id));
  if (removing.length + adding.length === 0) return due.length > 0 ? 'kept' : 'nothing';
  const to = [...labelIds.filter((id) => !removing.includes(id)), ...adding];
  return { change: { field: 'labelIds', from: [...labelIds], to }, patch: { labelIds: to } };
}

const CUSTOM = 'customFields.';

/** The present value of a field, in the words of the history. */
function presentOf(supportCase: UndoableCase, field: string): unknown {
  if (field.startsWith(CUSTOM)) return supportCase.customFields[field.slice(CUSTOM.length)] ?? null;
  switch (field) {
    case 'spam':
      return supportCase.spamAt !== null;
    case 'deleted':
      return supportCase.deletedAt !== null;
    case 'snooze':
      return supportCase.snoozedAt === null ? null : { until: supportCase.snoozedUntil?.toISOString() ?? null };
    default:
      return Object.entries(supportCase).find(([name]) => name === field)?.[1];
  }
}

function patchOf(
  { status, customFields, waitingSince }: UndoableCase,
  { field, value, askedAt, at }: { field: string; value: unknown; askedAt: Date | null; at: Date },
): BulkUndoPatch {
  if (field.startsWith(CUSTOM)) {
    const others = Object.entries(customFields).filter(([key]) => key !== field.slice(CUSTOM.length));
    const own = isCustomValue(value) ? [[field.slice(CUSTOM.length), value] as const] : [];
    return { customFields: Object.fromEntries([...others, ...own]) };
  }
  switch (field) {
    case 'spam':
      return { spamAt: value === true ? at : null };
    case 'deleted':
      return { deletedAt: value === true ? at : null };
    case 'snooze':
      return snoozeOf(value, at);
    case 'status':
      return statusOf({ status, waitingSince }, value, askedAt);
    default:
      return { [field]: value };
  }
}

/** A case that is due again has a customer who waits; one that is closed no more has no time of closing. */
function statusOf(
  { status: present, waitingSince }: Pick<UndoableCase, 'status' | 'waitingSince'>,
  value: unknown,
  askedAt: Date | null,
): BulkUndoPatch {
  const { data: status } = CaseStatus.safeParse(value);
  if (status === undefined) return {};
  return {
    status,
    ...(status === 'new' || status === 'open' ? { waitingSince: waitingSince ?? askedAt } : {}),
    ...(present === 'closed' ? { closedAt: null } : {}),
  };
}

function snoozeOf(value: unknown, at: Date): BulkUndoPatch {
  if (typeof value !== 'object' || value === null || !('until' in value))
    return { snoozedAt: null, snoozedUntil: null };
  return { snoozedAt: at, snoozedUntil: typeof value.until === 'string' ? new Date(value.until) : null };
}

function isCustomValue(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
