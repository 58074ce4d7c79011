import type { Row } from '../value.ts';

/** Who writes, when, and with which wishes. */
export type By = {
  user: Row;
  /** What the records are stamped with. */
  stamp: string;
  viaApi: boolean;
  /** Cases go to whom the assignment rules say (`Sforce-Auto-Assign`, which is on unless somebody says no). */
  autoAssign: boolean;
  /** Duplicates are saved if the rule leaves it open (`Sforce-Duplicate-Rule-Header: allowSave=true`). */
  allowDuplicates: boolean;
};
