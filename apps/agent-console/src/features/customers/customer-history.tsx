import { customersApi } from '@bureau/contracts';
import type { CustomerEvent } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Button, EmptyState, ErrorState, RelativeTime, Skeleton } from '@bureau/ui';
import { customersWords } from './customers.words.ts';

const words = customersWords.history;

/** Who changed what of a customer, the latest first. */
export function CustomerHistory({ customerId }: { customerId: number }) {
  const pages = usePages(customersApi.history, { params: { customerId }, query: {} });
  if (pages.isPending) return <Skeleton rows={5} shape="text" />;
  if (pages.isError) {
    return <ErrorState what={words.failed} onRetry={() => void pages.refetch()} isRetrying={pages.isFetching} />;
  }
  if (pages.items.length === 0) return <EmptyState icon="clock">{words.none}</EmptyState>;
  return (
    <>
      <ul className="customer-history">
        {pages.items.map((event) => (
          <li key={event.id}>
            <Event event={event} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function Event({ event }: { event: CustomerEvent }) {
  const names: Record<string, string | undefined> = words.events;
  return (
    <>
      <span>
        <b>{event.actor.name || words.desk}</b> {names[event.event] ?? event.event}
        {event.changes.map(({ field, from, to }) => (
          <span key={field} className="customer-change">
            <i>{field}</i> {textOf(from)} → {textOf(to)}
          </span>
        ))}
      </span>
      <RelativeTime at={event.at} />
    </>
  );
}

const MOST_LETTERS = 120;

/** A value of any kind in a line of text. */
function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return words.nothing;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
