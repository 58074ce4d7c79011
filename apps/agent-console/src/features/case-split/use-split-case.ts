import { casesApi, splitsApi } from '@bureau/contracts';
import type { SplitCase } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../../plain/new-key.ts';
import { problemText } from '../../plain/problem-words.ts';
import { refreshLists } from '../../plain/refresh-lists.ts';
import { splitWords as words } from './case-split.words.ts';

/** Splits messages off a case, and gives them back. */
export function useSplitCase() {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);

  const attempt = async <T>(write: () => Promise<T>, refusal: string): Promise<T | null> => {
    setBusy(true);
    try {
      const made = await write();
      for (const route of [casesApi.get, casesApi.feed]) void queries.invalidateQueries({ queryKey: keyOf(route) });
      void refreshLists(queries);
      return made;
    } catch (error) {
      const detail = problemText(error);
      toasts.show({ tone: 'danger', text: refusal, detail });
      return null;
    } finally {
      setBusy(false);
    }
  };
  const unsplit = async (caseId: number): Promise<boolean> => {
    const options = { idempotencyKey: newKey() };
    const call = () => client.call(splitsApi.unsplit, { params: { caseId } }, options);
    if ((await attempt(call, words.notGivenBack)) === null) return false;
    toasts.show({ text: words.undone });
    return true;
  };
  const split = async (caseId: number, body: SplitCase): Promise<number | null> => {
    const options = { idempotencyKey: newKey() };
    const made = await attempt(
      () => client.call(splitsApi.split, { params: { caseId }, body }, options),
      words.refused,
    );
    if (made === null) return null;
    toasts.show({ text: words.done(made.id), onUndo: () => void unsplit(made.id) });
    return made.id;
  };
  return { split, unsplit, isBusy };
}
