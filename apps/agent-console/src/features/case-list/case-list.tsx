import './case-list.css';
import { filtersApi } from '@bureau/contracts';
import type { Filter } from '@bureau/contracts';
import { Offline, usePages } from '@bureau/client';
import { Button, EmptyState, ErrorState, Link, Skeleton } from '@bureau/ui';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { caseListWords as words } from './case-list.words.ts';
import type { RowPresence } from './case-row.tsx';
import { CaseRows } from './case-rows.tsx';
import { useListCursor } from '../../pieces/use-list-cursor.ts';
import { useSettledRows } from './use-settled-rows.ts';

export interface CaseListProps {
  filter: Filter;
  selectedId: number | null;
  onSelect: (caseId: number) => void;
  /** Goes into the selected case. */
  onEnter: () => void;
  hrefOf: (caseId: number) => string;
  /** Who else is at a case; undefined when nobody is. */
  presenceOf: (caseId: number) => RowPresence | undefined;
}

/** The cases of a filter, in its order. It stays live, and never moves a row under the cursor. */
export function CaseList({ filter, selectedId, onSelect, onEnter, hrefOf, presenceOf }: CaseListProps) {
  const pages = usePages(filtersApi.cases, { params: { filterId: filter.id }, query: {} });
  const [isScrolled, setScrolled] = useState(false);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const topId = pages.items[0]?.id;
  const isHeld = isScrolled || (selectedId !== null && selectedId !== topId);
  const { rows, waiting, left, adopt } = useSettledRows({
    filterId: filter.id,
    fresh: pages.items,
    hasMore: pages.hasNextPage,
    isHeld,
  });
  const ids = rows.map(({ id }) => id);
  const { current, move, enter } = useListCursor({ ids, selectedId, onSelect, onEnter });

  const showNews = () => {
    adopt();
    scroller?.scrollTo({ top: 0 });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, (() => void) | undefined> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: enter,
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };
  if (rows.length === 0) return <NoRows filter={filter} pages={pages} />;
  return (
    <div className="case-list">
      {waiting > 0 && (
        <Button className="case-list-news" size="small" icon="chevron-up" onPress={showNews}>
          <span className="bu-figures">{words.news(waiting)}</span>
        </Button>
      )}
      <div
        ref={setScroller}
        className="case-list-scroller"
        role="listbox"
        tabIndex={0}
        aria-label={words.list(filter.name)}
        aria-activedescendant={current !== null && ids.includes(current) ? rowId(current) : undefined}
        data-list-focus
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop > 8)}
      >
        {scroller && (
          <CaseRows
            rows={rows}
            left={left}
            current={current}
            scroller={scroller}
            presenceOf={presenceOf}
            rowId={rowId}
            hrefOf={hrefOf}
            onSelect={onSelect}
            onNearEnd={() => {
              if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage();
            }}
          />
        )}
      </div>
    </div>
  );
}

function rowId(caseId: number): string {
  return `case-row-${caseId}`;
}

/** The faces of a list without rows: loading, offline, error, empty. */
function NoRows({ filter, pages }: { filter: Filter; pages: ReturnType<typeof usePages<typeof filtersApi.cases>> }) {
  if (pages.isPending) return <Skeleton rows={12} />;
  if (pages.isError) {
    const isOffline = pages.error instanceof Offline;
    return (
      <ErrorState
        what={isOffline ? words.offline : words.failed}
        safe={isOffline ? words.offlineSafe : words.safe}
        advice={isOffline ? words.offlineAdvice : pages.error.message}
        onRetry={() => void pages.refetch()}
        isRetrying={pages.isFetching}
      />
    );
  }
  const action =
    filter.key === 'inbox' ? (
      <Link href="/cases/resolved">{words.showResolved}</Link>
    ) : (
      <Link href="/cases/inbox">{words.showInbox}</Link>
    );
  return (
    <EmptyState icon="inbox" action={action}>
      {words.empty[filter.key ?? ''] ?? words.emptyFilter(filter.description)}
    </EmptyState>
  );
}
