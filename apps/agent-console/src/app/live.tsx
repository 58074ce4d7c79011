import { casesApi, feedbackApi, filtersApi, intakeApi, questionsApi } from '@bureau/contracts';
import type { Route } from '@bureau/contracts';
import { can, keyOf, RealtimeProvider, useEnterSession, useRoom, useSession } from '@bureau/client';
import type { RealtimeState } from '@bureau/client';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { atMostEvery } from './at-most-every.ts';

/** Milliseconds between two reads of a list while much happens. */
const LIST_PAUSE = 300;
/** The case behind the one on the screen may be found a little later: nobody sees it yet. */
const NEXT_PAUSE = 2_000;

/** Keeps what is on the screen true: every change at the desk makes the console read again what it concerns. */
export function Live({ children }: { children: ReactNode }) {
  const session = useSession();
  const queries = useQueryClient();
  const enter = useEnterSession();
  const onState = ({ kind }: RealtimeState) => {
    if (kind === 'signed-out') enter(null);
  };
  return (
    <RealtimeProvider
      key={session.user.id}
      url={session.realtimeUrl}
      onState={onState}
      onReturn={() => queries.invalidateQueries()}
    >
      <Lists canSeeIntake={can(session, intakeApi.list)} canSeePosts={can(session, questionsApi.waiting)} />
      {children}
    </RealtimeProvider>
  );
}

function Lists({ canSeeIntake, canSeePosts }: { canSeeIntake: boolean; canSeePosts: boolean }) {
  const queries = useQueryClient();
  const [readCases, readIntake, readPosts, readNext] = useMemo(() => {
    const read = (routes: readonly Route[]) => () =>
      Promise.all(routes.map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })));
    return [
      atMostEvery(LIST_PAUSE, read([filtersApi.cases, filtersApi.counts, casesApi.list])),
      atMostEvery(LIST_PAUSE, read([intakeApi.list, intakeApi.balance, intakeApi.get])),
      atMostEvery(LIST_PAUSE, read([questionsApi.waiting])),
      atMostEvery(NEXT_PAUSE, read([filtersApi.next])),
    ];
  }, [queries]);
  useRoom('cases', () => {
    void readNext();
    return readCases();
  });
  useRoom(canSeeIntake ? 'intake' : null, readIntake);
  useRoom(canSeePosts ? 'questions' : null, readPosts);
  return null;
}

/** Reads a case again whenever something happens to it. */
export function useLiveCase(caseId: number): void {
  const queries = useQueryClient();
  useRoom(`case:${caseId}`, () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: keyOf(casesApi.get, { params: { caseId } }) }),
      queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params: { caseId } }) }),
      queries.invalidateQueries({ queryKey: keyOf(questionsApi.ofCase, { params: { caseId } }) }),
      queries.invalidateQueries({ queryKey: keyOf(feedbackApi.ofCase, { params: { caseId } }) }),
      queries.invalidateQueries({ queryKey: keyOf(intakeApi.list) }),
    ]),
  );
}
