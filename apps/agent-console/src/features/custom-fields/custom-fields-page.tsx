import './custom-fields.css';
import { customFieldsApi, CustomFieldOwner } from '@bureau/contracts';
import type { CustomField } from '@bureau/contracts';
import { can, useRoute, useSession } from '@bureau/client';
import { Badge, Button, EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { DataTable, Tabs } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { LastChange, useLastChanges } from '../../pieces/last-change/index.ts';
import { CustomFieldPage } from './custom-field-page.tsx';
import { customFieldsWords as words } from './custom-fields.words.ts';
import { useOrderFields } from './use-order-fields.ts';

/** The custom fields of cases, customers and companies: all of an owner in their order, or one to change. */
export function CustomFieldsPage({ item, query, go }: AdminPageProps) {
  const owner = CustomFieldOwner.options.find((one) => one === query.owner) ?? 'case';
  if (item !== null) return <CustomFieldPage fieldId={item === 'new' ? null : Number(item)} owner={owner} go={go} />;
  return <FieldTables owner={owner} go={go} />;
}

function FieldTables({ owner, go }: { owner: CustomFieldOwner; go: AdminPageProps['go'] }) {
  const session = useSession();
  const fields = useRoute(customFieldsApi.list, {});
  const add = can(session, customFieldsApi.create) && (
    <Button variant="primary" icon="plus" onPress={() => go({ item: 'new', query: { owner } })}>
      {words.add}
    </Button>
  );
  const of = (one: CustomFieldOwner) => (fields.data?.items ?? []).filter((field) => field.owner === one);
  return (
    <AdminPage title={words.title} lead={words.lead} action={add}>
      <Tabs
        label={words.tabs}
        selected={owner}
        onChange={(next) => go({ query: { owner: next }, replace: true })}
        tabs={CustomFieldOwner.options.map((one) => ({
          id: one,
          label: words.owners[one],
          count: fields.data ? of(one).length : undefined,
          content: <FieldTable owner={one} rows={of(one)} fields={fields} go={go} />,
        }))}
      />
    </AdminPage>
  );
}

interface FieldTableProps {
  owner: CustomFieldOwner;
  rows: readonly CustomField[];
  fields: ReturnType<typeof useRoute<typeof customFieldsApi.list>>;
  go: AdminPageProps['go'];
}

function FieldTable({ owner, rows, fields, go }: FieldTableProps) {
  const session = useSession();
  const changedBy = useLastChanges('custom-field');
  const move = useOrderFields(owner);
  const mayManage = can(session, customFieldsApi.order);
  return (
    <DataTable
      caption={words.caption}
      isCaptionHidden
      columns={columnsWith(changedBy)}
      rows={rows}
      rowId={({ id }) => String(id)}
      rowName={({ label }) => label}
      onOpen={mayManage ? ({ id }) => go({ item: String(id), query: { owner } }) : undefined}
      onMove={mayManage ? (field, place) => move(rows, field, place) : undefined}
    >
      <NoFields owner={owner} fields={fields} />
    </DataTable>
  );
}

const columnsWith = (changedBy: ReturnType<typeof useLastChanges>): Column<CustomField>[] => [
  { id: 'label', header: words.label, cell: ({ label }) => label },
  {
    id: 'type',
    header: words.type,
    cell: ({ type, choices }) => (type === 'list' ? words.choicesIn(choices.length) : words.types[type]),
  },
  { id: 'key', header: words.key, isExtra: true, cell: ({ key }) => <code className="field-key">{key}</code> },
  {
    id: 'state',
    header: words.state,
    cell: ({ active }) => (
      <Badge tone={active ? 'positive' : 'neutral'}>{active ? words.active : words.inactive}</Badge>
    ),
  },
  {
    id: 'changed',
    header: words.changed,
    align: 'end',
    isExtra: true,
    cell: ({ id, updatedAt }) => <LastChange at={updatedAt} by={changedBy(id, updatedAt)} />,
  },
];

function NoFields({ owner, fields }: Pick<FieldTableProps, 'owner' | 'fields'>) {
  if (fields.isPending) return <Skeleton rows={5} shape="compact" />;
  if (fields.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        onRetry={() => void fields.refetch()}
        isRetrying={fields.isFetching}
      />
    );
  }
  return <EmptyState icon="rows">{words.empty[owner]}</EmptyState>;
}
