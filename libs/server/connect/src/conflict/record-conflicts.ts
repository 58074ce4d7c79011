import { Injectable } from '@nestjs/common';
import type { FieldConflict, SalesforceRow } from '@bureau/domain';
import { Clock } from '@bureau/platform';
import { DeskRecordQueries, type DeskChange } from '../desk/desk-record.queries.ts';
import type { StoredLink } from '../link/link.repository.ts';
import { ConflictRepository } from './conflict.repository.ts';
import { eventFieldsOf } from './event-fields.ts';

/** Keeps what both sides changed, with who did it and when: for people to look at, nothing waits for them. */
@Injectable()
export class RecordConflicts {
  constructor(
    private readonly conflicts: ConflictRepository,
    private readonly desk: DeskRecordQueries,
    private readonly clock: Clock,
  ) {}

  /** Returns those that are new: where the desk counts, a conflict is found again until its value has gone to Salesforce. */
  async run(link: StoredLink, found: readonly FieldConflict[], row: SalesforceRow): Promise<FieldConflict[]> {
    const conflicts = await this.newOf(link, found);
    if (conflicts.length === 0) return [];
    const changes = await this.desk.latestChanges(link.object, link.deskId);
    for (const { field, base, desk, salesforce, wins } of conflicts) {
      const change = changeOf(changes, field);
      await this.conflicts.add({
        ...{ linkId: link.id, object: link.object, deskId: link.deskId, field },
        ...{ baseValue: base, deskValue: desk, salesforceValue: salesforce, wins },
        ...{ deskBy: change?.actor ?? null, deskAt: change?.at.toISOString() ?? null },
        ...{ salesforceBy: row.by, salesforceAt: new Date(row.stamp).toISOString(), at: this.clock.now() },
      });
    }
    return conflicts;
  }

  private async newOf({ id: linkId }: StoredLink, found: readonly FieldConflict[]): Promise<FieldConflict[]> {
    const unknown: FieldConflict[] = [];
    for (const one of found) {
      const { field, base: baseValue, desk: deskValue, salesforce: salesforceValue } = one;
      const isKnown =
        one.wins === 'desk' &&
        (await this.conflicts.isLatest({ linkId, field, baseValue, deskValue, salesforceValue }));
      if (!isKnown) unknown.push(one);
    }
    return unknown;
  }
}

/** The latest that somebody else than the sync made to the field. */
function changeOf(changes: readonly DeskChange[], field: string): DeskChange | undefined {
  const fields = eventFieldsOf(field);
  return changes.find(
    (change) => change.actor.kind !== 'sync' && change.changes.some(({ field: changed }) => fields.includes(changed)),
  );
}
