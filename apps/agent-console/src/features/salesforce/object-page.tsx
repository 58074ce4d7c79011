import { salesforceSettingsApi } from '@bureau/contracts';
import type { SyncObject } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { ErrorState, Skeleton } from '@bureau/ui';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { Mappings } from './mappings.tsx';
import { ObjectForm } from './object-form.tsx';
import { objectWords as words } from './salesforce-objects.words.ts';

const back = { label: words.back, href: '/admin/salesforce' };

/** How one object is kept in step: which way, which records, which fields. */
export function ObjectPage({ object }: { object: SyncObject }) {
  const all = useRoute(salesforceSettingsApi.list, {});
  const settings = all.data?.items.find((one) => one.object === object);
  return (
    <AdminPage title={words.pair(words.objects[object], words.there[object])} back={back} isWide>
      {all.isPending && <Skeleton rows={8} />}
      {all.isError && !settings && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          advice={problemText(all.error)}
          onRetry={() => void all.refetch()}
          isRetrying={all.isFetching}
        />
      )}
      {settings && (
        <>
          <ObjectForm settings={settings} />
          <Mappings object={object} />
        </>
      )}
    </AdminPage>
  );
}
