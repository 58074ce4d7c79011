import { filtersApi } from '@bureau/contracts';
import type { Filter } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { useLocation, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { filterAt } from '../../plain/filter-address.ts';

const LAST = 'bureau.console.last-filter';

/** The filter that one works through: the one in the address, else the last one, else the inbox. Undefined: not known yet. */
export function useCurrentFilter(): Filter | undefined {
  const { filter: address } = useParams({ strict: false });
  const { search } = useLocation();
  const from = 'from' in search ? String(search.from) : undefined;
  const filters = useRoute(filtersApi.list, {});
  useEffect(() => {
    if (address !== undefined) window.sessionStorage.setItem(LAST, address);
  }, [address]);

  const items = (filters.data?.items ?? []).filter(({ enabled }) => enabled);
  const wanted = address ?? from ?? window.sessionStorage.getItem(LAST) ?? 'inbox';
  return filterAt(items, wanted) ?? filterAt(items, 'inbox') ?? items[0];
}

/** The case on the screen; null: none. */
export function useCurrentCaseId(): number | null {
  const { caseId } = useParams({ strict: false });
  const id = Number(caseId);
  return Number.isInteger(id) && id > 0 ? id : null;
}
