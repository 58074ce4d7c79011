import { bulkApi } from '@bureau/contracts';
import type { BulkChange } from '@bureau/contracts';
import { isProblem, keyOf, useClient, useRoom, useRoute, useSession } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { newKey } from '../../plain/new-key.ts';
import { problemText } from '../../plain/problem-words.ts';
import { refreshLists } from '../../plain/refresh-lists.ts';
import { bodyOf } from './bulk-target.ts';
import type { BulkTarget, BulkWish } from './bulk-target.ts';
import { bulkWords as words } from './bulk.words.ts';

/** Milliseconds between two looks, where the line to the desk is cut and nobody says how far it is. */
const LOOK = 2_000;

/** A change of a filter whose cases are not as many as its reader saw; `count` are there now. */
export interface Doubt {
  target: BulkTarget;
  wish: BulkWish;
  count: number;
}

/** Changes many cases at once, and follows it. A change under way is found again after the page was loaded anew. */
export function useBulk({ onBegun }: { onBegun: () => void }) {
  const client = useClient();
  const toasts = useToasts();
  const [bulkId, follow] = useKeptId();
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  const [isAsking, setAsking] = useState(false);

  const begin = async (target: BulkTarget, wish: BulkWish) => {
    setDoubt(null);
    setAsking(true);
    try {
      const body = bodyOf(target, wish);
      const begun = await client.call(bulkApi.change, { body }, { idempotencyKey: newKey() });
      follow(begun.id);
      onBegun();
    } catch (error) {
      const count = isProblem(error, 'bulk.count-changed') ? error.problem['count'] : undefined;
      if (typeof count === 'number' && target.of === 'filter') return setDoubt({ target, wish, count });
      toasts.show({ tone: 'danger', text: words.refused, detail: problemText(error) });
    } finally {
      setAsking(false);
    }
  };
  const settle = (sure: boolean) => {
    if (sure && doubt?.target.of === 'filter') {
      void begin({ ...doubt.target, count: doubt.count }, doubt.wish);
    }
    setDoubt(null);
  };
  return { begin, isAsking, doubt, settle, bulkId, forget: () => follow(null) };
}

/** How far a bulk change is. Lists are read again when it ends. */
export function useBulkChange(bulkId: number) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const input = { params: { bulkId } };
  const answer = useRoute(bulkApi.get, input, { refetchInterval: LOOK });
  useRoom(`bulk:${bulkId}`, () => queries.invalidateQueries({ queryKey: keyOf(bulkApi.get, input) }));
  const state = answer.data?.state;
  useEffect(() => {
    if (state === 'done' || state === 'undone') void refreshLists(queries);
  }, [queries, state]);

  const undo = async () => {
    try {
      const undoing = await client.call(bulkApi.undo, input, { idempotencyKey: newKey() });
      queries.setQueryData<BulkChange>(keyOf(bulkApi.get, input), undoing);
    } catch (error) {
      toasts.show({
        tone: 'danger',
        text: words.undoRefused,
        detail: problemText(error),
      });
    }
  };
  return { change: answer.data, error: answer.error, undo };
}

/** The id of the change that this user follows, kept in this browser. */
function useKeptId(): [number | null, (id: number | null) => void] {
  const { user } = useSession();
  const name = `bureau.console.bulk.${user.id}`;
  const [id, set] = useState<number | null>(() => Number(window.localStorage.getItem(name)) || null);
  const keep = (next: number | null) => {
    set(next);
    if (next === null) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, String(next));
  };
  return [id, keep];
}
