import type { Case, CaseSummary } from '@bureau/contracts';

/** The row of a case: what lists show of it, without the rest. */
export function summaryOf(supportCase: Case): CaseSummary {
  const { id, subject, excerpt, status, priority, channel, sequence } = supportCase;
  const { customer, company, brand, assignee, group, labels, lock, snooze } = supportCase;
  const { waitingSince, rating, deliveryTrouble, createdAt, activeAt, updatedAt } = supportCase;
  const what = { id, subject, excerpt, status, priority, channel, sequence, labels, lock, snooze, deliveryTrouble };
  return { ...what, customer, company, brand, assignee, group, waitingSince, rating, createdAt, activeAt, updatedAt };
}

/** Keeps the row that is drawn already when a new one says the same, so that it is not drawn again. */
export function sameOr(known: CaseSummary | undefined, fresh: CaseSummary): CaseSummary {
  return known !== undefined && isSame(known, fresh) ? known : fresh;
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [these, those] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return these.size === those.size && [...these].every(([key, value]) => isSame(value, those.get(key)));
}
