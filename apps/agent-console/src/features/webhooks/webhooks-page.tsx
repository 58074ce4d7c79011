import './webhooks.css';
import { webhooksApi } from '@bureau/contracts';
import type { Webhook } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Badge, Button, EmptyState, ErrorState, RelativeTime, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { formatNumber } from '../../language/format.ts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { NewWebhookPage, WebhookPage } from './webhook-page.tsx';
import { webhooksWords as words } from './webhooks.words.ts';

/** Programs that rules and macros call; or one of them. */
export function WebhooksPage({ item, go }: AdminPageProps) {
  if (item === 'new') return <NewWebhookPage go={go} />;
  if (item !== null) return <WebhookPage key={item} webhookId={Number(item)} go={go} />;
  return <WebhookList go={go} />;
}

const columns: readonly Column<Webhook>[] = [
  {
    id: 'name',
    header: words.name,
    cell: ({ name, url }) => (
      <span className="webhook-cell">
        {name}
        <span className="webhook-quiet">{url}</span>
      </span>
    ),
  },
  {
    id: 'state',
    header: words.state,
    cell: ({ enabled, failed }) => (
      <span className="webhook-state">
        <Badge tone={enabled ? 'positive' : 'neutral'}>{enabled ? words.on : words.off}</Badge>
        {failed > 0 && (
          <Badge tone="danger" icon="alert">
            {words.trouble(formatNumber(failed))}
          </Badge>
        )}
      </span>
    ),
  },
  {
    id: 'week',
    header: words.week,
    align: 'end',
    isExtra: true,
    cell: ({ delivered }) => formatNumber(delivered),
  },
  {
    id: 'last',
    header: words.last,
    align: 'end',
    isExtra: true,
    cell: ({ lastDeliveredAt }) => (lastDeliveredAt === null ? words.never : <RelativeTime at={lastDeliveredAt} />),
  },
];

function WebhookList({ go }: Pick<AdminPageProps, 'go'>) {
  const webhooks = useRoute(webhooksApi.list, {});
  const add = (
    <Button variant="primary" icon="plus" onPress={() => go({ item: 'new' })}>
      {words.add}
    </Button>
  );
  return (
    <AdminPage title={words.title} lead={words.lead} action={add}>
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={columns}
        rows={webhooks.data?.items ?? []}
        rowId={({ id }) => String(id)}
        onOpen={({ id }) => go({ item: String(id) })}
      >
        {webhooks.isPending && <Skeleton rows={3} />}
        {webhooks.isError && (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void webhooks.refetch()}
            isRetrying={webhooks.isFetching}
          />
        )}
        {webhooks.data && <EmptyState icon="link">{words.empty}</EmptyState>}
      </DataTable>
    </AdminPage>
  );
}
