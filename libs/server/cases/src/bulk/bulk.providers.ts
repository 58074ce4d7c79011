import { BulkCaseRepository } from './bulk-case.repository.ts';
import { BulkRealtime } from './bulk.realtime.ts';
import { BulkRepository } from './bulk.repository.ts';
import { ChangeBatch } from './change-batch.ts';
import { ChangeInBulk } from './change-in-bulk.ts';
import { MacrosInBulk } from './macros-in-bulk.ts';
import { RunBulkChange } from './run-bulk-change.ts';
import { TakeBackChanges } from './take-back-changes.ts';
import { UndoBatch } from './undo-batch.ts';

/** What other islands ask for. */
export const BULK_OF_OTHERS = [ChangeInBulk, MacrosInBulk, TakeBackChanges];

/** What the module provides for changes of many cases at once. */
export const BULK = [
  BulkCaseRepository,
  BulkRealtime,
  BulkRepository,
  ChangeBatch,
  RunBulkChange,
  UndoBatch,
  ...BULK_OF_OTHERS,
];
