import { salesforceSettingsApi } from '@bureau/contracts';
import type { ObjectSettings, SyncObject } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Badge, ErrorState, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { objectWords as words } from './salesforce-objects.words.ts';

/** The three objects, and in a line each how they are kept in step. */
export function ObjectTable({ onOpen }: { onOpen: (object: SyncObject) => void }) {
  const settings = useRoute(salesforceSettingsApi.list, {});
  return (
    <AdminSection title={words.title} lead={words.lead}>
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={columns}
        rows={settings.data?.items ?? []}
        rowId={({ object }) => object}
        onOpen={({ object }) => onOpen(object)}
      >
        {settings.isError ? (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            advice={problemText(settings.error)}
            onRetry={() => void settings.refetch()}
            isRetrying={settings.isFetching}
          />
        ) : (
          <Skeleton rows={3} />
        )}
      </DataTable>
    </AdminSection>
  );
}

const columns: readonly Column<ObjectSettings>[] = [
  {
    id: 'object',
    header: words.object,
    width: '30%',
    cell: ({ object }) => words.pair(words.objects[object], words.there[object]),
  },
  {
    id: 'direction',
    header: words.direction,
    cell: ({ direction }) => (
      <Badge tone={direction === 'off' ? 'neutral' : 'positive'}>{words.directions[direction]}</Badge>
    ),
  },
  { id: 'creates', header: words.creates, isExtra: true, cell: whereNewOnesAre },
  { id: 'which', header: words.which, isExtra: true, cell: whichRecords },
];

function whereNewOnesAre({ direction, createInDesk, createInSalesforce }: ObjectSettings): string {
  const there = createInSalesforce && direction !== 'to_desk' && direction !== 'off';
  const here = createInDesk && direction !== 'to_salesforce' && direction !== 'off';
  if (there && here) return words.createsBoth;
  if (there) return words.createsThere;
  return here ? words.createsHere : words.createsNone;
}

function whichRecords({ onlyWhenSet, conditionsToDesk, conditionsToSalesforce }: ObjectSettings): string {
  if (onlyWhenSet) return words.setRecords;
  const conditions = [...conditionsToDesk.conditions, ...conditionsToSalesforce.conditions];
  return conditions.length > 0 ? words.someRecords : words.allRecords;
}
