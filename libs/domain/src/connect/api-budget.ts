/** What of the calls of a day may still be spent, and on what. */
export interface BudgetState {
  /** Of all calls, between 0 and 1 (more when the organisation is over its allowance). */
  used: number;
  pollSeconds: 60 | 120 | 300;
  /** First sync and reconciliation. */
  bulk: boolean;
  /** Polls and pushes. */
  background: boolean;
  /** What is left is kept for people who look at the pane. */
  reserved: boolean;
}

export const BUDGET = { slower: 0.6, reserve: 0.8, noBulk: 0.9, onlyPeople: 0.95 } as const;

/**
 * The fewer calls are left, the less the desk asks: every minute; from 60 % on every two; from 80 % on, where the reserve for
 * people begins, every five; from 90 % no bulk; from 95 % only people and their sign-in.
 */
export function budgetState({ used, limit }: { used: number; limit: number }): BudgetState {
  const share = limit > 0 ? used / limit : 0;
  return {
    used: share,
    pollSeconds: share >= BUDGET.reserve ? 300 : share >= BUDGET.slower ? 120 : 60,
    bulk: share < BUDGET.noBulk,
    background: share < BUDGET.onlyPeople,
    reserved: share >= BUDGET.reserve,
  };
}
