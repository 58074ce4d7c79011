import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, isProblem } from './problems.ts';

const RETRIES = 2;
/** Milliseconds; after that an answer is read again when a screen shows it. */
const FRESH_FOR = 30_000;

export interface QueryClientSettings {
  /** Called when the desk says that nobody is signed in. */
  onSessionLost?: () => void;
  /** Called when the desk says that the role demands a second factor from now on. */
  onTwoFactorRequired?: () => void;
}

/**
 * The cache of server state. An answer of the desk (4xx) is final and never asked for again by itself; a failure to
 * reach it is tried twice more. Requests run even when the browser believes to be offline, so that a screen can say so.
 */
export function createQueryClient({ onSessionLost, onTwoFactorRequired }: QueryClientSettings = {}): QueryClient {
  const onError = (error: Error) => {
    if (isProblem(error, 'session.required')) onSessionLost?.();
    if (isProblem(error, 'two-factor.required')) onTwoFactorRequired?.();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { retry: worthAnotherTry, staleTime: FRESH_FOR, networkMode: 'always', refetchOnWindowFocus: false },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

function worthAnotherTry(failures: number, error: Error): boolean {
  const refused = error instanceof ApiProblem && error.status < 500;
  return !refused && failures < RETRIES;
}
