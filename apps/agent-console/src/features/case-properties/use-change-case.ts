import { casesApi } from '@bureau/contracts';
import type { Case, UpdateCase } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { refreshLists } from '../../plain/refresh-lists.ts';
import { propertiesWords as words } from './case-properties.words.ts';

export interface CaseChange {
  /** What the desk is asked. */
  body: UpdateCase;
  /** How the case looks afterwards. */
  after: Partial<Case>;
  /** What was done, in words. */
  said: string;
}

/** Changes a case at once on the screen; undo brings `before` back, a refusal is said aloud and rolled back. */
export function useChangeCase(caseId: number): (change: CaseChange, before: CaseChange) => Promise<void> {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const key = keyOf(casesApi.get, { params: { caseId } });

  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params: { caseId } }) }),
      refreshLists(queries),
    ]);

  const apply = async (change: CaseChange, before: CaseChange, canUndo: boolean) => {
    const known = queries.getQueryData<Case>(key);
    await queries.cancelQueries({ queryKey: key });
    if (known) queries.setQueryData<Case>(key, { ...known, ...change.after });
    try {
      const supportCase = await client.call(casesApi.update, { params: { caseId }, body: change.body });
      queries.setQueryData<Case>(key, supportCase);
      toasts.show({ text: change.said, onUndo: canUndo ? () => void apply(before, change, false) : undefined });
    } catch (error) {
      queries.setQueryData<Case>(key, known);
      toasts.show({
        tone: 'danger',
        text: words.failed,
        detail: error instanceof Error ? error.message : String(error),
        action: { label: words.retry, run: () => void apply(change, before, canUndo) },
      });
    }
    await refresh();
  };
  return (change, before) => apply(change, before, true);
}
