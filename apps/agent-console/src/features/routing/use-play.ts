import { routingApi } from '@bureau/contracts';
import type { RoutingState } from '@bureau/contracts';
import { isProblem, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import type { Toast } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { nextCaseWords } from '../../pieces/next-case/index.ts';
import { routingWords as words, showRouting } from '../../pieces/routing/index.ts';
import { problemText } from '../../plain/problem-words.ts';

/** The action that begins or ceases, by key, button and palette. */
export const PLAY = 'routing.play';

/** What one has to change first: trying again would be refused again. */
const REFUSALS = ['routing.not-playing', 'routing.out-of-office'] as const;

/** Beginning and ceasing to be given cases; each says what it did, or what failed and what is safe. */
export function usePlay() {
  const queries = useQueryClient();
  const say = useLastWord();
  const show = (state: RoutingState) => showRouting(queries, state);
  const failed = (retry: () => void) => (error: Error) => {
    if (REFUSALS.some((code) => isProblem(error, code))) return say({ text: problemText(error), tone: 'danger' });
    const action = { label: words.retry, run: retry };
    say({ text: words.failed, detail: words.failedDetail, tone: 'danger', action });
  };
  const playing = useCommand(routingApi.play, { onSuccess: show });
  const pausing = useCommand(routingApi.pause, { onSuccess: show });
  const changing = useCommand(routingApi.change, { onSuccess: show });

  const play = (filterId: number | null) =>
    playing.mutate(
      { body: { filterId } },
      {
        onSuccess: ({ offer }) =>
          offer === null ? say({ text: words.toldPlaying, detail: nextCaseWords.nothingOffered }) : say(null),
        onError: failed(() => play(filterId)),
      },
    );
  const pause = () =>
    pausing.mutate({}, { onSuccess: () => say({ text: words.toldPaused }), onError: failed(() => pause()) });
  const prefer = (wish: { autoAccept?: boolean; sound?: boolean }) =>
    changing.mutate({ body: wish }, { onSuccess: () => say(null), onError: failed(() => prefer(wish)) });
  return { play, pause, prefer };
}

/** Only what was said last is true: it takes the place of what stood there before. */
function useLastWord(): (toast: Toast | null) => void {
  const toasts = useToasts();
  const last = useRef<string>(undefined);
  return (toast) => {
    if (last.current !== undefined) toasts.close(last.current);
    last.current = toast ? toasts.show(toast) : undefined;
  };
}
