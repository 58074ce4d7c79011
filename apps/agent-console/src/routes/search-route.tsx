import { IconButton, useActions } from '@bureau/ui';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { words } from '../app/words.ts';
import { FoundCases, SearchBox, searchWords, useSearchAsFilter } from '../features/search/index.ts';
import { useTicks } from '../pieces/ticks/index.ts';
import { CaseFrame } from './case-frame.tsx';
import { focusCase } from './focus.ts';
import { LateBulkBar } from './late-bulk.tsx';
import { ListHead } from './list-head.tsx';
import { useFilterEditor } from './use-filter-editor.tsx';

export interface SearchRouteProps {
  q: string;
  /** The filter that one came from, and goes back to. */
  from: string;
  caseId: number | null;
}

const PLACE = '/search/{-$caseId}';

/** What was found, beside the chosen case and its customer. */
export function SearchRoute({ q, from, caseId }: SearchRouteProps) {
  const navigate = useNavigate();
  const ticks = useTicks();
  useEffect(() => {
    if (caseId === null) document.title = `${searchWords.title(q)} · ${words.product}`;
  }, [q, caseId]);

  const go = (to: string, id?: number) => {
    if (to !== q) ticks.clear();
    void navigate({
      to: PLACE,
      params: { caseId: id === undefined ? undefined : String(id) },
      search: { q: to, from },
      replace: id !== undefined && caseId !== null,
    });
  };
  const asFilter = useSearchAsFilter(q);
  const editor = useFilterEditor();
  const makeFilter = () => {
    if (asFilter === null) return;
    const { notes, ...begins } = asFilter;
    editor.open({ begins, notes });
  };
  const { section } = searchWords.shortcuts;
  const action = { id: 'search.as-filter', section, description: searchWords.asFilter.make, icon: 'filter' as const };
  useActions(asFilter === null ? [] : [{ ...action, run: makeFilter }]);
  const close = () => void navigate({ to: '/cases/$filter/{-$caseId}', params: { filter: from, caseId: undefined } });
  const hrefOf = (id: number) => `/search/${id}?${new URLSearchParams({ q, from }).toString()}`;
  const list = (
    <>
      <ListHead name={searchWords.heading}>
        {asFilter && <IconButton icon="filter" label={searchWords.asFilter.make} onPress={makeFilter} />}
      </ListHead>
      <SearchBox key={q} q={q} onSearch={(to) => go(to)} onClose={close} />
      <div className="list-body">
        <FoundCases
          key={`found ${q}`}
          q={q}
          ticks={ticks}
          selectedId={caseId}
          onSelect={(id) => go(q, id)}
          onEnter={focusCase}
          onSearch={(to) => go(to)}
          hrefOf={hrefOf}
        />
        <LateBulkBar ticks={ticks} />
      </div>
      {editor.dialog}
    </>
  );
  return <CaseFrame list={list} caseId={caseId} hrefOf={(id) => `/cases/${from}/${id}`} onBack={() => go(q)} />;
}
