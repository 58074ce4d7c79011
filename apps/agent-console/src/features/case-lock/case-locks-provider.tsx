import { casesApi, lockApi } from '@bureau/contracts';
import type { Case, CaseLock, CaseStatus } from '@bureau/contracts';
import { ApiProblem, keyOf, Offline, useClient } from '@bureau/client';
import type { Client } from '@bureau/client';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { createCaseLocks } from './case-locks.ts';
import type { CaseLocks, Taken } from './case-locks.ts';

const LocksContext = createContext<CaseLocks | null>(null);
const NONE: CaseLocks = {
  work: () => undefined,
  gained: () => undefined,
  lost: () => undefined,
  free: () => undefined,
  held: () => NOTHING,
  subscribe: () => () => undefined,
};
const NOTHING: readonly number[] = [];

/** Knows which cases this window works on, wherever one looks; lets go of them when the window closes. */
export function CaseLocksProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const queries = useQueryClient();
  const locks = useMemo(
    () =>
      createCaseLocks({
        take: (caseId) => takeCase(client, queries, caseId),
        free: (caseId) => freeCase(client, queries, caseId),
        now: () => Date.now(),
      }),
    [client, queries],
  );
  useEffect(() => {
    const leave = () => locks.held().forEach((caseId) => freeAtOnce(client, caseId));
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [client, locks]);
  return <LocksContext value={locks}>{children}</LocksContext>;
}

/** The cases that this window works on. */
export function useCaseLocks(): CaseLocks {
  return useContext(LocksContext) ?? NONE;
}

async function takeCase(client: Client, queries: QueryClient, caseId: number): Promise<Taken> {
  const params = { caseId };
  try {
    const taken = await client.call(lockApi.take, { params, body: { takeOver: false } });
    await showTaken(queries, caseId, taken);
    return 'taken';
  } catch (error) {
    if (error instanceof Offline) return 'unreachable';
    // A colleague was faster, or the case is closed by now: the screen does not know yet.
    if (error instanceof ApiProblem && error.status === 409)
      void queries.invalidateQueries({ queryKey: keyOf(casesApi.get, { params }) });
    return 'refused';
  }
}

async function freeCase(client: Client, queries: QueryClient, caseId: number): Promise<void> {
  const params = { caseId };
  const key = keyOf(casesApi.get, { params });
  queries.setQueryData<Case>(key, (known) => known && { ...known, lock: null });
  // What does not arrive is made good by time: the desk frees a case after ten silent minutes.
  await client.call(lockApi.free, { params }).catch(() => undefined);
}

/** The case as it is once it is mine: taken, and opened when it was new. */
export async function showTaken(
  queries: QueryClient,
  caseId: number,
  taken: { lock: CaseLock; status: CaseStatus; sequence: number },
): Promise<void> {
  const params = { caseId };
  const key = keyOf(casesApi.get, { params });
  const known = queries.getQueryData<Case>(key);
  await queries.cancelQueries({ queryKey: key });
  const workedAt = new Date().toISOString();
  queries.setQueryData<Case>(key, (before) => before && { ...before, ...taken, workedAt });
  if (known?.sequence !== taken.sequence) {
    void queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params }) });
  }
}

/** Survives the page: the browser sends it though nobody is there to hear the answer. */
function freeAtOnce(client: Client, caseId: number): void {
  const url = client.urlOf(lockApi.free, { params: { caseId } });
  void fetch(url, { method: lockApi.free.method, keepalive: true, credentials: 'same-origin' }).catch(() => undefined);
}
