import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

interface Wanted {
  origin: string | null;
  /** Its messages are objects with this `type`. */
  type: string;
  /** Milliseconds between two that are heard; what comes sooner is not. */
  restMs: number;
}

/** Hears what the page of one frame says: only from that window, only while it shows its own origin, and not too often (S42). */
export function useFrameMessages(
  frame: RefObject<HTMLIFrameElement | null>,
  { origin, type, restMs }: Wanted,
  hear: (message: Record<string, unknown>) => void,
): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    let heardAt = -Infinity;
    const onMessage = (event: MessageEvent<unknown>) => {
      if (event.source === null || event.source !== frame.current?.contentWindow || event.origin !== origin) return;
      const message = event.data;
      if (typeof message !== 'object' || message === null || !('type' in message) || message.type !== type) return;
      if (event.timeStamp - heardAt < restMs) return;
      heardAt = event.timeStamp;
      latest.current({ ...message });
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [frame, origin, type, restMs]);
}
