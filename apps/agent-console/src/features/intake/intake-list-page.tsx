import './intake.css';
import { Fate, intakeApi } from '@bureau/contracts';
import type { IntakeItem } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Badge, Button, EmptyState, ErrorState, RelativeTime, SearchField, Select, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useState } from 'react';
import { sentenceInWords } from '../../language/sentences.ts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import { BalanceTable } from './balance-table.tsx';
import { FateMark } from './fate-mark.tsx';
import { containsWords } from './intake-filter.ts';
import type { IntakeFilter } from './intake-filter.ts';
import { intakeWords as words } from './intake.words.ts';
import { PlaceFilter } from './place-filter.tsx';
import { placeOf } from './way-in.ts';

export interface IntakeListProps {
  filter: IntakeFilter;
  onFilter: (filter: IntakeFilter) => void;
  onOpen: (intakeId: number) => void;
}

const choices = [
  { id: 'all' as const, label: words.allFates },
  ...Fate.options.map((fate) => ({ id: fate, label: words.fates[fate], detail: words.fateMeanings[fate] })),
];

const columns: readonly Column<IntakeItem>[] = [
  {
    id: 'subject',
    header: words.subject,
    cell: ({ subject }) => <span title={subject}>{subject || words.noSubject}</span>,
  },
  { id: 'fate', header: words.fate, width: '110px', cell: ({ fate }) => <FateMark fate={fate} /> },
  { id: 'reason', header: words.reason, width: '22%', isExtra: true, cell: ({ reason }) => <Reason>{reason}</Reason> },
  { id: 'from', header: words.from, width: '15%', isExtra: true, cell: ({ from }) => <span title={from}>{from}</span> },
  {
    id: 'place',
    header: words.place,
    width: '18%',
    isExtra: true,
    cell: (item) => <span title={placeOf(item)}>{placeOf(item)}</span>,
  },
  {
    id: 'at',
    header: words.received,
    width: '90px',
    align: 'end',
    cell: ({ receivedAt }) => <RelativeTime at={receivedAt} />,
  },
];

/** Everything that arrived, with its fate and the reason; above it the balance that proves nothing is missing. */
export function IntakeListPage({ filter, onFilter, onOpen }: IntakeListProps) {
  const [isBalanceShown, showBalance] = useState(false);
  const { words: wanted, ...query } = filter;
  const intake = usePages(intakeApi.list, { query });
  const rows = intake.items.filter((item) => containsWords(item, wanted));
  return (
    <AdminPage
      title={words.title}
      lead={words.about}
      isWide
      action={
        <Button aria-expanded={isBalanceShown} onPress={() => showBalance(!isBalanceShown)}>
          {isBalanceShown ? words.hideBalance : words.showBalance}
        </Button>
      }
    >
      {isBalanceShown && <BalanceTable onOpen={onFilter} />}
      <Filters filter={filter} onFilter={onFilter} />
      <div className="intake-list">
        <DataTable
          caption={words.list}
          isCaptionHidden
          columns={columns}
          rows={rows}
          rowId={({ id }) => String(id)}
          onOpen={({ id }) => onOpen(id)}
        >
          <NoItems intake={intake} isFiltered={Object.values(filter).some(Boolean)} onClear={() => onFilter({})} />
        </DataTable>
        {intake.hasNextPage && (
          <Button isPending={intake.isFetchingNextPage} onPress={() => void intake.fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </div>
    </AdminPage>
  );
}

function Reason({ children }: { children: string }) {
  const reason = sentenceInWords(children);
  return (
    <span className="intake-reason" title={reason}>
      {reason}
    </span>
  );
}

function Filters({ filter, onFilter }: Omit<IntakeListProps, 'onOpen'>) {
  const { day } = filter;
  return (
    <div className="intake-filters">
      <Select
        aria-label={words.fate}
        choices={choices}
        value={filter.fate ?? 'all'}
        onChange={(fate) => onFilter({ ...filter, fate: fate === 'all' ? undefined : fate })}
      />
      <PlaceFilter filter={filter} onFilter={onFilter} />
      <SearchField
        label={words.reasonFilter}
        value={filter.words ?? ''}
        onChange={(typed) => onFilter({ ...filter, words: typed === '' ? undefined : typed })}
      />
      {day !== undefined && (
        <Badge name={day} onRemove={() => onFilter({ ...filter, day: undefined })}>
          {words.filteredTo(day)}
        </Badge>
      )}
    </div>
  );
}

interface NoItemsProps {
  intake: ReturnType<typeof usePages<typeof intakeApi.list>>;
  isFiltered: boolean;
  onClear: () => void;
}

function NoItems({ intake, isFiltered, onClear }: NoItemsProps) {
  if (intake.isPending) return <Skeleton rows={10} shape="compact" />;
  if (intake.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        onRetry={() => void intake.refetch()}
        isRetrying={intake.isFetching}
      />
    );
  }
  if (!isFiltered) return <EmptyState icon="mail">{words.empty}</EmptyState>;
  return (
    <EmptyState icon="filter" action={<Button onPress={onClear}>{words.clearFilter}</Button>}>
      {words.emptyFilter}
    </EmptyState>
  );
}
