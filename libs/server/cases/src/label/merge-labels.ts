import { Injectable } from '@nestjs/common';
import { stampOf, type Actor, type Label } from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import { Clock, InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { BulkCaseRepository } from '../bulk/bulk-case.repository.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { RepointFilters } from '../filter/repoint-filters.ts';
import { LabelHeirs } from './label-heirs.ts';
import { LabelRepository } from './label.repository.ts';

const BATCH = 500;

/** Makes two labels one: what carried or asked for the one carries and asks for the other, all of it or nothing. */
@Injectable()
export class MergeLabels {
  constructor(
    private readonly labels: LabelRepository,
    private readonly cases: BulkCaseRepository,
    private readonly repointFilters: RepointFilters,
    private readonly heirs: LabelHeirs,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Returns the label that stays. Throws label.not-found, request.invalid naming `intoId`. */
  @Transactional()
  async run(actor: Actor, labelId: number, intoId: number): Promise<Label> {
    const [merged, kept] = await this.lockBoth(labelId, intoId);

    await this.repointFilters.run(actor, { field: 'case.labels', from: labelId, to: intoId });
    await this.heirs.tell(actor, merged, kept);
    // Waits for every write that was about to give the label to a case: from here on nobody can.
    await this.labels.delete(labelId);
    let moved = 0;
    for (;;) {
      const carriers = await this.labels.carriers(labelId, BATCH);
      if (carriers.length === 0) break;
      moved += await this.relabel(actor, carriers, { from: labelId, to: intoId });
    }

    const entry = { noun: 'label', id: labelId, name: merged.name, action: 'deleted' } as const;
    await this.audit.record(actor, { ...entry, before: told(merged), after: { mergedInto: kept.name, cases: moved } });
    return kept;
  }

  /** In order of id, so that two who merge the other way round wait for each other instead of for good. */
  private async lockBoth(labelId: number, intoId: number): Promise<[merged: Label, kept: Label]> {
    if (labelId === intoId) throw noTarget('Choose another label than this one.');
    const found = new Map<number, Label | undefined>();
    for (const id of [labelId, intoId].toSorted((one, other) => one - other)) {
      found.set(id, await this.labels.lock(id));
    }
    const [merged, kept] = [found.get(labelId), found.get(intoId)];
    if (!merged) throw new ProblemError('label.not-found');
    if (!kept) throw noTarget('There is no such label.');
    return [merged, kept];
  }

  /** How many of these cases had it, once they are locked. */
  private async relabel(actor: Actor, ids: number[], { from, to }: { from: number; to: number }): Promise<number> {
    const carriers = (await this.cases.lock(SYSTEM, ids)).filter(({ labelIds }) => labelIds.includes(from));
    const writes = carriers.map(({ id, sequence, labelIds }) => {
      const after = exchanged(labelIds, from, to);
      const changes = [{ field: 'labelIds', from: labelIds, to: after }];
      return { id, sequence, event: 'case.updated', changes, patch: { labelIds: after }, context: {} };
    });
    const how = { actor: stampOf(actor), at: this.clock.now(), timed: false, suppressRules: true };
    await this.cases.write(writes, how);
    return carriers.length;
  }
}

/** The other one in its place, once. */
function exchanged<Value>(values: readonly Value[], from: Value, to: Value): Value[] {
  return [...new Set(values.map((value) => (value === from ? to : value)))];
}

function noTarget(message: string): InvalidInput {
  return new InvalidInput([{ path: 'intoId', message }]);
}

function told({ updatedAt: _, ...label }: Label): Record<string, unknown> {
  return label;
}
