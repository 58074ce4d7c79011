import type { ObjectSettings, SyncObject } from '@bureau/contracts';
import type { FieldPair } from '@bureau/domain';
import type { CurrentConnection } from '../connection/connection.repository.ts';
import type { SalesforceRecords } from '../salesforce/index.ts';

/** All that one needs to know to keep records of one object in step. */
export interface SyncFrame {
  object: SyncObject;
  connection: CurrentConnection;
  records: SalesforceRecords;
  settings: ObjectSettings;
  /** What it is called there, e.g. Contact. */
  salesforceObject: string;
  /** The field there that holds the desk's id; null: there is none. */
  externalId: string | null;
  /** Fields that both sides have and see, each as far as the settings let it go. */
  pairs: readonly FieldPair[];
  /** Those that a record is made with in Salesforce. */
  createPairs: readonly FieldPair[];
  /** Those that a record is made with at the desk. */
  deskPairs: readonly FieldPair[];
  /** Customers are accounts of persons. */
  personAccounts: boolean;
  /** What is written at the desk starts no rules, and asks no customer anything: many records come at once. */
  silent: boolean;
  /** Names that a query may carry. */
  known: ReadonlySet<string>;
}
