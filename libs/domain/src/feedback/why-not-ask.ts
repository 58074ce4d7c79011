import type { CaseStatus } from '@bureau/contracts';

/** A resolution whose customer is to be asked, at the moment of asking. */
export interface ResolutionToAsk {
  status: CaseStatus;
  /** How often the case was resolved, and the resolution that this is about. */
  resolutionCount: number;
  resolution: number;
  mergedIntoId: number | null;
  isSpam: boolean;
  isBlocked: boolean;
  survey: { enabled: boolean; notAgainDays: number };
  /** When the customer was last asked about this case. */
  lastAskedAt: Date | null;
}

const DAY_MS = 86_400_000;

/** Why nobody is asked after all, as an agent reads it; null: he is. */
export function whyNotAsk(asked: ResolutionToAsk, now: Date): string | null {
  const { survey, lastAskedAt } = asked;
  if (!survey.enabled) return 'The survey of the brand is switched off.';
  if (asked.mergedIntoId !== null) return 'The case was merged into another one.';
  if (asked.isSpam) return 'The case is spam.';
  if (asked.isBlocked) return 'The customer is blocked.';
  if (!isDone(asked) || asked.resolutionCount > asked.resolution) return 'The case was reopened before.';
  if (lastAskedAt !== null && lastAskedAt.getTime() > now.getTime() - survey.notAgainDays * DAY_MS) {
    return `The customer was asked about this case within the last ${survey.notAgainDays} days.`;
  }
  return null;
}

/** Why a rule or a macro asks nobody about the present resolution; null: it does. Once for each, whoever asked. */
export function whyNotAskNow(
  asked: ResolutionToAsk & { wasAsked: boolean; hasAnswered: boolean },
  now: Date,
): string | null {
  if (!isDone(asked)) return 'The case is not resolved, so there is nothing to ask about yet.';
  if (asked.hasAnswered) return 'The customer has answered already.';
  if (asked.wasAsked) return 'The customer was asked about this resolution already.';
  return whyNotAsk(asked, now);
}

function isDone({ status }: Pick<ResolutionToAsk, 'status'>): boolean {
  return status === 'resolved' || status === 'closed';
}
