import { macrosApi } from '@bureau/contracts';
import type { Macro } from '@bureau/contracts';
import { keyOf, useCommand, useRoute, useSession } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { refreshMacros } from '../../pieces/macros/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { macroPagesWords as words } from './macro-pages.words.ts';

type Scope = 'shared' | 'own';

/** Whether somebody keeps the macros that others work with. */
export function useMayShare(): boolean {
  return useSession().permissions.includes('macros:manage');
}

/** All that the reader may change: what is shared, where he may, and his own. */
export function useManagedMacros() {
  const mayShare = useMayShare();
  const shared = useRoute(macrosApi.list, { query: { scope: 'shared' } }, { enabled: mayShare });
  const own = useRoute(macrosApi.list, { query: { scope: 'own' } });
  return {
    mayShare,
    shared: shared.data?.items ?? [],
    own: own.data?.items ?? [],
    isPending: own.isPending || (mayShare && shared.isPending),
    isError: own.isError || shared.isError,
    retry: () => void Promise.all([own.refetch(), ...(mayShare ? [shared.refetch()] : [])]),
  };
}

/** Order and switches hold at once; the desk is told, and what it refuses is put back. */
export function useChangeMacros(scope: Scope) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const key = keyOf(macrosApi.list, { query: { scope } });
  const settled = {
    onError: (error: Error) => void toasts.show({ tone: 'danger', text: words.notChanged, detail: problemText(error) }),
    onSettled: () => refreshMacros(queries),
  };
  const reorder = useCommand(macrosApi.reorder, settled);
  const update = useCommand(macrosApi.update, settled);
  const show = (items: Macro[]) => queries.setQueryData(key, { items });
  const order = (before: readonly Macro[], after: Macro[], said: string) => {
    show(after);
    reorder.mutate(
      { body: { macroIds: after.map(({ id }) => id) } },
      { onSuccess: () => toasts.show({ text: said, onUndo: () => order(after, [...before], said) }) },
    );
  };
  return {
    /** Puts one of a folder at a place of it, counted from 0; the others of the folder close up around it. */
    move: (all: readonly Macro[], folder: readonly Macro[], { macro, place }: { macro: Macro; place: number }) => {
      const moved = folder.filter(({ id }) => id !== macro.id).toSpliced(place, 0, macro);
      const next = moved.values();
      const isOf = new Set(folder.map(({ id }) => id));
      const after = all.map((one) => (isOf.has(one.id) ? (next.next().value ?? one) : one));
      order(all, after, words.moved(macro.name));
    },
    enable: (macro: Macro, enabled: boolean) => {
      const known = queries.getQueryData<{ items: Macro[] }>(key)?.items ?? [];
      show(known.map((one) => (one.id === macro.id ? { ...one, enabled } : one)));
      update.mutate({ params: { macroId: macro.id }, body: { enabled } });
    },
  };
}
