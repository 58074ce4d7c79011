import { routingApi } from '@bureau/contracts';
import { keyOf, useRoom, useRoute } from '@bureau/client';
import { EmptyState, ErrorState, Link, Skeleton } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { BoardAgents } from './board-agents.tsx';
import { BoardFilterSection } from './board-filter.tsx';
import { routingPageWords as words } from './routing-page.words.ts';

/** Milliseconds between two looks while much happens, and while nothing is heard of. */
const PAUSE = 1_000;
const LOOK_AGAIN = 15_000;

/** Who does what, and what waits: as it is now. */
export function RoutingBoardView() {
  const board = useRoute(routingApi.board, {}, { refetchInterval: LOOK_AGAIN });
  const look = useLookAgain();
  useRoom('routing', look);
  if (board.isPending) return <Skeleton rows={6} />;
  if (!board.data) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        onRetry={() => void board.refetch()}
        isRetrying={board.isFetching}
      />
    );
  }
  const { agents, filters } = board.data;
  return (
    <div className="routing-board">
      <AdminSection title={words.agents}>
        <BoardAgents agents={agents} />
      </AdminSection>
      <AdminSection title={words.waiting} lead={words.waitingLead}>
        {filters.length === 0 && (
          <EmptyState icon="filter" action={<Link href="/admin/filters">{words.toFilters}</Link>}>
            {words.noFilters}
          </EmptyState>
        )}
        {filters.map((one) => (
          <BoardFilterSection key={one.filter.id} one={one} />
        ))}
      </AdminSection>
    </div>
  );
}

/** At most once in a pause, however much is heard. */
function useLookAgain(): () => void {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void queries.invalidateQueries({ queryKey: keyOf(routingApi.board) });
    }, PAUSE);
  };
}
