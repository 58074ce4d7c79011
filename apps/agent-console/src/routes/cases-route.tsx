import type { Filter } from '@bureau/contracts';
import { EmptyState, ErrorState, Link, Skeleton } from '@bureau/ui';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { words } from '../app/words.ts';
import { CaseList } from '../features/case-list/index.ts';
import { filterAt, filtersWords, useFilterCounts, useFilters } from '../features/filters/index.ts';
import { SearchBox } from '../features/search/index.ts';
import { CaseFrame } from './case-frame.tsx';
import { focusCase } from './focus.ts';
import { ListHead } from './list-head.tsx';
import { useListPresence } from './use-list-presence.ts';

export interface CasesRouteProps {
  /** What the address calls the filter. */
  address: string;
  caseId: number | null;
}

const PLACE = '/cases/$filter/{-$caseId}';

/** The list of a saved filter beside the chosen case and its customer. */
export function CasesRoute({ address, caseId }: CasesRouteProps) {
  const navigate = useNavigate();
  const filters = useFilters();
  const filter = filterAt(filters.items, address);
  const name = filter?.name;
  useEffect(() => {
    if (caseId === null && name !== undefined) document.title = `${name} · ${words.product}`;
  }, [name, caseId]);

  const open = (id: number) =>
    void navigate({ to: PLACE, params: { filter: address, caseId: String(id) }, replace: caseId !== null });
  const back = () => void navigate({ to: PLACE, params: { filter: address, caseId: undefined } });
  const hrefOf = (id: number) => `/cases/${address}/${id}`;
  const list = (
    <>
      <FilterHead filter={filter} />
      <SearchBox q="" onSearch={(q) => void navigate({ to: '/search/{-$caseId}', search: { q, from: address } })} />
      {filter ? (
        <FilterCases filter={filter} caseId={caseId} onSelect={open} hrefOf={hrefOf} />
      ) : (
        <NoFilter filters={filters} />
      )}
    </>
  );
  return <CaseFrame list={list} caseId={caseId} hrefOf={hrefOf} onBack={back} />;
}

function FilterHead({ filter }: { filter: Filter | undefined }) {
  const count = useFilterCounts()(filter?.id ?? 0);
  return (
    <ListHead
      name={filter?.name ?? words.list}
      title={filter?.description}
      count={count && filtersWords.count(count.count, count.more)}
    />
  );
}

interface FilterCasesProps {
  filter: Filter;
  caseId: number | null;
  onSelect: (caseId: number) => void;
  hrefOf: (caseId: number) => string;
}

function FilterCases({ filter, caseId, onSelect, hrefOf }: FilterCasesProps) {
  const presenceOf = useListPresence();
  return (
    <CaseList
      key={filter.id}
      filter={filter}
      selectedId={caseId}
      onSelect={onSelect}
      onEnter={focusCase}
      hrefOf={hrefOf}
      presenceOf={presenceOf}
    />
  );
}

function NoFilter({ filters }: { filters: ReturnType<typeof useFilters> }) {
  if (filters.isPending) return <Skeleton rows={12} />;
  if (filters.isError) {
    return (
      <ErrorState what={filtersWords.failed} onRetry={() => void filters.refetch()} isRetrying={filters.isFetching} />
    );
  }
  return (
    <EmptyState icon="filter" action={<Link href="/cases/inbox">{filtersWords.toInbox}</Link>}>
      {filtersWords.missing}
    </EmptyState>
  );
}
