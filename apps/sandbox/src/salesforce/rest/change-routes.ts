import type { SfObject } from '../schema/object.ts';
import { SfError } from '../sf-error.ts';
import { idIn, msOf, stampOf, textOf } from '../value.ts';
import { apiRoute, objectOf, type Answer, type ApiRoute, type Ask } from './ask.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Which records changed or went within a time (external-apis.md §3.9). */
export function changeRoutes(): ApiRoute[] {
  return [
    apiRoute('GET', '/sobjects/:type/updated{/}?', updated),
    apiRoute('GET', '/sobjects/:type/deleted{/}?', deleted),
    apiRoute('GET', '/limits', limits),
  ];
}

function updated(ask: Ask): Answer {
  const object = replicateable(ask);
  const { from, to } = windowOf(ask, 30);
  const ids = within(ask, object, { from, to, deleted: false }).map(idIn);
  return { json: { ids, latestDateCovered: covered(ask, to) } };
}

function deleted(ask: Ask): Answer {
  const object = replicateable(ask);
  const { from, to } = windowOf(ask, 15);
  const deletedRecords = within(ask, object, { from, to, deleted: true }).map((row) => ({
    id: idIn(row),
    deletedDate: row['SystemModstamp'],
  }));
  const earliestDateAvailable = stampOf(ask.org.service.clock.ms() - 15 * DAY_MS);
  return { json: { deletedRecords, earliestDateAvailable, latestDateCovered: covered(ask, to) } };
}

function within(
  { org }: Ask,
  object: SfObject,
  { from, to, deleted: gone }: { from: number; to: number; deleted: boolean },
) {
  return org.records.all(object.name).filter((row) => {
    const at = msOf(textOf(row['SystemModstamp']));
    return (row['IsDeleted'] === true) === gone && at >= from && at <= to;
  });
}

function replicateable(ask: Ask): SfObject {
  const object = objectOf(ask);
  if (object.virtual)
    throw new SfError('INVALID_TYPE_FOR_OPERATION', `entity type ${object.name} is not replicateable`);
  return object;
}

/** Up to when the answer is whole: not beyond the beginning of a transaction that is still open. */
function covered({ org }: Ask, to: number): string {
  const open = msOf(org.transactions.coveredUntil());
  return stampOf(Math.floor(Math.min(to, open) / MINUTE_MS) * MINUTE_MS);
}

/** Seconds do not count. */
function windowOf({ org, query }: Ask, days: number): { from: number; to: number } {
  const [from, to] = ['start', 'end'].map((name) => {
    const given = query.get(name)?.replace(' ', '+');
    const ms = Date.parse(given ?? '');
    if (Number.isNaN(ms))
      throw new SfError('INVALID_REPLICATION_DATE', `${name} is not a date and time: ${given ?? 'none'}`);
    return Math.floor(ms / MINUTE_MS) * MINUTE_MS;
  });
  if (from === undefined || to === undefined || from >= to) {
    throw new SfError('INVALID_REPLICATION_DATE', 'startDate must be at least one minute before endDate');
  }
  if (from < org.service.clock.ms() - days * DAY_MS - MINUTE_MS) {
    throw new SfError('INVALID_REPLICATION_DATE', `startDate before org replication enabled date: ${days} days`);
  }
  return { from, to };
}

function limits({ org }: Ask): Answer {
  const { dailyCalls } = org.setup.get();
  const left = (Max: number, used = 0) => ({ Max, Remaining: Math.max(0, Max - used) });
  return {
    json: {
      DailyApiRequests: left(dailyCalls, org.usage.used()),
      DailyBulkV2QueryJobs: left(10_000),
      DailyBulkApiBatches: left(15_000),
      DataStorageMB: left(1024, 12),
      FileStorageMB: left(1024, 3),
    },
  };
}
