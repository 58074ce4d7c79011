import { sessionApi } from '@bureau/contracts';
import type { Session } from '@bureau/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { useClient } from './client-context.tsx';
import { keyOf } from './key-of.ts';
import { isProblem } from './problems.ts';
import type { Client } from './create-client.ts';

const SESSION_KEY = keyOf(sessionApi.whoAmI, {});

export interface SessionState {
  /** Null: nobody is signed in. Undefined: not known yet. */
  session: Session | null | undefined;
  /** Why it is not known. */
  error: Error | null;
  retry: () => void;
}

const SessionContext = createContext<SessionState | null>(null);

/** Asks once who is signed in and keeps the answer for everything below. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const { data, error, refetch } = useQuery({
    queryKey: SESSION_KEY,
    queryFn: () => whoIsSignedIn(client),
    staleTime: Infinity,
  });
  const state: SessionState = { session: data, error: data === undefined ? error : null, retry: () => void refetch() };
  return <SessionContext value={state}>{children}</SessionContext>;
}

export function useSessionState(): SessionState {
  const state = useContext(SessionContext);
  if (state === null) throw new Error('useSessionState needs a SessionProvider above it.');
  return state;
}

/** The session of whoever is signed in; for screens that exist only then. Throws when nobody is. */
export function useSession(): Session {
  const { session } = useSessionState();
  if (!session) throw new Error('useSession is for screens behind the sign-in.');
  return session;
}

/** Puts a session in place after signing in, or takes it away: null drops everything that was read under it. */
export function enterSession(queries: QueryClient, session: Session | null): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
  queries.setQueryData(SESSION_KEY, session);
}

/** `enterSession` for components. */
export function useEnterSession(): (session: Session | null) => void {
  const queries = useQueryClient();
  return (session) => enterSession(queries, session);
}

/** Reads the session again: what it may do has changed, or whether it must set up a second factor first. */
export function refreshSession(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: SESSION_KEY });
}

/** `refreshSession` for components. */
export function useRefreshSession(): () => Promise<void> {
  const queries = useQueryClient();
  return () => refreshSession(queries);
}

async function whoIsSignedIn(client: Client): Promise<Session | null> {
  try {
    return await client.call(sessionApi.whoAmI, {});
  } catch (error) {
    if (isProblem(error, 'session.required')) return null;
    throw error;
  }
}
