import { z } from 'zod';
import { NetworkFailure, type FailureKind } from '../social/network-failure.ts';

/** The body of every refusal (external-apis §2.7); the status says little, the code everything. */
const Refusal = z.object({
  error: z.object({
    message: z.string().default(''),
    code: z.number().optional(),
    error_subcode: z.number().optional(),
    is_transient: z.boolean().optional(),
    error_user_title: z.string().optional(),
    error_user_msg: z.string().optional(),
  }),
});

/** Facebook did not do what it was asked. */
export class GraphError extends NetworkFailure {
  override name = 'GraphError';
}

/** What an answer means that is no success. `retryAt` of a `rate` comes from the usage headers, when they say so. */
export function graphErrorOf(
  { status, body }: { status: number; body: unknown },
  retryAt: Date | null = null,
): GraphError {
  const parsed = Refusal.safeParse(body);
  if (!parsed.success) {
    const kind = status >= 500 ? 'transient' : 'permanent';
    return new GraphError({ kind, words: `Facebook answered with status ${status}.`, status, code: '', retryAt: null });
  }
  const {
    code = 0,
    error_subcode: sub = 0,
    is_transient: passing = false,
    message,
    error_user_msg,
  } = parsed.data.error;
  const kind = kindOf({ status, code, sub, passing });
  return new GraphError({
    kind,
    words: error_user_msg ?? message,
    status,
    code: sub === 0 ? String(code) : `${code}/${sub}`,
    retryAt: kind === 'rate' ? retryAt : null,
  });
}

const RATE = new Set([4, 17, 32, 341, 613, 80001, 80006]);
/** Messenger's ways to say that the time for answers is over. */
const WINDOW = new Set([2018278, 2018065]);

function kindOf({ status, code, sub, passing }: Codes): FailureKind {
  if (code === 190 || code === 102) return 'auth';
  if (RATE.has(code)) return 'rate';
  if (WINDOW.has(sub)) return 'window';
  if (code === 506) return 'duplicate';
  if (code === 100 && sub === 33) return 'gone';
  if (code === 10 || code === 3 || (code >= 200 && code <= 299)) return 'permission';
  if (code === 1 || code === 2 || passing || status >= 500) return 'transient';
  return 'permanent';
}

interface Codes {
  status: number;
  code: number;
  sub: number;
  passing: boolean;
}
