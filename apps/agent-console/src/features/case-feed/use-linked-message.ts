import { useEffect, useEffectEvent, useRef } from 'react';
import type { RefObject } from 'react';
import type { Feed } from './use-feed.ts';

/** Names a message in an address: what stands behind # in a link to it. */
export function anchorOf(messageId: number): string {
  return `message-${messageId}`;
}

/** Brings the message that the address names into sight, however far back it is, once. */
export function useLinkedMessage(scroller: RefObject<HTMLDivElement | null>, feed: Feed): void {
  const wanted = useRef(/^#(message-\d+)$/.exec(window.location.hash)?.[1] ?? null);
  const seek = useEffectEvent(() => {
    if (wanted.current === null || !feed.isComplete) return;
    const found = scroller.current?.querySelector<HTMLElement>(`#${wanted.current}`);
    if (found) {
      wanted.current = null;
      found.scrollIntoView({ block: 'start' });
      found.focus({ preventScroll: true });
      return;
    }
    if (!feed.hasNextPage) wanted.current = null;
    else if (!feed.isFetching) void feed.fetchNextPage();
  });
  useEffect(() => seek(), [feed.items, feed.isFetching]);
}
