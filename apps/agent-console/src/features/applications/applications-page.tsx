import './applications.css';
import { applicationsApi } from '@bureau/contracts';
import type { Application } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Button, EmptyState, ErrorState, RelativeTime, SearchField, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useState } from 'react';
import { formatNumber } from '../../language/format.ts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { ApplicationPage, NewApplicationPage } from './application-page.tsx';
import { applicationsWords as words } from './applications.words.ts';

const columns: readonly Column<Application>[] = [
  { id: 'name', header: words.name, cell: ({ name }) => name },
  { id: 'tokens', header: words.tokens.title, align: 'end', cell: ({ tokenCount }) => formatNumber(tokenCount) },
  {
    id: 'rate',
    header: words.rateLimit,
    align: 'end',
    isExtra: true,
    cell: ({ rateLimit }) => formatNumber(rateLimit),
  },
  { id: 'by', header: words.addedBy, isExtra: true, cell: ({ createdBy }) => createdBy?.name ?? '' },
  {
    id: 'used',
    header: words.lastUsed,
    align: 'end',
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? words.never : <RelativeTime at={lastUsedAt} />),
  },
];

/** Programs that use the API; or one of them. */
export function ApplicationsPage(props: AdminPageProps) {
  const { item, go } = props;
  if (item === 'new') return <NewApplicationPage go={go} />;
  if (item !== null) return <ApplicationPage key={item} {...props} item={item} />;
  return <ApplicationList go={go} />;
}

function ApplicationList({ go }: Pick<AdminPageProps, 'go'>) {
  const [search, setSearch] = useState('');
  const applications = useRoute(applicationsApi.list, {});
  const wanted = search.trim().toLocaleLowerCase();
  const all = applications.data?.items ?? [];
  const shown = all.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  const add = (
    <Button variant="primary" icon="plus" onPress={() => go({ item: 'new' })}>
      {words.add}
    </Button>
  );
  return (
    <AdminPage title={words.title} lead={words.lead} action={add}>
      {all.length > 8 && <SearchField label={words.search} value={search} onChange={setSearch} />}
      <DataTable
        caption={words.title}
        isCaptionHidden
        columns={columns}
        rows={shown}
        rowId={({ id }) => String(id)}
        onOpen={({ id }) => go({ item: String(id) })}
      >
        {applications.isPending && <Skeleton rows={3} />}
        {applications.isError && (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void applications.refetch()}
            isRetrying={applications.isFetching}
          />
        )}
        {applications.data && <EmptyState icon="code">{wanted ? words.noMatch(search) : words.empty}</EmptyState>}
      </DataTable>
    </AdminPage>
  );
}
