import { InvalidInput } from '@bureau/platform';

const UNIQUE_VIOLATION = '23505';

/** Runs a write that may give a case an external id; throws request.invalid, naming the field, when another case has it. */
export async function withUniqueExternalId<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isTaken(error)) {
      throw new InvalidInput([{ path: 'externalId', message: 'Another case has this external id.' }]);
    }
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('constraint' in error)) return false;
  return error.code === UNIQUE_VIOLATION && error.constraint === 'cases_external_id_key';
}
