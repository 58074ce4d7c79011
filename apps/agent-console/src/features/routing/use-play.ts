import { routingApi } from '@bureau/contracts';
import type { RoutingState } from '@bureau/contracts';
import { isProblem, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { nextCaseWords } from '../../pieces/next-case/index.ts';
import { routingWords as words, showRouting } from '../../pieces/routing/index.ts';
import { problemText } from '../../plain/problem-words.ts';

/** The action that begins or ceases, by key, button and palette. */
export const PLAY = 'routing.play';

/** Beginning and ceasing to be given cases; each says what it did, or what failed and what is safe. */
export function usePlay() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const show = (state: RoutingState) => showRouting(queries, state);
  const failed = (retry: () => void) => (error: Error) =>
    toasts.show({
      text:
        isProblem(error, 'routing.not-playing') || isProblem(error, 'routing.out-of-office')
          ? problemText(error)
          : words.failed,
      detail: words.failedDetail,
      tone: 'danger',
      action: { label: words.retry, run: retry },
    });
  const playing = useCommand(routingApi.play, { onSuccess: show });
  const pausing = useCommand(routingApi.pause, { onSuccess: show });
  const changing = useCommand(routingApi.change, { onSuccess: show });

  const play = (filterId: number | null) =>
    playing.mutate(
      { body: { filterId } },
      {
        onSuccess: ({ offer }) =>
          offer === null && toasts.show({ text: words.toldPlaying, detail: nextCaseWords.nothingOffered }),
        onError: failed(() => play(filterId)),
      },
    );
  const pause = () =>
    pausing.mutate({}, { onSuccess: () => toasts.show({ text: words.toldPaused }), onError: failed(() => pause()) });
  const prefer = (wish: { autoAccept?: boolean; sound?: boolean }) =>
    changing.mutate({ body: wish }, { onError: failed(() => prefer(wish)) });
  return { play, pause, prefer };
}
