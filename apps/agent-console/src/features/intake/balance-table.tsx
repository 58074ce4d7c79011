import { Fate, intakeApi } from '@bureau/contracts';
import type { IntakeBalance } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { Banner, ErrorState, Skeleton } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import type { IntakeFilter } from './intake-filter.ts';
import { intakeWords as words } from './intake.words.ts';
import { placeOf } from './way-in.ts';

/** How many inbound things of a balance are not accounted for; anything but 0 is a fault of the desk. */
export function gapOf(balance: IntakeBalance): number {
  return balance.seen - Fate.options.reduce((sum, fate) => sum + balance[fate], 0);
}

const columns: readonly Column<IntakeBalance>[] = [
  { id: 'day', header: words.day, cell: ({ day }) => <span className="bu-figures">{day}</span> },
  { id: 'place', header: words.place, cell: placeOf },
  { id: 'seen', header: words.seen, align: 'end', cell: ({ seen }) => <span className="bu-figures">{seen}</span> },
  ...Fate.options.map((fate) => ({
    id: fate,
    header: words.fates[fate],
    align: 'end' as const,
    cell: (balance: IntakeBalance) => (
      <span className="bu-figures" data-zero={balance[fate] === 0 || undefined}>
        {balance[fate]}
      </span>
    ),
  })),
  {
    id: 'closes',
    header: words.closes,
    align: 'end',
    cell: (balance) => {
      const gap = gapOf(balance);
      return gap === 0 ? '✓' : <strong className="intake-gap">{words.gap(gap)}</strong>;
    },
  },
];

/** seen = waiting + message + duplicate + held + suppressed + failed, per mailbox and day. A row leads to its items. */
export function BalanceTable({ onOpen }: { onOpen: (filter: IntakeFilter) => void }) {
  const balance = useRoute(intakeApi.balance, { query: { days: 14 } });
  if (balance.isPending) return <Skeleton rows={4} shape="compact" />;
  if (balance.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        onRetry={() => void balance.refetch()}
        isRetrying={balance.isFetching}
      />
    );
  }
  const rows = balance.data.items;
  const open = rows.filter((row) => gapOf(row) !== 0).length;
  return (
    <>
      {open > 0 && <Banner tone="danger">{words.balanceOpen(open)}</Banner>}
      <DataTable
        caption={words.balance}
        columns={columns}
        rows={rows}
        rowId={({ day, mailbox, account }) => `${day}-${mailbox?.id ?? 0}-${account?.id ?? 0}`}
        onOpen={({ day, mailbox, account }) => onOpen({ day, mailboxId: mailbox?.id, socialAccountId: account?.id })}
      />
    </>
  );
}
