import { routingApi } from '@bureau/contracts';
import type { RoutingOffer, RoutingState } from '@bureau/contracts';
import { isProblem, keyOf, useClient, useCommand, usePresentIn, useRoom, useSession } from '@bureau/client';
import { useActions, useToasts } from '@bureau/ui';
import type { Action } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { absenceWords } from '../../pieces/absence/index.ts';
import { ring } from '../../pieces/calls/index.ts';
import { prefetchCase } from '../../pieces/prefetch-case.ts';
import { routingWords as words, showRouting, useRouting } from '../../pieces/routing/index.ts';
import { addressOf } from '../../plain/filter-address.ts';
import { problemText } from '../../plain/problem-words.ts';
import { OfferBar } from './offer-bar.tsx';
import { PLAY, usePlay } from './use-play.ts';

/** Milliseconds for which no other window of this browser sounds or accepts the same offer. */
const HOLD = 3_000;

/** Hears what is offered to the person who is signed in, and shows it wherever she is. */
export function RoutingLive() {
  const { user } = useSession();
  const queries = useQueryClient();
  const routing = useRouting();
  const readAgain = () => queries.invalidateQueries({ queryKey: keyOf(routingApi.mine) });
  useRoom(`user:${user.id}`, (news) => (news.kind === 'changed' && !ours(news.event) ? undefined : readAgain()));
  usePresentIn(routing?.playing ? 'routing' : null);
  usePlayKey(routing);
  useAbsenceAction();
  if (!routing?.offer) return null;
  return <Offer key={routing.offer.id} offer={routing.offer} routing={routing} readAgain={readAgain} />;
}

/** Out of office, from the palette. */
function useAbsenceAction(): void {
  const { history } = useRouter();
  const { section, keywords, outOfOffice } = absenceWords;
  const run = () => history.push('/account/availability');
  useActions([{ id: 'setting.absence', section, description: outOfOffice, icon: 'user', keywords, run }]);
}

/** Play and Pause, wherever one is. */
function usePlayKey(routing: RoutingState | undefined): void {
  const { play, pause } = usePlay();
  const { section, keywords } = words;
  const isPlaying = routing?.playing ?? false;
  const run = () => (isPlaying ? pause() : play(routing?.filterId ?? null));
  const action: Action = {
    ...{ id: PLAY, keys: 'shift+n', section, keywords, run },
    description: isPlaying ? words.pauseDescription : words.playDescription,
    icon: isPlaying ? 'pause' : 'play',
  };
  useActions(isPlaying || (routing?.filters.length ?? 0) > 0 ? [action] : []);
}

const ours = (event: string) => event.startsWith('routing.') || event === 'user.availability-changed';

function Offer({
  offer,
  routing,
  readAgain,
}: {
  offer: RoutingOffer;
  routing: RoutingState;
  readAgain: () => Promise<void>;
}) {
  const queries = useQueryClient();
  const client = useClient();
  const toasts = useToasts();
  const { accept, isAccepting } = useAccept(offer, readAgain);
  const declining = useCommand(routingApi.decline, {
    onSuccess: (state) => showRouting(queries, state),
    onError: (error) => {
      void readAgain();
      toasts.show({ text: problemText(error), tone: 'danger' });
    },
  });
  const decline = () => declining.mutate({ params: { offerId: offer.id } });
  const { section } = words;
  useActions([
    { id: 'routing.accept', section, description: words.accept, icon: 'check', run: accept },
    { id: 'routing.decline', section, description: words.decline, icon: 'close', run: decline },
  ]);

  const arrival = useRef({ accept, routing });
  useEffect(() => {
    arrival.current = { accept, routing };
  });
  useEffect(() => {
    void prefetchCase(queries, client, offer.case.id);
    void once(offer.id, () => {
      if (arrival.current.routing.sound) ring();
      if (arrival.current.routing.autoAccept) arrival.current.accept();
    });
  }, [queries, client, offer.id, offer.case.id]);

  return (
    <OfferBar
      offer={offer}
      isAccepting={isAccepting}
      onAccept={accept}
      onDecline={decline}
      onOver={() => void readAgain()}
    />
  );
}

/** Accepts, and opens the case, which has been read since it was offered. */
function useAccept(offer: RoutingOffer, readAgain: () => Promise<void>) {
  const navigate = useNavigate();
  const toasts = useToasts();
  const accepting = useCommand(routingApi.accept, {
    onSuccess: async ({ caseId }) => {
      const filter = offer.filter ? addressOf(offer.filter) : 'inbox';
      await navigate({ to: '/cases/$filter/{-$caseId}', params: { filter, caseId: String(caseId) } });
      await readAgain();
    },
    onError: (error) => {
      void readAgain();
      const isOver = isProblem(error, 'routing.offer-over');
      toasts.show({ text: problemText(error), tone: isOver ? 'neutral' : 'danger' });
    },
  });
  const accept = () => {
    if (!accepting.isPending) accepting.mutate({ params: { offerId: offer.id } });
  };
  return { accept, isAccepting: accepting.isPending };
}

/** In one window of this browser only. Without TLS there are no locks; then each is the only one as far as it knows. */
async function once(offerId: number, run: () => void): Promise<void> {
  const locks: LockManager | undefined = 'locks' in navigator ? navigator.locks : undefined;
  if (!locks) return run();
  await locks.request(`bureau.offer.${offerId}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    run();
    await new Promise((done) => setTimeout(done, HOLD));
  });
}
