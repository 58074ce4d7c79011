import { Injectable } from '@nestjs/common';
import { SyncObject, type SyncTraffic } from '@bureau/contracts';
import { budgetState } from '@bureau/domain';
import { Clock, Database, statement } from '@bureau/platform';
import { SalesforceBudget } from '../salesforce/index.ts';

const OBJECTS = statement(
  'salesforce.traffic',
  `SELECT w.object,
     (SELECT count(*) FROM salesforce_links l WHERE l.object = w.object AND l.state = 'ok')::int AS linked,
     (SELECT count(*) FROM salesforce_outbox o WHERE o.object = w.object AND NOT o.dead)::int AS waiting,
     (SELECT count(*) FROM salesforce_outbox o WHERE o.object = w.object AND o.dead)::int AS failed,
     (SELECT count(*) FROM salesforce_conflicts c WHERE c.object = w.object AND c.state = 'open')::int AS "openConflicts",
     (SELECT min(o.since) FROM salesforce_outbox o WHERE o.object = w.object AND NOT o.dead) AS since,
     k.stamp AS "fetchedUpTo", k.polled_at AS "polledAt"
   FROM unnest($1::text[]) AS w (object) LEFT JOIN salesforce_cursors k USING (object)`,
);

interface ObjectRow {
  object: SyncObject;
  linked: number;
  waiting: number;
  failed: number;
  openConflicts: number;
  since: Date | null;
  fetchedUpTo: Date | null;
  polledAt: Date | null;
}

/** How much is linked, waits and failed, and how far both directions are behind. */
@Injectable()
export class TrafficQueries {
  constructor(
    private readonly database: Database,
    private readonly budget: SalesforceBudget,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<SyncTraffic> {
    const rows = await this.database.rows<ObjectRow & Record<string, unknown>>(OBJECTS, [SyncObject.options]);
    const latest = await this.budget.latest();
    const state = budgetState(latest ?? { used: 0, limit: 0 });
    return {
      objects: rows.map(({ since: _, fetchedUpTo, polledAt, ...row }) => ({
        ...row,
        fetchedUpTo: fetchedUpTo?.toISOString() ?? null,
        polledAt: polledAt?.toISOString() ?? null,
      })),
      lagToSalesforce: this.secondsSince(rows.map(({ since }) => since)),
      lagToDesk: this.secondsSince(rows.map(({ polledAt }) => polledAt)),
      budget: await this.budget.ofDay(),
      pollEvery: state.pollSeconds,
      savesOn: [
        ...(state.pollSeconds > 60 ? ['polling'] : []),
        ...(state.bulk ? [] : ['first-sync']),
        ...(state.background ? [] : ['background']),
      ],
    };
  }

  /** Of the oldest; null: there is none. */
  private secondsSince(moments: readonly (Date | null)[]): number | null {
    const times = moments.flatMap((moment) => (moment ? [moment.getTime()] : []));
    if (times.length === 0) return null;
    return Math.max(0, Math.round((this.clock.now().getTime() - Math.min(...times)) / 1_000));
  }
}
