import { casesApi, lockApi } from '@bureau/contracts';
import { can, useClient, useRoute, useSession } from '@bureau/client';
import { useNow, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { problemText } from '../../plain/problem-words.ts';
import { lockWords as words } from './case-lock.words.ts';
import { showTaken, useCaseLocks } from './case-locks-provider.tsx';

export interface CaseLockState {
  /** Who works on the case: I, a colleague, or nobody. */
  state: 'mine' | 'theirs' | 'free';
  /** The name of a colleague who has it; null otherwise. */
  heldBy: string | null;
  /** Since when somebody works on it, and until when it stays taken without another word. */
  since: string | null;
  until: string | null;
  /** Who took it from me while I worked on it. */
  lostTo: string | null;
  mayTakeOver: boolean;
  /** Takes it if it is free; keeps it while one writes. Call it as often as you like. */
  take: () => void;
  /** Takes it from a colleague. */
  takeOver: () => Promise<void>;
  free: () => void;
  /** The news that it was lost has been read. */
  forgive: () => void;
}

/** The soft lock of a case: who works on it, and how to take it, keep it and let it go. */
export function useCaseLock(caseId: number): CaseLockState {
  const session = useSession();
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const locks = useCaseLocks();
  const now = useNow();
  const supportCase = useRoute(casesApi.get, { params: { caseId } }).data;
  const isHeld = useSyncExternalStore(locks.subscribe, locks.held).includes(caseId);
  const [lostTo, setLostTo] = useState<string | null>(null);

  const lock = supportCase?.lock && Date.parse(supportCase.lock.until) > now ? supportCase.lock : null;
  const theirs = lock && lock.user.id !== session.user.id ? lock : null;
  const loser = theirs?.user.name ?? null;
  useEffect(() => {
    if (!isHeld || loser === null) return;
    setLostTo(loser);
    locks.lost(caseId);
  }, [isHeld, loser, locks, caseId]);

  const takeOver = async () => {
    const taken = await client.call(lockApi.take, { params: { caseId }, body: { takeOver: true } });
    await showTaken(queries, caseId, taken);
    setLostTo(null);
    locks.gained(caseId);
    toasts.show({ text: theirs ? words.took(theirs.user.name) : words.yours });
  };
  const { permissions } = session;
  return {
    state: theirs ? 'theirs' : isHeld || lock ? 'mine' : 'free',
    heldBy: loser,
    since: supportCase?.workedAt ?? null,
    until: lock?.until ?? null,
    lostTo,
    mayTakeOver: permissions.includes('cases:take-over'),
    take: () => {
      if (!theirs && can(session, lockApi.take)) locks.work(caseId, 'writing');
    },
    takeOver: () =>
      takeOver().catch((error: unknown) => {
        toasts.show({ tone: 'danger', text: words.notTaken, detail: problemText(error) });
      }),
    free: () => locks.free(caseId),
    forgive: () => setLostTo(null),
  };
}
