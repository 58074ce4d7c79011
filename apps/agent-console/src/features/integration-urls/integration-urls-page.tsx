import './integration-urls.css';
import { integrationUrlsApi } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button, EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { IntegrationPage } from './integration-page.tsx';
import { IntegrationsTable } from './integrations-table.tsx';
import { integrationUrlsWords as words } from './integration-urls.words.ts';

/** What is shown of other programs beside cases, in its order; or one of it. */
export function IntegrationUrlsPage({ item, go }: AdminPageProps) {
  if (item !== null) return <IntegrationPage key={item} id={item === 'new' ? null : Number(item)} go={go} />;
  return <AllIntegrations go={go} />;
}

function AllIntegrations({ go }: Pick<AdminPageProps, 'go'>) {
  const read = useRoute(integrationUrlsApi.list, {});
  const items = read.data?.items ?? [];
  const add = (
    <Button variant="primary" icon="plus" onPress={() => go({ item: 'new' })}>
      {words.new}
    </Button>
  );
  return (
    <AdminPage title={words.title} lead={words.lead} action={add} isWide>
      {read.isPending && <Skeleton rows={4} />}
      {read.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          onRetry={() => void read.refetch()}
          isRetrying={read.isFetching}
        />
      )}
      {read.isSuccess && items.length === 0 && <EmptyState icon="link">{words.none}</EmptyState>}
      {items.length > 0 && <IntegrationsTable integrations={items} onOpen={({ id }) => go({ item: String(id) })} />}
    </AdminPage>
  );
}
