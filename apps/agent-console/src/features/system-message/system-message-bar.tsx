import { systemMessageApi } from '@bureau/contracts';
import { keyOf, useRoom, useRoute } from '@bureau/client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useState } from 'react';
import { MessageBanner } from './message-banner.tsx';

/** Which message this browser has put away: it comes back when it says something else. */
const PUT_AWAY = 'bureau.console.system-message';
/** Milliseconds: browsers take no longer timer. */
const LONGEST_TIMER = 2_147_483_647;

/** Above everything, as long as there is something to be said and it has not been put away. */
export function SystemMessageBar() {
  const queries = useQueryClient();
  const read = () => queries.invalidateQueries({ queryKey: keyOf(systemMessageApi.told) });
  useRoom('desk', read);
  const told = useRoute(systemMessageApi.told, {}).data;
  const [putAway, setPutAway] = useState(() => localStorage.getItem(PUT_AWAY));
  const isOver = useIsOver(told?.until ?? null);
  if (!told?.message || isOver || putAway === told.updatedAt) return null;
  const close = () => {
    localStorage.setItem(PUT_AWAY, told.updatedAt);
    setPutAway(told.updatedAt);
  };
  return (
    <div className="system-message">
      <MessageBanner message={told.message} onClose={close} />
    </div>
  );
}

/** Whether a moment has passed; drawn again when it does. */
function useIsOver(until: string | null): boolean {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const left = until === null ? Infinity : new Date(until).getTime() - Date.now();
  useEffect(() => {
    if (until === null) return;
    const remaining = new Date(until).getTime() - Date.now();
    if (remaining <= 0) return;
    const timer = setTimeout(draw, Math.min(remaining, LONGEST_TIMER));
    return () => clearTimeout(timer);
  }, [until]);
  return left <= 0;
}
