import { casesApi, mergesApi, relatedApi } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../../plain/new-key.ts';
import { problemText } from '../../plain/problem-words.ts';
import { refreshLists } from '../../plain/refresh-lists.ts';
import { mergeWords as words } from './case-merge.words.ts';

export interface Merge {
  fromId: number;
  intoId: number;
  differentCustomers: boolean;
}

/** Merges cases and takes merges back; each says what it did, and the merge offers its undo. */
export function useMergeCases() {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);

  const refresh = () =>
    Promise.all([
      ...[casesApi.get, casesApi.feed, relatedApi.get].map((route) =>
        queries.invalidateQueries({ queryKey: keyOf(route) }),
      ),
      refreshLists(queries),
    ]);
  const attempt = async (write: () => Promise<unknown>, refusal: string): Promise<boolean> => {
    setBusy(true);
    try {
      await write();
      void refresh();
      return true;
    } catch (error) {
      const detail = problemText(error);
      toasts.show({ tone: 'danger', text: refusal, detail });
      return false;
    } finally {
      setBusy(false);
    }
  };
  const unmerge = async (caseId: number): Promise<boolean> => {
    const options = { idempotencyKey: newKey() };
    const call = () => client.call(mergesApi.unmerge, { params: { caseId } }, options);
    if (!(await attempt(call, words.notTakenOut))) return false;
    toasts.show({ text: words.undone(caseId) });
    return true;
  };
  const merge = async ({ fromId, intoId, differentCustomers }: Merge): Promise<boolean> => {
    const body = { caseIds: [fromId, intoId], intoCaseId: intoId, differentCustomers };
    const options = { idempotencyKey: newKey() };
    if (!(await attempt(() => client.call(mergesApi.merge, { body }, options), words.refused))) return false;
    toasts.show({ text: words.done(fromId, intoId), onUndo: () => void unmerge(fromId) });
    return true;
  };
  return { merge, unmerge, isBusy };
}
