import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2';
import { describe, expect, it } from 'vitest';
import { xFailureOf } from './x-failure.ts';
import { xLimitOf } from './x-limits.ts';

const RESET = 1_795_000_000;
const PROBLEMS = 'https://api.x.com/2/problems/';

/** An answer of X as the library throws it. */
function answered(code: number, data: object | string): ApiResponseError {
  const rateLimit = { limit: 15, remaining: 0, reset: RESET };
  return new ApiResponseError(`Request failed with code ${code}`, { code, data, rateLimit, headers: {} } as never);
}

const problem = (title: string, detail: string, name?: string) => ({
  title,
  detail,
  type: name ? PROBLEMS + name : 'about:blank',
});

describe('what X refuses', () => {
  it.each([
    [401, problem('Unauthorized', 'Unauthorized'), 'auth', ''],
    [403, problem('Forbidden', 'You are not allowed to create a Tweet with duplicate content.'), 'duplicate', ''],
    [403, problem('Forbidden', 'Reply to this conversation is not allowed because …'), 'permission', ''],
    [403, problem('Client Forbidden', 'Your plan …', 'client-forbidden'), 'permission', 'client-forbidden'],
    [404, problem('Not Found Error', 'Could not find …', 'resource-not-found'), 'gone', 'resource-not-found'],
    [402, problem('CreditsDepleted', 'Your account has no credits.'), 'spent', ''],
    [429, problem('UsageCapExceeded', 'Monthly product cap', 'usage-capped'), 'spent', 'usage-capped'],
    [429, problem('Too Many Requests', 'Too Many Requests'), 'rate', ''],
    [429, { errors: [{ code: 88, message: 'Rate limit exceeded' }] }, 'rate', '88'],
    [401, { errors: [{ code: 89, message: 'Invalid or expired token' }] }, 'auth', '89'],
    [
      400,
      problem('Invalid Request', 'One or more parameters was invalid.', 'invalid-request'),
      'permanent',
      'invalid-request',
    ],
    [500, problem('Internal Server Error', 'Internal Server Error'), 'transient', ''],
    [503, '<html>Over capacity</html>', 'transient', ''],
  ] as const)('is told apart: %i %o is %s', (status, data, kind, code) => {
    expect(xFailureOf(answered(status, data))).toMatchObject({ status, kind, code });
  });

  it('says from when on one may ask again, in seconds since 1970', () => {
    expect(xFailureOf(answered(429, problem('Too Many Requests', ''))).retryAt).toEqual(new Date(RESET * 1000));
    expect(xFailureOf(answered(403, problem('Forbidden', ''))).retryAt).toBeNull();
  });

  it('keeps the words of X, and of its sign-in', () => {
    expect(xFailureOf(answered(403, problem('Forbidden', 'You do not have permission.'))).words).toBe(
      'You do not have permission.',
    );
    const refused = { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' };
    expect(xFailureOf(answered(400, refused))).toMatchObject({
      kind: 'permanent',
      words: 'Value passed for the token was invalid.',
    });
  });

  it('is out of order when nothing came back, or half of it', () => {
    const lost = new ApiRequestError('Request failed.', { request: {}, error: new Error('socket hang up') } as never);
    const half = new ApiPartialResponseError('partial', { responseError: new Error('parse') } as never);
    expect([lost, half].map((error) => xFailureOf(error).kind)).toEqual(['transient', 'transient']);
  });

  it('never holds the request, which has the keys in it', () => {
    const failure = xFailureOf(answered(401, problem('Unauthorized', 'Unauthorized')));
    expect(Object.keys(failure.cause as object)).toEqual(['name', 'message']);
  });

  it('leaves what did not come from X alone', () => {
    expect(() => xFailureOf(new RangeError('ours'))).toThrow(RangeError);
  });
});

describe('the limits of an account on X', () => {
  it.each([
    ['GET', '/2/users/1001/mentions', 'mentions'],
    ['GET', '/2/dm_events', 'direct-messages'],
    ['GET', '/2/dm_conversations/with/9/dm_events', 'direct-message-threads'],
    ['POST', '/2/dm_conversations/1-9/messages', 'send-direct-messages'],
    ['POST', '/2/tweets', 'posts'],
    ['GET', '/2/tweets', 'lookup'],
    ['GET', '/2/tweets/12', 'single-posts'],
    ['POST', '/2/media/upload/initialize', 'media'],
    ['GET', '/2/users/me', 'me'],
    ['GET', '/2/users/1001', 'users'],
    ['GET', '/2/tweets/search/recent', 'search'],
    ['PUT', '/2/tweets/12/hidden', 'hide'],
    ['POST', '/2/oauth2/token', undefined],
  ])('%s %s counts as %s', (method, path, what) => {
    expect(xLimitOf(method, path)?.what).toBe(what);
  });
});
