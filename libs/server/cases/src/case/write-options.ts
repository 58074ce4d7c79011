import type { HttpExchange } from '@bureau/platform';
import type { LockOptions } from './case.repository.ts';

/**
 * How a request writes to a case. Somebody at the console (a session) leaves alone what a colleague has taken; a program
 * (a token, Basic credentials) does not know of locks and is heard, unless its `If-Match` is of another version.
 */
export function writeOptions({ request, ifMatch }: HttpExchange): LockOptions {
  return { ifMatch, heedsLock: typeof request.signedIn?.sessionId === 'number' };
}
