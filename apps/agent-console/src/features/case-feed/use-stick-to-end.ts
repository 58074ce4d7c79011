import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** Pixels from the end within which the reader counts as being there. */
const NEAR = 80;

/**
 * Keeps the end of a growing feed in sight for a reader who is there, and leaves one alone who reads further up:
 * she is told that something new is below.
 */
export function useStickToEnd(scroller: RefObject<HTMLDivElement | null>, count: number) {
  const isAtEnd = useRef(true);
  const seen = useRef(count);
  const [isNewBelow, setNewBelow] = useState(false);
  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
    isAtEnd.current = true;
    setNewBelow(false);
  }, [scroller]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let top = element.scrollTop;
    const onScroll = () => {
      // Content that grows moves the end away, not the reader: only going up is leaving it.
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
      isAtEnd.current = isNear || (isAtEnd.current && element.scrollTop >= top);
      top = element.scrollTop;
      if (isNear) setNewBelow(false);
    };
    const keep = () => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    };
    const observer = new ResizeObserver(keep);
    const watch = () => [element, ...element.children].forEach((child) => observer.observe(child));
    const children = new MutationObserver(watch);
    watch();
    children.observe(element, { childList: true });
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      children.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);

  useLayoutEffect(() => {
    const isMore = count > seen.current && seen.current > 0;
    seen.current = count;
    if (isAtEnd.current) toEnd();
    else if (isMore) setNewBelow(true);
  }, [count, toEnd]);
  return { isNewBelow, toEnd };
}
