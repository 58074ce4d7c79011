import { isProblem } from '@bureau/client';

/** The name of the colleague who works on a case, from the desk's refusal to change it; null for any other error. */
export function lockHolder(error: unknown): string | null {
  if (!isProblem(error, 'case.locked')) return null;
  const { lock } = error.problem;
  if (typeof lock !== 'object' || lock === null || !('user' in lock)) return null;
  const { user } = lock;
  if (typeof user !== 'object' || user === null || !('name' in user)) return null;
  return String(user.name);
}
