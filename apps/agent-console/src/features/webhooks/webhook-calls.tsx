import { WebhookCallState, webhooksApi } from '@bureau/contracts';
import type { WebhookCall } from '@bureau/contracts';
import { keyOf, useCommand, usePages } from '@bureau/client';
import { Badge, Button, EmptyState, ErrorState, Link, RelativeTime, Select, Skeleton, useToasts } from '@bureau/ui';
import { DataTable } from '@bureau/ui/parts';
import type { Tone } from '@bureau/ui';
import type { Column } from '@bureau/ui/parts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sentenceInWords } from '../../language/sentences.ts';
import { formatNumber } from '../../language/format.ts';
import { AdminSection } from '../../pieces/admin-page/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { webhooksWords } from './webhooks.words.ts';

const words = webhooksWords.calls;
const ALL = 'all';
const TONES: Record<WebhookCallState, Tone> = { waiting: 'accent', delivered: 'positive', failed: 'danger' };

/** What became of the calls of a webhook; those that failed can be tried again. */
export function WebhookCalls({ webhookId }: { webhookId: number }) {
  const [state, setState] = useState<WebhookCallState | undefined>(undefined);
  const calls = usePages(webhooksApi.calls, { params: { webhookId }, query: state ? { state } : {} });
  useLookAgain(
    calls.items.some((call) => call.state === 'waiting' && call.attempts === 0),
    calls.refetch,
  );
  const retry = useRetry(webhookId);
  const filter = (
    <Select
      aria-label={words.filter}
      choices={[
        { id: ALL, label: words.all },
        ...WebhookCallState.options.map((id) => ({ id, label: words.states[id] })),
      ]}
      value={state ?? ALL}
      onChange={(id) => setState(WebhookCallState.options.find((one) => one === id))}
    />
  );
  return (
    <AdminSection title={words.title} lead={words.lead} action={filter}>
      <DataTable
        caption={words.caption}
        isCaptionHidden
        columns={columnsWith(retry)}
        rows={calls.items}
        rowId={({ id }) => String(id)}
      >
        {calls.isPending && <Skeleton rows={3} shape="compact" />}
        {calls.isError && (
          <ErrorState
            what={words.failed}
            safe={words.safe}
            onRetry={() => void calls.refetch()}
            isRetrying={calls.isFetching}
          />
        )}
        {calls.isSuccess && <EmptyState icon="link">{words.empty}</EmptyState>}
      </DataTable>
      {calls.hasNextPage && (
        <Button isPending={calls.isFetchingNextPage} onPress={() => void calls.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </AdminSection>
  );
}

const LOOK_AGAIN_MS = 2000;

/** A call that was just wanted is seen to arrive, or not. */
function useLookAgain(isAwaited: boolean, look: () => Promise<unknown>): void {
  useEffect(() => {
    if (!isAwaited) return;
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isAwaited, look]);
}

function columnsWith(retry: (call: WebhookCall) => void): Column<WebhookCall>[] {
  return [
    { id: 'when', header: words.when, width: '112px', cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
    {
      id: 'event',
      header: words.event,
      isExtra: true,
      cell: ({ event, caseId }) => (
        <>
          {words.events[event]} {caseId !== null && <Link href={`/cases/inbox/${caseId}`}>{words.ofCase(caseId)}</Link>}
        </>
      ),
    },
    { id: 'what', header: words.what, cell: (call) => <Became call={call} /> },
    {
      id: 'retry',
      header: words.retry,
      align: 'end',
      cell: (call) =>
        call.state === 'failed' && (
          <Button size="small" icon="refresh" aria-label={words.retryOf(call.id)} onPress={() => retry(call)}>
            {words.retry}
          </Button>
        ),
    },
  ];
}

function Became({ call }: { call: WebhookCall }) {
  const { state, status, error, response, attempts, tookMs, nextAttemptAt, key } = call;
  const facts = [
    status !== null && words.answered(status),
    attempts > 0 && words.attempts(attempts),
    tookMs !== null && words.took(formatNumber(tookMs)),
  ].filter(Boolean);
  return (
    <div className="webhook-call">
      <span className="webhook-state">
        <Badge tone={TONES[state]}>{words.states[state]}</Badge>
        <span className="webhook-quiet bu-figures">{facts.join(' · ')}</span>
        {state === 'waiting' && nextAttemptAt !== null && attempts > 0 && (
          <span className="webhook-quiet">
            {words.next} <RelativeTime at={nextAttemptAt} show="ago" />
          </span>
        )}
      </span>
      {error !== null && <span className="webhook-trouble">{sentenceInWords(error)}</span>}
      <details>
        <summary>{response === null ? words.key : words.answer}</summary>
        <code>{key}</code>
        {response !== null && <pre>{response}</pre>}
      </details>
    </div>
  );
}

function useRetry(webhookId: number): (call: WebhookCall) => void {
  const queries = useQueryClient();
  const toasts = useToasts();
  const retry = useCommand(webhooksApi.retry, {
    onSuccess: () => {
      toasts.show({ text: words.retried });
      void queries.invalidateQueries({ queryKey: keyOf(webhooksApi.calls) });
    },
    onError: (error) => void toasts.show({ text: words.notRetried, detail: problemText(error), tone: 'danger' }),
  });
  return ({ id }) => retry.mutate({ params: { webhookId, callId: id } });
}
