import { salesforceLinksApi } from '@bureau/contracts';
import type { ProblemGroup, ProblemRow, SyncObject } from '@bureau/contracts';
import { keyOf, useCommand, usePages, useRoute } from '@bureau/client';
import { Button, Link, RelativeTime, useToasts } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Column } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../language/format.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { nameOfField, placeOf } from '../../pieces/synced-fields/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { LoadState, More } from './load-state.tsx';
import { objectWords } from './salesforce-objects.words.ts';
import { trafficWords } from './salesforce-traffic.words.ts';
import { nameOf } from './name-of.ts';

const words = trafficWords.problems;

/** What did not go across, by reason; or the records of one reason. */
export function Problems() {
  const groups = useRoute(salesforceLinksApi.problemGroups, {}, { refetchInterval: 10_000 });
  const [chosen, setChosen] = useState<ProblemGroup | null>(null);
  const { retry, isPending } = useRetry();
  const items = groups.data?.items ?? [];
  if (chosen) return <OfOneReason group={chosen} onBack={() => setChosen(null)} />;
  return (
    <AdminSection
      title={words.title}
      lead={words.lead}
      action={
        items.length > 0 && (
          <Button icon="refresh" isPending={isPending} onPress={() => retry({})}>
            {words.retryAll}
          </Button>
        )
      }
    >
      <DataTable
        caption={words.title}
        isCaptionHidden
        columns={groupColumns}
        rows={items}
        rowId={({ object, child, code, field }) => `${object} ${child} ${code} ${field}`}
        onOpen={setChosen}
      >
        <LoadState of={groups} failed={words.failed} empty={words.empty} />
      </DataTable>
    </AdminSection>
  );
}

const groupColumns: readonly Column<ProblemGroup>[] = [
  {
    id: 'reason',
    header: words.reason,
    cell: ({ code, message, field, object, child }) => (
      <span className="salesforce-reason">
        <strong>{message}</strong>
        <span className="salesforce-quiet">
          {[trafficWords.objects[child ?? object], field && words.ofField(nameOfField(field)), code]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    ),
  },
  { id: 'count', header: words.records, width: '110px', align: 'end', cell: ({ count }) => formatNumber(count) },
  {
    id: 'latest',
    header: words.latest,
    width: '110px',
    isExtra: true,
    align: 'end',
    cell: ({ latestAt }) => <RelativeTime at={latestAt} />,
  },
];

function OfOneReason({ group: { object, code, message }, onBack }: { group: ProblemGroup; onBack: () => void }) {
  const rows = usePages(salesforceLinksApi.problems, { query: { object, code } }, { refetchInterval: 10_000 });
  const { retry, isPending } = useRetry();
  return (
    <AdminSection
      title={message}
      action={
        <>
          <Button variant="quiet" icon="back" onPress={onBack}>
            {words.back}
          </Button>
          <Button icon="refresh" isPending={isPending} onPress={() => retry({ object, code })}>
            {words.retryAll}
          </Button>
        </>
      }
    >
      <DataTable
        caption={message}
        isCaptionHidden
        columns={rowColumns(code)}
        rows={rows.items}
        rowId={({ record, child, at }) => `${record.object} ${record.deskId} ${child} ${at}`}
      >
        <LoadState of={rows} failed={words.failed} empty={words.empty} />
      </DataTable>
      <More of={rows} />
    </AdminSection>
  );
}

const rowColumns = (code: string): readonly Column<ProblemRow>[] => [
  { id: 'record', header: words.records, cell: ({ record }) => <Link href={placeOf(record)}>{nameOf(record)}</Link> },
  { id: 'reason', header: words.reason, isExtra: true, cell: ({ problem }) => problem.message },
  {
    id: 'tried',
    header: words.latest,
    width: '220px',
    cell: ({ attempts, at, retryAt }) => (
      <>
        <RelativeTime at={at} show="ago" />
        <span className="salesforce-quiet">
          {' '}
          {words.attempts(attempts)} {retryAt !== null && `· ${words.byItself}`}
        </span>
      </>
    ),
  },
  {
    id: 'deeds',
    header: objectWords.mappings.deeds,
    width: '120px',
    align: 'end',
    cell: (row) => <TryAgain row={row} code={code} />,
  },
];

function TryAgain({ row: { record }, code }: { row: ProblemRow; code: string }) {
  const { retry, isPending } = useRetry();
  const { object, deskId } = record;
  return (
    <Button
      size="small"
      aria-label={words.retryOf(nameOf(record))}
      isPending={isPending}
      onPress={() => retry({ object, deskId, code })}
    >
      {words.retry}
    </Button>
  );
}

function useRetry() {
  const { after, onError } = useAfterwards();
  const retry = useCommand(salesforceLinksApi.retry, { onSuccess: ({ count }) => after(count), onError });
  return {
    retry: (body: { object?: SyncObject; deskId?: number; code?: string }) => retry.mutate({ body }),
    isPending: retry.isPending,
  };
}

function useAfterwards() {
  const queries = useQueryClient();
  const toasts = useToasts();
  return {
    after: async (count: number) => {
      toasts.show({ text: words.retried(count) });
      await queries.invalidateQueries({ queryKey: keyOf(salesforceLinksApi.problemGroups) });
      await queries.invalidateQueries({ queryKey: keyOf(salesforceLinksApi.problems) });
    },
    onError: (error: Error) =>
      void toasts.show({ tone: 'danger', text: trafficWords.notDone, detail: problemText(error) }),
  };
}
