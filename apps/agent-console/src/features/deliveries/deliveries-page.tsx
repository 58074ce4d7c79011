import './deliveries.css';
import { deliveriesApi, mailboxesApi } from '@bureau/contracts';
import type { DeliveryCount } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { ErrorState, Select, Skeleton } from '@bureau/ui';
import { Tabs } from '@bureau/ui/parts';
import { AdminPage } from '../../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { DeliveryList } from './delivery-list.tsx';
import { countOf, tabOf, tabs } from './delivery-tabs.ts';
import type { DeliveryTab } from './delivery-tabs.ts';
import { deliveriesWords as words } from './deliveries.words.ts';

const EVERY = 'every';

/** What leaves the desk, by how it fares: what failed stands first, with why and what to do. */
export function DeliveriesPage({ query, go }: AdminPageProps) {
  const mailboxId = query.mailbox === undefined ? undefined : Number(query.mailbox);
  const counts = useRoute(
    deliveriesApi.counts,
    { query: { mailboxId } },
    { refetchInterval: 15_000, keepPrevious: true },
  );
  const tab = tabOf(query.state, counts.data?.items);
  const show = (state: DeliveryTab, mailbox = query.mailbox) =>
    go({ query: { state, ...(mailbox === undefined ? {} : { mailbox }) }, replace: true });
  return (
    <AdminPage
      title={words.title}
      lead={words.lead}
      isWide
      action={<MailboxFilter value={query.mailbox} onChange={(mailbox) => show(tab ?? 'all', mailbox)} />}
    >
      {counts.isError && (
        <ErrorState
          what={words.failed}
          safe={words.safe}
          advice={problemText(counts.error)}
          onRetry={() => void counts.refetch()}
          isRetrying={counts.isFetching}
        />
      )}
      {!counts.isError && tab === null && <Skeleton rows={8} shape="compact" />}
      {tab !== null && (
        <Tabs
          label={words.tabs}
          tabs={tabs.map((id) => ({
            id,
            label: words.states[id],
            count: id === 'all' ? undefined : shownCount(counts.data?.items, id),
            content: id === tab ? <DeliveryList key={`${id} ${mailboxId}`} tab={id} mailboxId={mailboxId} /> : null,
          }))}
          selected={tab}
          onChange={(id) => show(id)}
        />
      )}
    </AdminPage>
  );
}

function shownCount(counts: readonly DeliveryCount[] | undefined, tab: DeliveryTab): number | undefined {
  const count = counts && countOf(counts, tab);
  return count === 0 ? undefined : count;
}

function MailboxFilter({ value, onChange }: { value: string | undefined; onChange: (id: string | undefined) => void }) {
  const mailboxes = useRoute(mailboxesApi.list, {});
  const items = mailboxes.data?.items ?? [];
  if (items.length < 2 && value === undefined) return null;
  return (
    <Select
      aria-label={words.mailbox}
      choices={[
        { id: EVERY, label: words.everyMailbox },
        ...items.map(({ id, address }) => ({ id: String(id), label: address })),
      ]}
      value={value ?? EVERY}
      onChange={(id) => onChange(id === EVERY ? undefined : id)}
    />
  );
}
