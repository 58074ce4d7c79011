import './salesforce.css';
import { salesforceConnectionApi, SyncObject } from '@bureau/contracts';
import type { SalesforceConnection } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { ErrorState, Skeleton } from '@bureau/ui';
import { Tabs } from '@bureau/ui/parts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { Chatter } from './chatter.tsx';
import { ConnectOrganisation } from './connect-organisation.tsx';
import { Conflicts } from './conflicts.tsx';
import { ConnectionDeeds } from './connection-deeds.tsx';
import { FirstSyncTab } from './first-sync.tsx';
import { firstSyncWords } from './first-sync.words.ts';
import { History } from './history.tsx';
import { ObjectPage } from './object-page.tsx';
import { ObjectTable } from './object-table.tsx';
import { Organisation } from './organisation.tsx';
import { OutcomeBanner } from './outcome-banner.tsx';
import { PaneSections } from './pane-sections.tsx';
import { Preflight } from './preflight.tsx';
import { Problems } from './problems.tsx';
import { chatterWords } from './salesforce-chatter.words.ts';
import { sectionWords } from './salesforce-sections.words.ts';
import { trafficWords } from './salesforce-traffic.words.ts';
import { salesforceWords as words } from './salesforce.words.ts';
import { Traffic } from './traffic.tsx';

/** Desk Connect: the organisation and how the sync fares, or how one object is kept in step. */
export function SalesforcePage({ item, query, go }: AdminPageProps) {
  const object = SyncObject.options.find((known) => known === item);
  if (object !== undefined) return <ObjectPage key={object} object={object} />;
  return <Integration query={query} go={go} />;
}

function Integration({ query, go }: Pick<AdminPageProps, 'query' | 'go'>) {
  const setup = useRoute(salesforceConnectionApi.get, {}, { refetchInterval: 5_000 });
  const connection = setup.data?.connection ?? null;
  return (
    <AdminPage
      title={words.title}
      lead={words.lead}
      action={connection && <ConnectionDeeds connection={connection} />}
      isWide
    >
      {!connection?.enabled && <OutcomeBanner query={query} />}
      {setup.isPending && <Skeleton rows={6} />}
      {setup.isError && !setup.data && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          advice={problemText(setup.error)}
          onRetry={() => void setup.refetch()}
          isRetrying={setup.isFetching}
        />
      )}
      {setup.data && !connection && <ConnectOrganisation setup={setup.data} />}
      {connection && <Connected connection={connection} query={query} go={go} />}
    </AdminPage>
  );
}

type Face = 'overview' | 'first-sync' | 'conflicts' | 'problems' | 'history' | 'pane' | 'chatter';

const FACES: readonly Face[] = ['overview', 'first-sync', 'conflicts', 'problems', 'history', 'pane', 'chatter'];

function Connected({
  connection,
  query,
  go,
}: { connection: SalesforceConnection } & Pick<AdminPageProps, 'query' | 'go'>) {
  const selected = FACES.find((face) => face === query.tab) ?? 'overview';
  return (
    <Tabs<Face>
      label={words.faces}
      selected={selected}
      onChange={(tab) => go({ query: tab === 'overview' ? {} : { tab }, replace: true })}
      tabs={[
        {
          id: 'overview',
          label: words.overview,
          content: (
            <div className="salesforce-overview">
              <Organisation connection={connection} />
              {connection.enabled && <Traffic />}
              <ObjectTable onOpen={(object) => go({ item: object })} />
              <Preflight />
            </div>
          ),
        },
        { id: 'first-sync', label: firstSyncWords.title, content: <FirstSyncTab /> },
        { id: 'conflicts', label: trafficWords.conflicts.title, content: <Conflicts /> },
        { id: 'problems', label: trafficWords.problems.title, content: <Problems /> },
        { id: 'history', label: trafficWords.history.title, content: <History /> },
        { id: 'pane', label: sectionWords.title, content: <PaneSections /> },
        { id: 'chatter', label: chatterWords.title, content: <Chatter /> },
      ]}
    />
  );
}
