import type { Filter } from '@bureau/contracts';
import { isProblem, Offline } from '@bureau/client';
import { EmptyState, ErrorState, Link, Skeleton } from '@bureau/ui';
import type { Density } from '@bureau/ui';
import { caseListWords as words } from './case-list.words.ts';
import type { useListedCases } from './use-listed-cases.ts';

export interface NoRowsProps {
  filter: Filter;
  list: ReturnType<typeof useListedCases>;
  density: Density;
}

/** The faces of a list without rows: loading, forbidden, offline, error, empty. */
export function NoRows({ filter, list, density }: NoRowsProps) {
  if (list.isPending) return <Skeleton rows={12} shape={density} />;
  if (list.isError) return <Failed list={list} />;
  const toInbox = <Link href="/cases/inbox">{words.showInbox}</Link>;
  const action = filter.key === 'inbox' ? <Link href="/cases/resolved">{words.showResolved}</Link> : toInbox;
  return (
    <EmptyState icon="inbox" action={action}>
      {words.empty[filter.key ?? ''] ?? words.emptyFilter(filter.description)}
    </EmptyState>
  );
}

function Failed({ list }: Pick<NoRowsProps, 'list'>) {
  const { error } = list;
  if (isProblem(error, 'permission.denied') || isProblem(error, 'filter.not-found')) {
    return (
      <EmptyState icon="filter" action={<Link href="/cases/inbox">{words.showInbox}</Link>}>
        {words.forbidden}
      </EmptyState>
    );
  }
  const isOffline = error instanceof Offline;
  return (
    <ErrorState
      what={isOffline ? words.offline : words.failed}
      safe={isOffline ? words.offlineSafe : words.safe}
      advice={isOffline ? words.offlineAdvice : error?.message}
      onRetry={() => void list.refetch()}
      isRetrying={list.isFetching}
    />
  );
}
