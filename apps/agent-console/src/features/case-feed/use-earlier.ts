import { useEffect, useEffectEvent, useRef } from 'react';
import type { RefObject } from 'react';
import type { Feed } from './use-feed.ts';

/** Pixels above what is in sight within which the past is fetched. */
const MARGIN = '800px 0px 0px 0px';

/**
 * Fetches what was earlier as soon as the reader comes near the beginning of what is there. The returned ref is for the
 * element at that beginning. What she reads stays where it is: the browser holds on to it, except at the very top.
 */
export function useEarlier(scroller: RefObject<HTMLDivElement | null>, feed: Feed): RefObject<HTMLDivElement | null> {
  const beginning = useRef<HTMLDivElement>(null);
  const isThere = feed.hasNextPage;
  const fetchEarlier = useEffectEvent(() => {
    if (feed.isFetching || feed.isError) return;
    const element = scroller.current;
    if (element && element.scrollTop < 1) element.scrollTop = 1;
    void feed.fetchNextPage();
  });
  const pages = feed.data?.pages.length ?? 0;
  useEffect(() => {
    const target = beginning.current;
    if (!target || !isThere || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && fetchEarlier(), {
      root: scroller.current,
      rootMargin: MARGIN,
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [scroller, isThere, pages]);
  return beginning;
}
