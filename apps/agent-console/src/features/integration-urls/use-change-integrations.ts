import { integrationUrlsApi } from '@bureau/contracts';
import type { IntegrationUrl } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { integrationUrlsWords as words } from './integration-urls.words.ts';

/** Reads again what shows integrations, here and beside cases. */
export async function refreshIntegrations(queries: QueryClient): Promise<void> {
  const routes = [integrationUrlsApi.list, integrationUrlsApi.get, integrationUrlsApi.ofCase];
  await Promise.all(routes.map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })));
}

/** Order and switches hold at once; the desk is told, and what it refuses is put back. */
export function useChangeIntegrations() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const key = keyOf(integrationUrlsApi.list, {});
  const settled = {
    onError: (error: Error) => void toasts.show({ tone: 'danger', text: words.notChanged, detail: problemText(error) }),
    onSettled: () => refreshIntegrations(queries),
  };
  const reorder = useCommand(integrationUrlsApi.reorder, settled);
  const update = useCommand(integrationUrlsApi.update, settled);
  const show = (items: IntegrationUrl[]) => queries.setQueryData(key, { items });
  const order = (before: readonly IntegrationUrl[], after: IntegrationUrl[], said: string) => {
    show(after);
    reorder.mutate(
      { body: { integrationUrlIds: after.map(({ id }) => id) } },
      { onSuccess: () => toasts.show({ text: said, onUndo: () => order(after, [...before], said) }) },
    );
  };
  return {
    /** Puts one at a place, counted from 0. */
    move: (all: readonly IntegrationUrl[], moved: IntegrationUrl, place: number) => {
      const after = all.filter(({ id }) => id !== moved.id).toSpliced(place, 0, moved);
      order(all, after, words.moved(moved.name));
    },
    enable: (integration: IntegrationUrl, enabled: boolean) => {
      const known = queries.getQueryData<{ items: IntegrationUrl[] }>(key)?.items ?? [];
      show(known.map((one) => (one.id === integration.id ? { ...one, enabled } : one)));
      update.mutate({ params: { integrationUrlId: integration.id }, body: { enabled } });
    },
  };
}
