import './case-list.css';
import { casesApi } from '@bureau/contracts';
import type { CaseView } from '@bureau/contracts';
import { Offline, usePages } from '@bureau/client';
import { Button, EmptyState, ErrorState, Link, Skeleton } from '@bureau/ui';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { caseListWords as words } from './case-list.words.ts';
import type { RowPresence } from './case-row.tsx';
import { CaseRows } from './case-rows.tsx';
import { useListCursor } from './use-list-cursor.ts';
import { useSettledRows } from './use-settled-rows.ts';

export interface CaseListProps {
  view: CaseView;
  selectedId: number | null;
  onSelect: (caseId: number) => void;
  /** Goes into the selected case. */
  onEnter: () => void;
  hrefOf: (caseId: number) => string;
  /** Who else is at a case; undefined when nobody is. */
  presenceOf: (caseId: number) => RowPresence | undefined;
}

/** The cases of a view, the latest activity first. It stays live, and never moves a row under the cursor. */
export function CaseList({ view, selectedId, onSelect, onEnter, hrefOf, presenceOf }: CaseListProps) {
  const pages = usePages(casesApi.list, { query: { view } });
  const [isScrolled, setScrolled] = useState(false);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const topId = pages.items[0]?.id;
  const isHeld = isScrolled || (selectedId !== null && selectedId !== topId);
  const { rows, waiting, left, adopt } = useSettledRows({
    view,
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
  if (rows.length === 0) return <NoRows view={view} pages={pages} />;
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
        aria-label={words.list(words.views[view])}
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
function NoRows({ view, pages }: { view: CaseView; pages: ReturnType<typeof usePages<typeof casesApi.list>> }) {
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
  const other = view === 'inbox' ? 'all' : 'inbox';
  return (
    <EmptyState
      icon="inbox"
      action={
        view === 'all' ? undefined : (
          <Link href={`/cases/${other}`}>{other === 'all' ? words.showAll : words.showInbox}</Link>
        )
      }
    >
      {words.empty[view]}
    </EmptyState>
  );
}
