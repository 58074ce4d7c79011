import { salesforceFirstSyncApi } from '@bureau/contracts';
import type { FirstSync } from '@bureau/contracts';
import { keyOf, useCommand, useRoom, useRoute } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { problemText } from '../../plain/problem-words.ts';
import { firstSyncWords as words } from './first-sync.words.ts';

/** Milliseconds between two looks while much happens, and while nothing is heard of. */
const PAUSE = 1_000;
const LOOK_AGAIN = 15_000;

/** How far it is, as it is now; at most once in a pause, however much is heard. */
export function useFirstSync() {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useRoom('salesforce', () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: keyOf(salesforceFirstSyncApi.get) });
    }, PAUSE);
  });
  return useRoute(salesforceFirstSyncApi.get, {}, { refetchInterval: LOOK_AGAIN });
}

/** What can be done with it; what comes of it shows on the page. */
export function useFirstSyncCommands() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const done = (text: string) => ({
    onSuccess: (firstSync: FirstSync) => {
      queries.setQueryData(keyOf(salesforceFirstSyncApi.get, {}), { firstSync });
      toasts.show({ text });
    },
    onError: (error: Error) => void toasts.show({ tone: 'danger', text: words.notDone, detail: problemText(error) }),
  });
  const dryRun = useCommand(salesforceFirstSyncApi.dryRun, done(words.dryRunBegun));
  const start = useCommand(salesforceFirstSyncApi.start, done(words.begun));
  const stop = useCommand(salesforceFirstSyncApi.stop, done(words.stopped));
  return {
    dryRun: () => dryRun.mutate({}),
    start: () => start.mutate({}),
    stop: () => stop.mutate({}),
    isPending: [dryRun, start, stop].some((command) => command.isPending),
  };
}
