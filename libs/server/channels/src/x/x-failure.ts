import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2';
import { NetworkFailure, type FailureKind } from '../social/network-failure.ts';

/**
 * What X meant, whatever the client threw; see external-apis §1.7. Anything that did not come from X is thrown on as it is.
 */
export function xFailureOf(error: unknown): NetworkFailure {
  if (error instanceof NetworkFailure) return error;
  if (error instanceof ApiResponseError) return answered(error);
  if (error instanceof ApiPartialResponseError)
    return failure('transient', { words: 'X broke off in the middle of its answer.', cause: error });
  // Its `requestError` is never there: the library keeps the cause under another name.
  if (error instanceof ApiRequestError) return failure('transient', { words: 'X cannot be reached.', cause: error });
  throw error;
}

function answered(error: ApiResponseError): NetworkFailure {
  const code = codeOf(error);
  const words = wordsOf(error);
  const { code: status, rateLimit } = error;
  const kind = kindOf({ status, code, words });
  // Too many connections at once are refused so, too; then nothing is used up until the window ends.
  const isUsedUp = kind === 'rate' && rateLimit?.remaining === 0;
  const retryAt = isUsedUp ? new Date(rateLimit.reset * 1000) : null;
  return failure(kind, { words, status, code, retryAt, cause: error });
}

function kindOf({ status, code, words }: { status: number; code: string; words: string }): FailureKind {
  if (code === 'usage-capped' || status === 402) return 'spent';
  if (status === 429 || code === '88') return 'rate';
  if (status === 401 || code === '89' || code === '32') return 'auth';
  if (status === 404 || status === 410 || code === 'resource-not-found') return 'gone';
  if (status === 403) return /duplicate content/i.test(words) || code === '187' ? 'duplicate' : 'permission';
  if (status >= 500 || status === 408) return 'transient';
  return 'permanent';
}

/** The last part of a problem's address (`…/problems/client-forbidden`), or the number of an error of v1.1. */
function codeOf({ data, errors }: ApiResponseError): string {
  const [first] = errors ?? [];
  if (first && 'code' in first) return String(first.code);
  const type = data?.type ?? (first && 'type' in first ? first.type : '');
  const name = String(type).split('/').pop() ?? '';
  return name === 'about:blank' || name === 'blank' ? '' : name;
}

function wordsOf({ data, errors, code }: ApiResponseError): string {
  if (typeof data !== 'object' || data === null) return `X answered with status ${code}.`;
  const [first] = errors ?? [];
  const said = first && 'message' in first ? first.message : first?.errors?.[0]?.message;
  const oauth: unknown = Reflect.get(data, 'error_description');
  return data.detail ?? (typeof oauth === 'string' ? oauth : undefined) ?? said ?? data.title ?? `X answered ${code}.`;
}

function failure(kind: FailureKind, { words, status = null, code = '', retryAt = null, cause }: Said): NetworkFailure {
  return new NetworkFailure({ kind, words, status, code, retryAt }, { cause: redacted(cause) });
}

interface Said {
  words: string;
  status?: number | null;
  code?: string;
  retryAt?: Date | null;
  cause: Error;
}

/** The client's errors carry the whole request, keys included: what is logged must not. */
function redacted({ name, message }: Error): { name: string; message: string } {
  return { name, message };
}
