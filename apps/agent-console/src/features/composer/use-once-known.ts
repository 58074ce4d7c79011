import { useEffect, useEffectEvent, useState } from 'react';
import type { ReplyStatus } from './composer.words.ts';

/** Who sends before the desk has said how the case can be answered has sent: the reply leaves as soon as that is known. */
export function useOnceKnown(isKnown: boolean, send: (status: ReplyStatus) => void) {
  const [waiting, setWaiting] = useState<ReplyStatus | null>(null);
  const leave = useEffectEvent(() => {
    if (waiting === null) return;
    setWaiting(null);
    send(waiting);
  });
  useEffect(() => {
    if (isKnown) leave();
  }, [isKnown]);
  return { isWaiting: waiting !== null, wait: setWaiting };
}
