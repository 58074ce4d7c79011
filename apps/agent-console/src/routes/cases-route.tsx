import type { Filter } from '@bureau/contracts';
import { EmptyState, ErrorState, Link, Skeleton } from '@bureau/ui';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { words } from '../app/words.ts';
import { CaseList, ListOptions, useListView } from '../features/case-list/index.ts';
import { filterAt, filtersWords, useFilterCounts, useFilters } from '../features/filters/index.ts';
import { SearchBox } from '../features/search/index.ts';
import { useTicks } from '../pieces/ticks/index.ts';
import { CaseFrame } from './case-frame.tsx';
import { focusCase } from './focus.ts';
import { LateBulkBar } from './late-bulk.tsx';
import { ListHead } from './list-head.tsx';
import { useFilterEditor } from './use-filter-editor.tsx';
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
  const [isWide, setWide] = useState(false);
  const search = (
    <SearchBox q="" onSearch={(q) => void navigate({ to: '/search/{-$caseId}', search: { q, from: address } })} />
  );
  const list = (
    <>
      {filter ? (
        <FilterCases key={filter.id} filter={filter} caseId={caseId} onSelect={open} hrefOf={hrefOf} onWide={setWide}>
          {search}
        </FilterCases>
      ) : (
        <>
          <ListHead name={words.list} />
          {search}
          <NoFilter filters={filters} />
        </>
      )}
    </>
  );
  return <CaseFrame list={list} caseId={caseId} hrefOf={hrefOf} onBack={back} isListWide={isWide} />;
}

interface FilterCasesProps {
  filter: Filter;
  caseId: number | null;
  onSelect: (caseId: number) => void;
  hrefOf: (caseId: number) => string;
  /** Hears whether the list has columns, which want room. */
  onWide: (isWide: boolean) => void;
  /** Between the head and the rows. */
  children: ReactNode;
}

function FilterCases({ filter, caseId, onSelect, hrefOf, onWide, children }: FilterCasesProps) {
  const presenceOf = useListPresence();
  const count = useFilterCounts()(filter.id);
  const view = useListView(filter);
  const ticks = useTicks();
  const hasColumns = view.view.columns.length > 0;
  useEffect(() => {
    onWide(hasColumns);
    return () => onWide(false);
  }, [onWide, hasColumns]);
  const editor = useFilterEditor();
  return (
    <>
      <ListHead
        name={filter.name}
        title={filter.description}
        count={count && filtersWords.count(count.count, count.more)}
      >
        <ListOptions
          filter={filter}
          view={view}
          onEdit={filter.editable ? () => editor.open({ filter }) : undefined}
          onNew={() => editor.open({ begins: { conditions: filter.conditions, ...view.view } })}
        />
      </ListHead>
      {children}
      <div className="list-body">
        <CaseList
          filter={filter}
          view={view.view}
          ticks={ticks}
          selectedId={caseId}
          onSelect={onSelect}
          onEnter={focusCase}
          hrefOf={hrefOf}
          presenceOf={presenceOf}
        />
        <LateBulkBar ticks={ticks} filter={{ ...filter, count: count?.count ?? 0, more: count?.more ?? false }} />
      </div>
      {editor.dialog}
    </>
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
