import './companies.css';
import { companiesApi } from '@bureau/contracts';
import type { CompanyRow } from '@bureau/contracts';
import { can, usePages, useSession } from '@bureau/client';
import { Button, EmptyState, ErrorState, RelativeTime, SearchField, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useDeferredValue, useState } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { companiesWords as words } from './companies.words.ts';
import { CompanyEditor } from './company-editor.tsx';
import { CompanyPage } from './company-page.tsx';

/** Companies: all of them, one of them, or a new one. */
export function CompaniesPage(props: AdminPageProps) {
  if (props.item === 'new') return <CompanyEditor company={null} {...props} />;
  if (props.item !== null) return <CompanyPage key={props.item} companyId={Number(props.item)} {...props} />;
  return <CompanyList {...props} />;
}

/** The server looks from two letters on. */
const ENOUGH = 2;

const columns: readonly Column<CompanyRow>[] = [
  { id: 'name', header: words.columns.name, cell: ({ name }) => <span className="bu-truncate">{name}</span> },
  {
    id: 'domains',
    header: words.columns.domains,
    width: '45%',
    cell: ({ domains }) => <span className="bu-truncate company-domains">{domains.join(', ')}</span>,
  },
  {
    id: 'since',
    header: words.columns.since,
    width: '90px',
    align: 'end',
    isExtra: true,
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
  },
];

function CompanyList({ query, go }: AdminPageProps) {
  const session = useSession();
  const [typed, type] = useState(query.q ?? '');
  const q = useDeferredValue(typed.trim());
  const companies = usePages(companiesApi.list, { query: q.length >= ENOUGH ? { q } : {} });
  const find = (next: string) => {
    type(next);
    go({ query: next.trim() === '' ? {} : { q: next.trim() }, replace: true });
  };
  return (
    <AdminPage
      title={words.title}
      lead={words.lead}
      action={
        can(session, companiesApi.create) && (
          <Button variant="primary" icon="plus" onPress={() => go({ item: 'new' })}>
            {words.add}
          </Button>
        )
      }
    >
      <SearchField label={words.find} value={typed} onChange={find} />
      <div className="companies-list">
        <DataTable
          caption={words.title}
          isCaptionHidden
          columns={columns}
          rows={companies.items}
          rowId={({ id }) => String(id)}
          onOpen={({ id }) => go({ item: String(id) })}
        >
          <NoCompanies pages={companies} typed={q} onClear={() => find('')} />
        </DataTable>
        {companies.hasNextPage && (
          <Button isPending={companies.isFetchingNextPage} onPress={() => void companies.fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </div>
    </AdminPage>
  );
}

interface NoCompaniesProps {
  pages: ReturnType<typeof usePages<typeof companiesApi.list>>;
  typed: string;
  onClear: () => void;
}

function NoCompanies({ pages, typed, onClear }: NoCompaniesProps) {
  if (pages.isPending) return <Skeleton rows={10} shape="compact" />;
  if (pages.isError) {
    return <ErrorState what={words.failed} onRetry={() => void pages.refetch()} isRetrying={pages.isFetching} />;
  }
  if (typed.length < ENOUGH) return <EmptyState icon="building">{words.none}</EmptyState>;
  return (
    <EmptyState icon="search" action={<Button onPress={onClear}>{words.clear}</Button>}>
      {words.noMatch(typed)}
    </EmptyState>
  );
}
