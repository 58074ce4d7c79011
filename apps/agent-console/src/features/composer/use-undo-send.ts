import { casesApi, deliveriesApi, draftsApi } from '@bureau/contracts';
import type { Draft } from '@bureau/contracts';
import { isProblem, keyOf, useClient, useSession } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { newKey } from '../../plain/new-key.ts';
import { refreshLists } from '../../plain/refresh-lists.ts';
import { composerWords as words } from './composer.words.ts';
import { draftMemory } from './draft-memory.ts';
import { recallSent } from './sent-memory.ts';
import { together, writingOf } from './writing.ts';
import type { Writing } from './writing.ts';

/**
 * Takes a message back that has not left yet. Its text becomes the draft again, before whatever was typed since;
 * `onUndone` lets the composer on screen pick it up.
 */
export function useUndoSend(caseId: number, onUndone: () => void): (deliveryId: number) => Promise<void> {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const { user } = useSession();

  return async (deliveryId) => {
    try {
      await client.call(deliveriesApi.undo, { params: { deliveryId } });
      const { draft } = await client.call(draftsApi.get, { params: { caseId } });
      restore({ draft, sent: recallSent(deliveryId), userId: user.id, caseId });
      queries.setQueryData(keyOf(draftsApi.get, { params: { caseId } }), { draft });
      toasts.show({ text: words.undone });
      onUndone();
    } catch (error) {
      const isTooLate = isProblem(error, 'delivery.under-way');
      toasts.show({ tone: 'danger', text: isTooLate ? words.undoTooLate : words.undoFailed });
    }
    await queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params: { caseId } }) });
    await queries.invalidateQueries({ queryKey: keyOf(casesApi.get, { params: { caseId } }) });
    await refreshLists(queries);
  };
}

interface TakenBack {
  /** What the desk keeps again; it does so for replies. */
  draft: Draft | null;
  /** What this page had sent. */
  sent: Writing | null;
  userId: number;
  caseId: number;
}

/** Lays what was taken back on the sheet again, before whatever was typed since. */
function restore({ draft, sent, userId, caseId }: TakenBack): void {
  const memory = draftMemory(window.localStorage, userId, caseId);
  const typed = memory.recall();
  const base = sent ?? (draft && writingOf(draft, newKey()));
  if (!base) return;
  const undone = { ...base, sequence: draft?.sequence ?? base.sequence, key: newKey() };
  const isAlone = !typed || typed.writing.text === '';
  if (isAlone && !sent) return memory.forget();
  memory.remember({ writing: isAlone ? undone : together(undone, typed.writing), saved: false });
}
