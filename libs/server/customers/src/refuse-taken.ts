import type { FieldError } from '@bureau/contracts';
import { InvalidInput } from '@bureau/platform';

const UNIQUE_VIOLATION = '23505';

/** Runs a write; throws request.invalid with the error of the unique constraint that it breaks, by its name. */
export async function refuseTaken<T>(taken: Readonly<Record<string, FieldError>>, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const refused = constraintOf(error);
    const problem = refused === undefined ? undefined : taken[refused];
    throw problem ? new InvalidInput([problem]) : error;
  }
}

function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('constraint' in error)) return undefined;
  return error.code === UNIQUE_VIOLATION ? String(error.constraint) : undefined;
}
