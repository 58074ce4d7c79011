import type { FeedSegment } from '@bureau/domain';
import type { SalesforceFailure } from './salesforce-failure.ts';
import type { Description } from './description.ts';

/** A record as Salesforce answers with; what another record has is nested, e.g. `Owner: {Name}`. */
export type SalesforceRow = Readonly<Record<string, unknown>>;

/** What is written: API name → value. */
export type SalesforceValues = Readonly<Record<string, string | number | boolean | null>>;

export interface QueryPage {
  rows: SalesforceRow[];
  /** Give it to {@link SalesforceRecords.more}; null: this was the last page. */
  next: string | null;
  /** All rows that the query finds. */
  total: number;
  /** Salesforce's clock when it answered. */
  at: Date;
}

export interface ReadRecord {
  row: SalesforceRow;
  /** Its SystemModstamp: one second of resolution is all that Salesforce compares. */
  stamp: Date;
  /** Salesforce's clock when it answered: a stamp that is younger than some seconds may not be the last one of its second. */
  at: Date;
}

export interface WriteOptions {
  /** Let Salesforce's assignment rules look at a case; off unless an administrator wants it. */
  assign?: boolean;
  /** Go on where a duplicate rule only warns. */
  allowDuplicates?: boolean;
}

/** What came of one record of many; a failure has no id. */
export type WrittenRecord = { id: string } | { failure: SalesforceFailure };

/** How much of the day's calls is used, and when Salesforce said so. */
export interface NotedBudget {
  used: number;
  limit: number;
}

/**
 * An organisation of Salesforce as the desk reads and writes it. Every method is one call of the day's budget unless it
 * says otherwise, and throws {@link SalesforceFailure}; names of objects and fields must come from a description.
 */
export interface SalesforceRecords {
  /** In whose name this is, e.g. 005…; what he wrote may have been ours. */
  readonly userId: string;
  readonly organisationId: string;
  /** Without a slash at the end. */
  readonly instanceUrl: string;

  /** Objects of the organisation that the user may see. */
  describeAll(): Promise<DescribedObject[]>;
  /** What the user may see of an object. Asked anew each time; {@link Descriptions} remembers. */
  describe(object: string): Promise<Description>;

  /** `deleted`: also what is in the recycle bin, and archived activities. */
  query(soql: string, options?: { deleted?: boolean }): Promise<QueryPage>;
  /** The next page; a locator lives for some minutes only (failure with INVALID_QUERY_LOCATOR). */
  more(next: string): Promise<QueryPage>;
  /** At most five queries in one call; what one of them refuses is its own answer. */
  queries(soql: readonly string[]): Promise<(QueryPage | SalesforceFailure)[]>;
  /** What changed in at most five objects, in one call; what one of them refuses is its own answer. */
  changes(asked: readonly AskedChanges[]): Promise<AnsweredChanges[]>;

  /** Returns the id. */
  create(object: string, values: SalesforceValues, options?: WriteOptions): Promise<string>;
  /** At most 200; in the order of `records`. */
  createMany(object: string, records: readonly SalesforceValues[], options?: WriteOptions): Promise<WrittenRecord[]>;
  /** Null: there is none, or it is deleted. */
  read(object: string, id: string, fields: readonly string[]): Promise<ReadRecord | null>;
  /** At most 2,000; one that is gone is null. In the order of `ids`. */
  readMany(object: string, ids: readonly string[], fields: readonly string[]): Promise<(SalesforceRow | null)[]>;
  /** Fails with kind `conflict` when the record was changed after `unchangedSince`. */
  update(object: string, id: string, change: RecordChange): Promise<void>;
  /** At most 200, without any precondition: for records that nobody else has seen yet. `id` beside the values. */
  updateMany(
    object: string,
    records: readonly { id: string; values: SalesforceValues }[],
    options?: WriteOptions,
  ): Promise<WrittenRecord[]>;

  /** One that is gone already is gone. */
  remove(object: string, id: string): Promise<void>;

  /** What was deleted; reaches back 15 days. */
  deletedBetween(object: string, from: Date, to: Date): Promise<{ deleted: DeletedRecord[]; coveredUpTo: Date }>;

  /** Posts to the feed of a record; returns the id of the post. */
  postToFeed(subjectId: string, segments: readonly FeedSegment[]): Promise<string>;
}

export interface AskedChanges {
  object: string;
  /** Finds what is in the recycle bin, too. */
  soql: string;
  /** Also ask up to when nothing more can come, of changes within this time. */
  covers: { from: Date; to: Date } | null;
}

export interface AnsweredChanges {
  page: QueryPage | SalesforceFailure;
  /** Null: it was not asked, or not said. */
  coveredUpTo: Date | null;
}

export interface RecordChange {
  values: SalesforceValues;
  unchangedSince: Date | null;
  options?: WriteOptions;
}

export interface DescribedObject {
  name: string;
  label: string;
  queryable: boolean;
  custom: boolean;
}

export interface DeletedRecord {
  id: string;
  deletedAt: Date;
}
