import './case-history.css';
import { historyApi } from '@bureau/contracts';
import type { FeedEvent } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Button, Dialog, EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { sentenceOf, useEventNames } from '../../pieces/event-sentence/index.ts';
import { clockWords, dayKey, dayWords } from '../../plain/days.ts';
import { historyWords as words } from './case-history.words.ts';

/** Every write of a case, day by day from the first: the sentence, why, and what it was part of. */
export function HistoryDialog({ caseId, onClose }: { caseId: number; onClose: () => void }) {
  const pages = usePages(historyApi.list, { params: { caseId }, query: {} });
  return (
    <Dialog
      isOpen
      size="wide"
      onClose={onClose}
      title={words.title(caseId)}
      actions={<Button onPress={onClose}>{words.close}</Button>}
    >
      <div className="case-history">
        <p>{words.lead}</p>
        {pages.isPending && <Skeleton rows={6} shape="text" />}
        {pages.isError && (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void pages.refetch()}
            isRetrying={pages.isFetching}
          />
        )}
        {pages.isSuccess && pages.items.length === 0 && <EmptyState icon="history">{words.none}</EmptyState>}
        <Days events={pages.items} />
        {pages.hasNextPage && (
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Days({ events }: { events: readonly FeedEvent[] }) {
  const names = useEventNames();
  const days = [...Map.groupBy(events, ({ at }) => dayKey(at))];
  return days.map(([day, written]) => (
    <section key={day}>
      <h3>{dayWords(written[0]?.at ?? '', Date.now())}</h3>
      <ol>
        {written.map((event) => (
          <li key={event.id}>
            <time dateTime={event.at} className="bu-figures">
              {clockWords(event.at)}
            </time>
            <span>
              {sentenceOf(event, names)}
              <Why event={event} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  ));
}

function Why({ event: { reason, context } }: { event: FeedEvent }) {
  const parts = [
    reason,
    context.bulkId !== undefined && words.context.bulk(context.bulkId),
    context.mergeId !== undefined && words.context.merge,
    context.splitId !== undefined && words.context.split,
    context.undoes !== undefined && words.context.undo,
  ].filter((part) => typeof part === 'string' && part !== '');
  if (parts.length === 0) return null;
  return <span className="case-history-why">{parts.join(' · ')}</span>;
}
