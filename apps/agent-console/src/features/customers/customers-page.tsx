import './customers.css';
import { customersApi } from '@bureau/contracts';
import type { CustomerRow } from '@bureau/contracts';
import { can, usePages, useSession } from '@bureau/client';
import { Avatar, Badge, Button, EmptyState, ErrorState, RelativeTime, SearchField, Select, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useDeferredValue, useState } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { customerName } from '../../plain/customer-name.ts';
import { CustomerEditor } from './customer-editor.tsx';
import { CustomerPage } from './customer-page.tsx';
import { customersWords as words } from './customers.words.ts';

/** Customers: all of them, one of them, or a new one. */
export function CustomersPage(props: AdminPageProps) {
  if (props.item === 'new') return <CustomerEditor customer={null} {...props} />;
  if (props.item !== null) return <CustomerPage key={props.item} customerId={Number(props.item)} {...props} />;
  return <CustomerList {...props} />;
}

/** The server looks from two letters on. */
const ENOUGH = 2;

const columns: readonly Column<CustomerRow>[] = [
  { id: 'name', header: words.columns.name, cell: (row) => <Name row={row} /> },
  {
    id: 'address',
    header: words.columns.address,
    width: '32%',
    isExtra: true,
    cell: ({ address }) => <span className="bu-truncate">{address}</span>,
  },
  {
    id: 'company',
    header: words.columns.company,
    width: '22%',
    isExtra: true,
    cell: ({ company }) => <span className="bu-truncate">{company?.name}</span>,
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

function CustomerList({ query, go }: AdminPageProps) {
  const session = useSession();
  const [typed, type] = useState(query.q ?? '');
  const q = useDeferredValue(typed.trim());
  const isBlockedOnly = query.blocked === 'true';
  const customers = usePages(customersApi.list, {
    query: { ...(q.length >= ENOUGH && { q }), ...(isBlockedOnly && { blocked: 'true' }) },
  });
  const search = (next: { q: string; blocked: boolean }) =>
    go({ query: { ...(next.q && { q: next.q }), ...(next.blocked && { blocked: 'true' }) }, replace: true });
  const find = (next: string) => {
    type(next);
    search({ q: next.trim(), blocked: isBlockedOnly });
  };
  const clear = () => {
    type('');
    search({ q: '', blocked: false });
  };
  return (
    <AdminPage
      title={words.title}
      lead={words.lead}
      action={
        can(session, customersApi.create) && (
          <Button variant="primary" icon="plus" onPress={() => go({ item: 'new' })}>
            {words.add}
          </Button>
        )
      }
    >
      <div className="customers-tools">
        <SearchField label={words.find} value={typed} onChange={find} />
        <Select
          aria-label={words.state}
          choices={[
            { id: 'all', label: words.everybody },
            { id: 'blocked', label: words.blockedOnly },
          ]}
          value={isBlockedOnly ? 'blocked' : 'all'}
          onChange={(state) => search({ q, blocked: state === 'blocked' })}
        />
      </div>
      <div className="customers-list">
        <DataTable
          caption={words.title}
          isCaptionHidden
          columns={columns}
          rows={customers.items}
          rowId={({ id }) => String(id)}
          onOpen={({ id }) => go({ item: String(id) })}
        >
          <NoCustomers pages={customers} typed={q} isFiltered={q.length >= ENOUGH || isBlockedOnly} onClear={clear} />
        </DataTable>
        {customers.hasNextPage && (
          <Button isPending={customers.isFetchingNextPage} onPress={() => void customers.fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </div>
    </AdminPage>
  );
}

function Name({ row }: { row: CustomerRow }) {
  const name = customerName(row);
  return (
    <span className="customers-name">
      <Avatar name={name} isDecoration />
      <span className="customers-who">
        <span className="bu-truncate">{name}</span>
        {row.name && row.address && <span className="customers-address bu-truncate">{row.address}</span>}
      </span>
      {row.blockedAt !== null && <Badge tone="danger">{words.blocked}</Badge>}
    </span>
  );
}

interface NoCustomersProps {
  pages: ReturnType<typeof usePages<typeof customersApi.list>>;
  typed: string;
  isFiltered: boolean;
  onClear: () => void;
}

function NoCustomers({ pages, typed, isFiltered, onClear }: NoCustomersProps) {
  if (pages.isPending) return <Skeleton rows={10} shape="compact" />;
  if (pages.isError) {
    return <ErrorState what={words.failed} onRetry={() => void pages.refetch()} isRetrying={pages.isFetching} />;
  }
  if (!isFiltered) return <EmptyState icon="user">{words.nobody}</EmptyState>;
  return (
    <EmptyState icon="search" action={<Button onPress={onClear}>{words.clear}</Button>}>
      {words.noMatch(typed)}
    </EmptyState>
  );
}
