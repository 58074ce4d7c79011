import { casesApi, conditionsIn, filtersApi } from '@bureau/contracts';
import type { Filter } from '@bureau/contracts';
import { isProblem, keyOf, useClient, useRoom } from '@bureau/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { inSight, withCase, withMore } from './listed-cases.ts';
import type { ListedCases, ListView } from './listed-cases.ts';
import { readList, readMore } from './read-list.ts';
import { useCasesInCache } from './use-cases-in-cache.ts';
import { useJudge } from './use-judge.ts';

/** News of more cases than this at once are not asked for one by one: the list is read again instead. */
const ONE_BY_ONE = 10;
/** Milliseconds after which a list that goes by business hours is read again: only the desk knows the calendars. */
const HOURS_GO_ON = 60_000;
/** Milliseconds in which news are gathered. */
const GATHERED = 120;

/**
 * The cases of a filter, read page by page and kept true: a case that changes, here or at another desk, finds its place
 * at once by the desk's own conditions, and the desk's list confirms it silently.
 */
export function useListedCases(filter: Filter, view: ListView) {
  const client = useClient();
  const queries = useQueryClient();
  const { field, direction } = view.sort;
  const { groupBy } = view;
  const stable = useMemo<ListView>(() => ({ sort: { field, direction }, groupBy }), [field, direction, groupBy]);
  const key = useMemo(
    () => [...keyOf(filtersApi.cases, { params: { filterId: filter.id } }), 'listed', stable],
    [filter.id, stable],
  );
  const reach = useRef(new Map<string, number>());
  const reading = useRef(new Set<string>());
  const forgets = useRef(false);
  const now = () => queries.getQueryData<ListedCases>(key);

  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const before = () => (forgets.current ? inSight(now(), reach.current) : now());
      const rowsInSight = (part: string) => reach.current.get(part) ?? 1;
      const listed = await readList({ client, filterId: filter.id, view: stable, signal }, { rowsInSight, before });
      forgets.current = false;
      return listed;
    },
    structuralSharing: false,
    refetchInterval: goesByHours(filter) && HOURS_GO_ON,
  });

  const judge = useJudge(filter);
  useCasesInCache((row) => {
    const listed = now();
    if (!listed) return;
    const verdict = judge(row);
    queries.setQueryData(key, withCase(listed, row, verdict, stable), { updatedAt: query.dataUpdatedAt });
    if (verdict === 'unknown' && goesByHours(filter)) void queries.invalidateQueries({ queryKey: key });
  });
  useNews(() => {
    forgets.current = true;
    return queries.invalidateQueries({ queryKey: key });
  });

  const fetchMore = async (part: string) => {
    if (reading.current.has(part)) return;
    reading.current.add(part);
    try {
      const cursor = now()?.parts.get(part)?.next ?? null;
      const more = await readMore({ client, filterId: filter.id, view: stable }, part, cursor);
      queries.setQueryData<ListedCases>(key, (listed) => listed && withMore(listed, part, more));
    } catch {
      // The rows that are there stay; coming near the end again asks again.
    } finally {
      reading.current.delete(part);
    }
  };
  /** Tells how many rows of a part somebody has seen: they are read again when something changes. */
  const sees = (part: string, rows: number) => void reach.current.set(part, rows);
  return { ...query, listed: query.data, fetchMore, sees };
}

/** Whether the conditions ask when a brand is open. */
function goesByHours({ conditions }: Filter): boolean {
  return conditionsIn(conditions).some(({ field }) => field.startsWith('case.businessHours'));
}

/**
 * Reads each case again that others have changed; what is learnt of it comes back through the cache. `onMissed`: too
 * much happened to ask for each, or nobody knows what.
 */
function useNews(onMissed: () => Promise<void>): void {
  const client = useClient();
  const queries = useQueryClient();
  const gathered = useRef(new Set<number>());
  const read = (): unknown => {
    const ids = [...gathered.current];
    gathered.current.clear();
    if (ids.length > ONE_BY_ONE) return onMissed();
    for (const caseId of ids) {
      const queryKey = keyOf(casesApi.get, { params: { caseId } });
      const queryFn = () => client.call(casesApi.get, { params: { caseId } });
      void queries.fetchQuery({ queryKey, queryFn, staleTime: 0, gcTime: 60_000 }).catch((error: unknown) => {
        if (isProblem(error, 'case.not-found')) void queries.invalidateQueries({ queryKey: keyOf(filtersApi.cases) });
      });
    }
    return undefined;
  };
  useRoom('cases', (news) => {
    if (news.kind === 'gap') return onMissed();
    if (news.kind !== 'changed') return undefined;
    if (gathered.current.size === 0) setTimeout(read, GATHERED);
    for (const id of news.ids) gathered.current.add(id);
    return undefined;
  });
}
