import { canonicalSalesforceRecord } from '../field-pair.ts';
import { mergeRecord, type DeskRecord, type MergeInput, type RecordMerge } from '../merge-record.ts';
import type { SalesforceRow, SyncLink } from '../sync-link.ts';
import { SYNC_POLICY, type SyncPolicy } from '../sync-policy.ts';
import type { Fault } from './histories.ts';
import { PAIRS, type ModelDesk } from './model-desk.ts';
import { OrganisationError, type Organisation, type OrganisationRow } from './organisation.ts';
import type { Wrong } from './wrong-engines.ts';

/** The real figures, but for an overlap that is not longer than a whole history, and pages that end now and then. */
const POLICY: SyncPolicy = { ...SYNC_POLICY, overlapMs: 10_000, pageSize: 3 };
export const SETTINGS = { create: true, update: true, recreate: false, conditionsMet: true, matches: false };

export interface World {
  organisation: Organisation;
  desk: ModelDesk;
  /** Salesforce's clock, and the desk's. */
  now: () => number;
  deskNow: () => number;
  fault: () => Fault;
  wrong: Wrong;
}

/** Work that can be left, and killed, between any two effects. */
export type Work = Generator<string, void>;

/** What both ways of the model stand on: the two sides, the locks, and Salesforce as it is asked. */
export class ModelGround {
  readonly world: World;
  readonly policy: SyncPolicy;
  /** Locks of the database, by what is locked: who holds it. */
  readonly locks = new Map<string, number>();
  /** The Date header of Salesforce's latest answer, by desk record. */
  readonly answeredAt = new Map<string, number>();

  constructor(world: World) {
    this.world = world;
    this.policy = { ...POLICY, ...world.wrong.policy };
  }

  /** One call: the request on its way, what Salesforce does, the answer on its way. */
  *call<Answer>(deskId: string, act: () => Answer): Generator<string, Answer> {
    yield 'request';
    const fault = this.world.fault();
    if (fault === 'request lost') throw new OrganisationError('ECONNRESET');
    if (fault === 'locked') throw new OrganisationError('UNABLE_TO_LOCK_ROW');
    if (fault === 'unavailable') throw new OrganisationError('ERROR_HTTP_503');
    this.world.organisation.commitDue();
    const answer = act();
    const at = Math.floor(this.world.now() / 1_000) * 1_000;
    yield 'answer';
    if (fault === 'answer lost') throw new OrganisationError('ECONNRESET');
    this.answeredAt.set(deskId, at);
    return answer;
  }

  understood(row: OrganisationRow, readAt: number): SalesforceRow {
    const { id, stamp, deleted, mergedInto, deskId } = row;
    return {
      id,
      stamp,
      readAt: this.world.wrong.believesOldRows ? Number.MAX_SAFE_INTEGER : readAt,
      deleted,
      mergedInto,
      deskId,
      by: null,
      values: canonicalSalesforceRecord(PAIRS, row.values),
    };
  }

  merge(input: MergeInput): RecordMerge {
    const { wrong } = this.world;
    const merge = mergeRecord(input);
    if (wrong.writesWholeRecords && Object.keys(merge.toDesk).length > 0) {
      const { p, ...texts } = input.row.values;
      void p;
      return {
        ...merge,
        toDesk: texts as RecordMerge['toDesk'],
        toSalesforce: {},
        link: { ...merge.link, base: input.row.values },
      };
    }
    if (wrong.comparesRaw) {
      const differing = PAIRS.filter(({ deskField }) => isRawDifference(input.desk, input.row.values, deskField));
      const fields = differing.map(({ deskField }) => [deskField, input.row.values[deskField] ?? null]);
      return { ...merge, toSalesforce: { ...Object.fromEntries(fields), ...merge.toSalesforce } };
    }
    return merge;
  }

  differsRaw(deskId: string, link: SyncLink): boolean {
    const record = this.world.desk.records.get(deskId) ?? {};
    return (
      this.world.wrong.comparesRaw === true &&
      PAIRS.some(({ deskField }) => isRawDifference(record, link.base, deskField))
    );
  }
}

function isRawDifference(desk: DeskRecord, agreed: SyncLink['base'], field: string): boolean {
  return field !== 'p' && (desk[field] ?? null) !== (agreed[field] ?? null) && typeof desk[field] === 'string';
}
