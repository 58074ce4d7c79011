import { filtersApi } from '@bureau/contracts';
import { useClient, useRoute } from '@bureau/client';
import { useActions } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { prefetchCase } from '../prefetch-case.ts';
import { nextInput } from './find-next.ts';
import { nextCaseWords as words } from './next-case.words.ts';
import { useCurrentCaseId, useCurrentFilter } from './use-current-filter.ts';
import { useNextCase } from './use-next-case.ts';

/** Milliseconds that somebody stays on a case before the one behind it is read in the background. */
const STAYS = 250;

/** `n` opens the next case, which has been read before the key is pressed. Place it once, behind the sign-in. */
export function NextCaseKey() {
  const next = useNextCase();
  useNextInCache();
  const { section, description } = words;
  useActions([{ id: 'list.next-case', keys: 'n', section, description, icon: 'play', run: () => void next() }]);
  return null;
}

function useNextInCache(): void {
  const client = useClient();
  const queries = useQueryClient();
  const filter = useCurrentFilter();
  const after = useCurrentCaseId();
  const input = nextInput(filter?.id ?? 0, after);
  const nextId = useRoute(filtersApi.next, input, { enabled: filter !== undefined }).data?.caseId ?? null;
  useEffect(() => {
    if (nextId === null) return;
    const timer = setTimeout(() => void prefetchCase(queries, client, nextId), STAYS);
    return () => clearTimeout(timer);
  }, [queries, client, nextId]);
}
