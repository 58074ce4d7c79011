/** The figures of the sync (external-apis.md §4), each for a reason that the simulation finds when it is wrong. Milliseconds. */
export const SYNC_POLICY = {
  /**
   * A row that changed within so long is left alone until the next tick: a condition on its stamp is only exact to the
   * second, and a long transaction commits later than its stamp says. The longest such delay, and one second more, because
   * stamps are cut to whole seconds.
   */
  settleMs: 5_000,
  /** So far behind what was seen a poll begins: long transactions commit rows with stamps that lie behind. */
  overlapMs: 300_000,
  /** Rows of one page of a poll. */
  pageSize: 2_000,
  /** While a parent is on its way, its children look again after so long. */
  parentMs: 1_000,
} as const;

export interface SyncPolicy {
  settleMs: number;
  overlapMs: number;
  pageSize: number;
  parentMs: number;
}
