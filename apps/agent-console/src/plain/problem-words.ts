import { ApiProblem } from '@bureau/client';

/** What the desk says about one field of a form. */
export function fieldErrorOf(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.errors.find(({ path }) => path.split('.').at(-1) === field)?.message;
}

/** What went wrong with a form as a whole; nothing when it stands beside the fields. `offline` is for a cut line. */
export function formErrorOf(error: Error | null, offline: string): string | undefined {
  if (error === null) return undefined;
  if (!(error instanceof ApiProblem)) return offline;
  if (error.errors.length > 0) return undefined;
  const { retryAfterSeconds } = error.problem;
  if (typeof retryAfterSeconds !== 'number') return error.message;
  return `Too many attempts. Wait ${waitWords(retryAfterSeconds)}, then try again.`;
}

function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
