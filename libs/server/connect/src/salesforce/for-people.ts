import { errorClass } from '@bureau/domain';
import { ProblemError } from '@bureau/platform';
import { SalesforceFailure } from './salesforce-failure.ts';
import { SalesforceUnavailable } from './salesforce-unavailable.ts';

/**
 * Does `work` for somebody who waits for it. What keeps Salesforce from answering becomes a problem that says what to do:
 * salesforce.not-connected, salesforce.reconnect, salesforce.unavailable.
 */
export async function forPeople<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw problemOf(error);
  }
}

function problemOf(error: unknown): unknown {
  if (error instanceof SalesforceUnavailable)
    return new ProblemError(error.why === 'reconnect' ? 'salesforce.reconnect' : 'salesforce.not-connected');
  if (!(error instanceof SalesforceFailure)) return error;
  if (errorClass(error.error) === 'auth') return new ProblemError('salesforce.reconnect');
  return new ProblemError('salesforce.unavailable', { detail: error.message });
}
