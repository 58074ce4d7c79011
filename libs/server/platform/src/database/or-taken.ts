import type { ErrorCode } from '@bureau/contracts';
import { ProblemError } from '../http/problem.ts';

const UNIQUE_VIOLATION = '23505';

/** Runs a write; when it would make something twice that there may be once, throws the problem of this code. */
export async function orTaken<T>(code: ErrorCode, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) throw new ProblemError(code);
    throw error;
  }
}
