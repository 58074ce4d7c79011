import { Button, EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import type { ReactNode } from 'react';
import { problemText } from '../../plain/problem-words.ts';
import { trafficWords as words } from './salesforce-traffic.words.ts';

interface Loading {
  isPending: boolean;
  isError: boolean;
  isFetching: boolean;
  error: Error | null;
  refetch: () => Promise<unknown>;
}

interface LoadStateProps {
  of: Loading;
  failed: string;
  empty: string;
  /** A tick is for lists that are empty because all is well. */
  icon?: IconName;
  action?: ReactNode;
}

/** In place of rows: they are on their way, could not be loaded, or there are none. */
export function LoadState({ of, failed, empty, icon = 'check', action }: LoadStateProps) {
  if (of.isPending) return <Skeleton rows={5} />;
  if (of.isError) {
    return (
      <ErrorState
        what={failed}
        safe={words.safe}
        advice={of.error ? problemText(of.error) : undefined}
        onRetry={() => void of.refetch()}
        isRetrying={of.isFetching}
      />
    );
  }
  return (
    <EmptyState icon={icon} action={action}>
      {empty}
    </EmptyState>
  );
}

/** The button below rows of which there are more. */
export function More({
  of,
}: {
  of: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  if (!of.hasNextPage) return null;
  return (
    <div>
      <Button isPending={of.isFetchingNextPage} onPress={() => void of.fetchNextPage()}>
        {words.more}
      </Button>
    </div>
  );
}
