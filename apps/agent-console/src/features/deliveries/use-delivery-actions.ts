import { deliveriesApi } from '@bureau/contracts';
import type { DeliveryEntry } from '@bureau/contracts';
import { keyOf, useClient, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../language/format.ts';
import { problemText } from '../../plain/problem-words.ts';
import { deliveriesWords as words } from './deliveries.words.ts';

export type DeliveryActions = ReturnType<typeof useDeliveryActions>;

/** What a person can do about a delivery; each says what it did, and what did not work. */
export function useDeliveryActions() {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const refresh = () =>
    Promise.all(
      [deliveriesApi.list, deliveriesApi.counts].map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })),
    );
  const settled = (said: string) => ({
    onSuccess: () => void toasts.show({ text: said, tone: 'positive' }),
    onError: (error: Error) => void toasts.show({ tone: 'danger', text: words.notDone, detail: problemText(error) }),
    onSettled: refresh,
  });
  const retry = useCommand(deliveriesApi.retry, settled(words.retried));
  const settle = useCommand(deliveriesApi.settle, settled(words.settled));

  /** One after the other, so that a receiver is not overrun; what is refused is counted, not hidden. */
  const retryMany = async (entries: readonly DeliveryEntry[]) => {
    let refused = 0;
    for (const [done, { id }] of entries.entries()) {
      setProgress({ done, total: entries.length });
      await client.call(deliveriesApi.retry, { params: { deliveryId: id } }).catch(() => refused++);
    }
    setProgress(null);
    await refresh();
    const tried = formatNumber(entries.length - refused);
    if (refused === 0) toasts.show({ text: words.retriedMany(tried), tone: 'positive' });
    else toasts.show({ text: words.retriedSome(tried, formatNumber(refused)), tone: 'danger' });
  };

  return {
    progress,
    retryMany,
    isBusy: retry.isPending || settle.isPending || progress !== null,
    retry: ({ id }: DeliveryEntry) => retry.mutate({ params: { deliveryId: id } }),
    settle: ({ id }: DeliveryEntry, state: 'sent' | 'failed') =>
      settle.mutate({ params: { deliveryId: id }, body: { state } }),
  };
}
