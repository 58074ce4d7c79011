import { brandsApi, mailboxesApi } from '@bureau/contracts';
import type { BrandDetails } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Button, EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import type { ReactNode } from 'react';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { LastChange } from '../../pieces/last-change/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { brandWords as words } from './brands.words.ts';

/** The brands: what each is called, what belongs to it, who serves it. */
export function BrandTable({ go }: Pick<AdminPageProps, 'go'>) {
  const session = useSession();
  const brands = useRoute(brandsApi.list, {});
  const mailboxes = useRoute(mailboxesApi.list, {}, { enabled: can(session, mailboxesApi.list) });
  const addresses = new Map((mailboxes.data?.items ?? []).map(({ id, address }) => [id, address]));
  const add = can(session, brandsApi.create) && (
    <Button variant="primary" icon="plus" onPress={() => go({ item: 'new' })}>
      {words.add}
    </Button>
  );
  return (
    <AdminPage title={words.title} lead={words.lead} action={add} isWide>
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={columnsWith(addresses)}
        rows={brands.data?.items ?? []}
        rowId={({ id }) => String(id)}
        onOpen={({ id }) => go({ item: String(id) })}
      >
        <NoBrands brands={brands} action={add} />
      </DataTable>
    </AdminPage>
  );
}

function columnsWith(addresses: ReadonlyMap<number, string>): Column<BrandDetails>[] {
  return [
    {
      id: 'name',
      header: words.name,
      width: '26%',
      cell: ({ name, slug }) => (
        <>
          <strong className="brand-name">{name}</strong>
          <span className="brand-quiet">{slug}</span>
        </>
      ),
    },
    {
      id: 'mailboxes',
      header: words.mailboxes,
      cell: ({ mailboxIds }) =>
        mailboxIds.length === 0 ? (
          <span className="brand-quiet">{words.noMailbox}</span>
        ) : (
          <span className="brand-addresses">
            {mailboxIds.flatMap((id) => addresses.get(id) ?? []).join(', ') || words.mailboxCount(mailboxIds.length)}
          </span>
        ),
    },
    { id: 'served', header: words.served, width: '22%', isExtra: true, cell: servedInWords },
    {
      id: 'changed',
      header: words.changed,
      width: '96px',
      align: 'end',
      isExtra: true,
      cell: ({ changed }) => <LastChange at={changed?.at ?? null} by={changed?.by} />,
    },
  ];
}

function servedInWords({ userIds, groupIds }: BrandDetails): string {
  const parts = [
    groupIds.length > 0 && words.groupCount(groupIds.length),
    userIds.length > 0 && words.userCount(userIds.length),
  ].filter((part) => part !== false);
  return parts.length === 0 ? words.servedByAll : parts.join(' · ');
}

interface NoBrandsProps {
  brands: ReturnType<typeof useRoute<typeof brandsApi.list>>;
  action: ReactNode;
}

function NoBrands({ brands, action }: NoBrandsProps) {
  if (brands.isPending) return <Skeleton rows={3} />;
  if (brands.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        advice={problemText(brands.error)}
        onRetry={() => void brands.refetch()}
        isRetrying={brands.isFetching}
      />
    );
  }
  return (
    <EmptyState icon="globe" action={action}>
      {words.empty}
    </EmptyState>
  );
}
