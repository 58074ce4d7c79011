import { SignInChallenge } from '@bureau/contracts';
import { isProblem } from './problems.ts';

/** What the second step of a sign-in needs; null when the first failed otherwise. */
export function challengeOf(error: unknown): SignInChallenge | null {
  if (!isProblem(error, 'session.code-required')) return null;
  return SignInChallenge.safeParse(error.problem).data ?? null;
}
