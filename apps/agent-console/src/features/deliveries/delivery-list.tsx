import { deliveriesApi } from '@bureau/contracts';
import { can, usePages, useSession } from '@bureau/client';
import { Button, EmptyState, ErrorState, ProgressBar, Skeleton } from '@bureau/ui';
import { formatNumber } from '../../language/format.ts';
import { problemText } from '../../plain/problem-words.ts';
import { DeliveryRow } from './delivery-row.tsx';
import { canRetry, stateOf } from './delivery-tabs.ts';
import type { DeliveryTab } from './delivery-tabs.ts';
import { deliveriesWords as words } from './deliveries.words.ts';
import { useDeliveryActions } from './use-delivery-actions.ts';

/** The deliveries of one state, the newest first; what failed can be tried again, one or all that are shown. */
export function DeliveryList({ tab, mailboxId }: { tab: DeliveryTab; mailboxId: number | undefined }) {
  const session = useSession();
  const list = usePages(deliveriesApi.list, { query: { state: stateOf(tab), mailboxId } });
  const actions = useDeliveryActions();
  const mayRetry = can(session, deliveriesApi.retry);
  const again =
    tab === 'failed' || tab === 'bounced'
      ? list.items.filter(({ state, replacedBy }) => canRetry(state) && replacedBy === null)
      : [];
  if (list.items.length === 0) return <NoDeliveries list={list} tab={tab} />;
  return (
    <div className="deliveries">
      {mayRetry && again.length > 1 && !actions.progress && (
        <div className="deliveries-all">
          <Button icon="refresh" onPress={() => void actions.retryMany(again)}>
            {words.retryMany(formatNumber(again.length))}
          </Button>
          <span>{words.retryManyHelp}</span>
        </div>
      )}
      {actions.progress && (
        <ProgressBar
          label={words.retrying}
          value={actions.progress.done}
          max={actions.progress.total}
          valueLabel={words.of(formatNumber(actions.progress.done), formatNumber(actions.progress.total))}
        />
      )}
      <ul className="delivery-list" aria-label={words.states[tab]}>
        {list.items.map((entry) => (
          <DeliveryRow
            key={entry.id}
            entry={entry}
            actions={actions}
            mayRetry={mayRetry}
            isStateShown={tab === 'all'}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </div>
  );
}

interface NoDeliveriesProps {
  list: ReturnType<typeof usePages<typeof deliveriesApi.list>>;
  tab: DeliveryTab;
}

function NoDeliveries({ list, tab }: NoDeliveriesProps) {
  if (list.isPending) return <Skeleton rows={8} shape="compact" />;
  if (list.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        advice={problemText(list.error)}
        onRetry={() => void list.refetch()}
        isRetrying={list.isFetching}
      />
    );
  }
  return <EmptyState icon={tab === 'all' ? 'send' : 'check'}>{words.empty[tab]}</EmptyState>;
}
