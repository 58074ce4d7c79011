import { labelsApi } from '@bureau/contracts';
import type { Label } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Badge, Button, EmptyState, ErrorState, SearchField, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { LastChange, useLastChanges } from '../../pieces/last-change/index.ts';
import { formatNumber } from '../../language/format.ts';
import { labelsWords as words } from './labels.words.ts';
import { useOrderLabels } from './use-order-labels.ts';

/** All labels in the order in which they are offered; dragged, or moved by keyboard. */
export function LabelTable({ typed, go }: { typed: string; go: AdminPageProps['go'] }) {
  const session = useSession();
  const mayManage = can(session, labelsApi.order);
  const labels = useRoute(labelsApi.list, {});
  const uses = useRoute(labelsApi.uses, {}, { enabled: mayManage });
  const changedBy = useLastChanges('label');
  const move = useOrderLabels();
  const all = labels.data?.items ?? [];
  const found = all.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  const add = can(session, labelsApi.create) && (
    <Button variant="primary" icon="plus" onPress={() => go({ item: 'new' })}>
      {words.add}
    </Button>
  );
  return (
    <AdminPage title={words.title} lead={words.lead} action={add}>
      {all.length > 8 && (
        <div className="label-search">
          <SearchField
            label={words.search}
            value={typed}
            onChange={(next) => go({ query: next === '' ? {} : { q: next }, replace: true })}
          />
        </div>
      )}
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={columnsWith(uses.data?.items ?? [], changedBy)}
        rows={found}
        rowId={({ id }) => String(id)}
        rowName={({ name }) => name}
        onOpen={mayManage ? ({ id }) => go({ item: String(id) }) : undefined}
        // A part of the list has no order of its own.
        onMove={mayManage && typed === '' ? (label, place) => move(all, label, place) : undefined}
      >
        <NoLabels labels={labels} typed={typed} />
      </DataTable>
    </AdminPage>
  );
}

type Uses = readonly { labelId: number; count: number; more: boolean }[];

function columnsWith(uses: Uses, changedBy: ReturnType<typeof useLastChanges>): Column<Label>[] {
  return [
    {
      id: 'name',
      header: words.name,
      cell: ({ name, color, description }) => (
        <span className="label-cell">
          <Badge tint={color}>{name}</Badge>
          {description !== '' && <span className="label-about">{description}</span>}
        </span>
      ),
    },
    {
      id: 'types',
      header: words.types,
      isExtra: true,
      cell: ({ types }) => types.map((type) => words.type[type]).join(', '),
    },
    {
      id: 'state',
      header: words.state,
      cell: ({ enabled }) => (
        <Badge tone={enabled ? 'positive' : 'neutral'}>{enabled ? words.enabled : words.disabled}</Badge>
      ),
    },
    {
      id: 'uses',
      header: words.uses,
      align: 'end',
      cell: ({ id }) => {
        const use = uses.find(({ labelId }) => labelId === id);
        return <span className="bu-figures">{use && words.usesOf(formatNumber(use.count), use.more)}</span>;
      },
    },
    {
      id: 'changed',
      header: words.changed,
      align: 'end',
      isExtra: true,
      cell: ({ id, updatedAt }) => <LastChange at={updatedAt} by={changedBy(id, updatedAt)} />,
    },
  ];
}

function NoLabels({ labels, typed }: { labels: ReturnType<typeof useRoute<typeof labelsApi.list>>; typed: string }) {
  if (labels.isPending) return <Skeleton rows={6} shape="compact" />;
  if (labels.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        onRetry={() => void labels.refetch()}
        isRetrying={labels.isFetching}
      />
    );
  }
  return <EmptyState icon="label">{typed === '' ? words.empty : words.noneFound(typed)}</EmptyState>;
}
