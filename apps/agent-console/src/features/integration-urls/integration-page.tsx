import { integrationUrlsApi } from '@bureau/contracts';
import type { IntegrationUrl } from '@bureau/contracts';
import { isProblem, useVersioned } from '@bureau/client';
import { EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { AppSecret } from './app-secret.tsx';
import { DeleteIntegration } from './delete-integration.tsx';
import { IntegrationForm } from './integration-form.tsx';
import { integrationUrlsWords as words } from './integration-urls.words.ts';

const back = { label: words.back, href: '/admin/integration-urls' };

interface IntegrationPageProps {
  /** Null: a new one. */
  id: number | null;
  go: AdminPageProps['go'];
}

/** One integration: what it is called and who sees it, where it leads, and the secret of an app. */
export function IntegrationPage({ id, go }: IntegrationPageProps) {
  const isKnown = id !== null && Number.isInteger(id);
  const params = { integrationUrlId: id ?? 0 };
  const read = useVersioned(integrationUrlsApi.get, { params }, { enabled: isKnown });
  if (id === null) {
    return (
      <AdminPage title={words.newTitle} back={back} isWide>
        <IntegrationForm integration={null} version={null} go={go} onShowTheirs={() => undefined} />
      </AdminPage>
    );
  }
  const integration: IntegrationUrl | undefined = read.data?.value;
  const isGone = !isKnown || isProblem(read.error, 'integration-url.not-found');
  return (
    <AdminPage
      title={integration?.name ?? words.title}
      back={back}
      lead={integration?.updatedBy ? words.changedBy(integration.updatedBy.name) : undefined}
      action={integration && <DeleteIntegration integration={integration} go={go} />}
      isWide
    >
      {isGone && <EmptyState icon="link">{words.missing}</EmptyState>}
      {!isGone && read.isPending && <Skeleton rows={6} />}
      {!isGone && read.isError && (
        <ErrorState what={words.failed} safe={words.safe} onRetry={() => void read.refetch()} />
      )}
      {integration && read.data && (
        <>
          <IntegrationForm
            integration={integration}
            version={read.data.version ?? null}
            go={go}
            onShowTheirs={() => void read.refetch()}
          />
          {integration.kind === 'canvas' && <AppSecret app={integration} />}
        </>
      )}
    </AdminPage>
  );
}
