import type { CaseStatus } from '@bureau/contracts';

/** Something that moves a case along its life. */
export type CaseMove = 'agent-opens' | 'customer-writes' | 'agent-replies' | { set: CaseStatus };

/**
 * The life of a case: New → Open → Pending → Resolved → Closed. One row for each status, what each move makes of it.
 * Closed is final: nothing moves it, and a customer who writes again gets a linked case instead.
 */
const LIFE: Record<
  CaseStatus,
  { opened: CaseStatus; customerWrote: CaseStatus; replied: CaseStatus; settable: CaseStatus[] }
> = {
  new: { opened: 'open', customerWrote: 'new', replied: 'open', settable: ['open', 'pending', 'resolved', 'closed'] },
  open: { opened: 'open', customerWrote: 'open', replied: 'open', settable: ['pending', 'resolved', 'closed'] },
  pending: { opened: 'pending', customerWrote: 'open', replied: 'pending', settable: ['open', 'resolved', 'closed'] },
  resolved: { opened: 'resolved', customerWrote: 'open', replied: 'open', settable: ['open', 'pending', 'closed'] },
  closed: { opened: 'closed', customerWrote: 'closed', replied: 'closed', settable: [] },
};

/** The status after a move, or null when the case cannot make it. Setting the present status again is allowed. */
export function statusAfter(status: CaseStatus, move: CaseMove): CaseStatus | null {
  const life = LIFE[status];
  if (typeof move === 'object') return move.set === status || life.settable.includes(move.set) ? move.set : null;
  if (status === 'closed') return null;
  switch (move) {
    case 'agent-opens':
      return life.opened;
    case 'customer-writes':
      return life.customerWrote;
    case 'agent-replies':
      return life.replied;
  }
}

/** Rules compare statuses in this order: New < Open < Pending < Resolved < Closed. */
export function statusRank(status: CaseStatus): number {
  return Object.keys(LIFE).indexOf(status);
}
