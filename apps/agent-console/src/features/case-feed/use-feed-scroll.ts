import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** Pixels from the end within which the reader counts as being there, and beyond which a way back is offered. */
const NEAR = 80;
const AWAY = 320;

export interface FeedScroll {
  isAtEnd: boolean;
  /** Far enough up that a way back to the latest is worth its place. */
  isAway: boolean;
  toEnd: () => void;
}

/**
 * Keeps the end of a growing feed in sight for a reader who is there, and leaves one alone who reads further up.
 * `begin` is drawn into sight first, when it is there: the line between what was read and what is new.
 */
export function useFeedScroll(
  scroller: RefObject<HTMLDivElement | null>,
  latest: number,
  isReady: boolean,
): FeedScroll {
  const sticks = useRef(true);
  const [place, setPlace] = useState({ isAtEnd: true, isAway: false });
  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
    sticks.current = true;
    setPlace({ isAtEnd: true, isAway: false });
  }, [scroller]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let top = element.scrollTop;
    const look = () => {
      const left = element.scrollHeight - element.scrollTop - element.clientHeight;
      // Content that grows moves the end away, not the reader: only going up is leaving it.
      sticks.current = left < NEAR || (sticks.current && element.scrollTop >= top);
      top = element.scrollTop;
      const now = { isAtEnd: sticks.current, isAway: !sticks.current && left > AWAY };
      setPlace((was) => (was.isAtEnd === now.isAtEnd && was.isAway === now.isAway ? was : now));
    };
    const keep = () => {
      if (sticks.current) element.scrollTop = element.scrollHeight;
    };
    const observer = new ResizeObserver(keep);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !isReady) return;
    const line = element.querySelector('[data-unread-line]');
    element.scrollTop = element.scrollHeight;
    if (!line) return;
    // As much of what is new as fits; its beginning when not all does.
    const above = line.getBoundingClientRect().top - element.getBoundingClientRect().top;
    if (above >= 0) return;
    sticks.current = false;
    element.scrollTop += above - NEAR;
  }, [scroller, isReady]);

  useLayoutEffect(() => {
    if (sticks.current) toEnd();
  }, [latest, toEnd]);
  return { ...place, toEnd };
}
